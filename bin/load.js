// The command line is TypeScript, and what is in this folder all that Node must be able to read by itself.

/** Loads a part of the command line: its source, or what was built of it where nothing here reads TypeScript. */
export async function load(source, built) {
  const tsx = await import("tsx/esm/api").catch((cause) => {
    if (cause?.code === "ERR_MODULE_NOT_FOUND") return null;
    throw cause;
  });
  if (tsx === null) return import(`../build/cli/${built}`);
  tsx.register();
  return import(`../${source}`);
}
