import "./main.css";

void begin();

/** Begins the app step by step, so that the page answers in between. */
async function begin(): Promise<void> {
  const root = document.getElementById("root");
  await import("react-dom/client");
  await nextTask();
  const { takeOver } = await import("#app/take-over.tsx");
  await nextTask();
  if (root) await takeOver(root);
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
