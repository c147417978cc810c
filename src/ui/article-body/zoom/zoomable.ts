/** What is smaller on both sides has nothing more to show. */
const SMALLEST = 160;

/**
 * Makes the pictures of an article open larger, by a press or with the keyboard, for as long as nobody calls what it
 * returns. A picture in a link is left to its link.
 *
 * @param nameOf says what a press on a picture does, of which its alternative text is known
 * @param onZoom is called with all such pictures that are there, and which of them is wanted
 */
export function makeZoomable(
  body: HTMLElement,
  onZoom: (pictures: readonly HTMLImageElement[], wanted: HTMLImageElement) => void,
  nameOf: (alt: string) => string,
): () => void {
  const zoomable = () => [...body.querySelectorAll("img")].filter((each) => each.role === "button");
  const look = (picture: HTMLImageElement) => {
    if (!picture.closest("a[href], summary") && isWorthIt(picture))
      offer(picture, nameOf(picture.alt));
  };
  // A picture's size is known when it has come; the event does not bubble.
  const come = ({ target }: Event) => {
    if (target instanceof HTMLImageElement) look(target);
  };
  const press = (event: MouseEvent | KeyboardEvent) => {
    const { target } = event;
    if (!(target instanceof HTMLImageElement) || target.role !== "button") return;
    if (event instanceof KeyboardEvent ? !isPress(event) : event.button !== 0) return;
    event.preventDefault();
    target.focus();
    onZoom(zoomable(), target);
  };
  for (const picture of body.querySelectorAll("img")) look(picture);
  body.addEventListener("load", come, { capture: true });
  body.addEventListener("click", press);
  body.addEventListener("keydown", press);
  return () => {
    body.removeEventListener("load", come, { capture: true });
    body.removeEventListener("click", press);
    body.removeEventListener("keydown", press);
  };
}

function isWorthIt({ complete, naturalWidth, naturalHeight }: HTMLImageElement): boolean {
  return complete && Math.max(naturalWidth, naturalHeight) >= SMALLEST;
}

function offer(picture: HTMLImageElement, name: string): void {
  picture.role = "button";
  picture.tabIndex = 0;
  picture.ariaLabel = name;
}

function isPress({ key, metaKey, ctrlKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return (key === "Enter" || key === " ") && !(metaKey || ctrlKey || altKey || shiftKey);
}
