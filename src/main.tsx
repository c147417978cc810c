import "./main.css";

void begin();

/** Begins the app step by step, so that the page answers in between. */
async function begin(): Promise<void> {
  const root = document.getElementById("root");
  const pressed: Element[] = [];
  // What the document shows has no answers of its own yet: the app gives them when it is there.
  const note = ({ target }: Event) => {
    const button = target instanceof Element ? target.closest("button") : null;
    if (button) pressed.push(button);
  };
  root?.addEventListener("click", note);
  await import("react-dom/client");
  await nextTask();
  const { takeOver } = await import("#app/take-over.tsx");
  await nextTask();
  if (!root) return;
  await takeOver(root, pressed);
  root.removeEventListener("click", note);
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
