import type { Page } from "playwright-core";

/** Draws a finger through the window as a hand does, in steps, and lifts it. */
export async function draw(
  page: Page,
  [x, y]: [number, number],
  [byX, byY]: [number, number],
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const send = (type: "touchStart" | "touchMove" | "touchEnd", part: number) =>
    session.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: type === "touchEnd" ? [] : [{ x: x + byX * part, y: y + byY * part }],
    });
  await send("touchStart", 0);
  for (const part of [0.1, 0.3, 0.5, 0.7, 0.9, 1]) await send("touchMove", part);
  await send("touchEnd", 1);
  await session.detach();
}
