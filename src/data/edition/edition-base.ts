/** The path at which the edition is served, with a slash at both ends; the front document says it. */
export function editionBase(): string {
  const named = document.documentElement.dataset.base ?? "";
  const path = named.split("/").filter(Boolean).join("/");
  return path === "" ? "/" : `/${path}/`;
}
