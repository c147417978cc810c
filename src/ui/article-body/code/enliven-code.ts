/**
 * Colours an article's code where it says its language, and the browser can colour text; what does so is loaded for
 * such articles alone. Returns what takes it back.
 */
export function enlivenCode(body: HTMLElement): () => void {
  const codes = [...body.querySelectorAll("pre code, pre:not(:has(code))")].filter((code) =>
    code.closest("[class*='lang']"),
  );
  if (codes.length === 0 || typeof CSS === "undefined" || !("highlights" in CSS)) return () => {};
  let isWanted = true;
  let end = () => {};
  void import("./colour-code.ts").then(
    ({ colourCode }) => {
      if (isWanted) end = colourCode(codes);
    },
    // Without it the code is all there, in one colour.
    () => undefined,
  );
  return () => {
    isWanted = false;
    end();
  };
}
