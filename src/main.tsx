import { keepEarlySwipe } from "#ui/hands/early-swipe.ts";
import { keepEarlyKeys } from "#ui/keys/early-keys.ts";
import { nextTask } from "#ui/next-task.ts";
import { watchPresses } from "#ui/watch-presses.ts";
import "./main.css";

void begin();

/** Begins the app step by step, so that the page answers in between. */
async function begin(): Promise<void> {
  keepEarlyKeys();
  keepEarlySwipe();
  const root = document.getElementById("root");
  // What the document shows has no answers of its own yet: the app gives them when it is there.
  const pressAgain = root && watchPresses(root);
  await import("react-dom/client");
  await nextTask();
  reachStorage();
  await nextTask();
  const { takeOver } = await import("#app/take-over.tsx");
  await nextTask();
  if (!root) return;
  await takeOver(root, pressAgain ?? undefined);
}

/** The first look into storage waits for another process of the browser: in a task that does nothing else. */
function reachStorage(): void {
  try {
    void localStorage.length;
  } catch {
    // Whoever wants something of it finds out.
  }
}
