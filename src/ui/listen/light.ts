const NAME = "heard";

/** Lights the sentence that is read. Where the browser lights no part of a text, all of its block is marked. */
export function createLight() {
  const canLight = typeof Highlight === "function" && "highlights" in CSS;
  let marked: Element | null = null;
  const clear = () => {
    if (canLight) CSS.highlights.delete(NAME);
    marked?.removeAttribute("data-heard");
    marked = null;
  };
  return {
    show: (range: Range) => {
      clear();
      if (canLight) CSS.highlights.set(NAME, new Highlight(range));
      else {
        marked = blockOf(range);
        marked?.setAttribute("data-heard", "");
      }
    },
    clear,
  };
}

function blockOf({ startContainer }: Range): Element | null {
  const around = startContainer instanceof Element ? startContainer : startContainer.parentElement;
  return around?.closest("p,li,dt,dd,td,th,h1,h2,h3,h4,h5,h6,blockquote,div") ?? null;
}
