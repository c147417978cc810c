/** Resolves in a task of its own: what the reader did meanwhile has its turn, and what was drawn is shown. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
