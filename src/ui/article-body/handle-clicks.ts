import { readOwnAddress } from "./own-address.ts";

/**
 * Follows an article's links within the app, for as long as nobody calls what it returns: `#places` are scrolled to
 * without a new address, and links to other articles are handed on. All others are left to the browser.
 */
export function handleClicks(
  body: HTMLElement,
  base: string,
  onInternalLink: ((path: string) => void) | undefined,
): () => void {
  const follow = (event: MouseEvent) => {
    const href = isPlainClick(event) ? linkAt(event.target) : null;
    if (!href) return;
    if (href.startsWith("#")) {
      event.preventDefault();
      goToId(body, href.slice(1));
      return;
    }
    const own = readOwnAddress(href, base);
    if (own?.kind !== "page" || !onInternalLink) return;
    event.preventDefault();
    // The base ends with a slash, the router's paths begin with one.
    onInternalLink(own.address.slice(base.length - 1));
  };
  body.addEventListener("click", follow);
  return () => body.removeEventListener("click", follow);
}

/** Any other click opens a tab, a window or a download: the browser knows how. */
function isPlainClick(event: MouseEvent): boolean {
  const isModified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  return event.button === 0 && !isModified && !event.defaultPrevented;
}

function linkAt(target: EventTarget | null): string | null {
  const link = target instanceof Element ? target.closest("a[href]") : null;
  return link?.getAttribute("href") ?? null;
}

/** Goes to a place in an article's text by its id; false where it has none of that. */
export function goToId(body: HTMLElement, id: string): boolean {
  // Not the document's: another article may be on the page, with the same ids.
  const place = [...body.querySelectorAll<HTMLElement>("[id]")].find((each) => each.id === id);
  if (!place) return false;
  // Whoever reads with the keyboard or a screen reader goes on from there.
  if (!place.hasAttribute("tabindex") && !place.matches("a[href]")) place.tabIndex = -1;
  place.scrollIntoView({ block: "start" });
  place.focus({ preventScroll: true });
  body.dataset.placed = "";
  return true;
}
