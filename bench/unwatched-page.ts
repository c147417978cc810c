import type { Browser } from "playwright-core";
import type { Protocol } from "./slow-down.ts";
import { DESKTOP } from "./visit.ts";

/**
 * A page that is told by the browser's protocol alone what to do, and that no debugger looks into. One looks into each
 * of Playwright's own: for it the browser reads all of React's code a second time where that makes an error, some 20 ms
 * in one of the first tasks that nobody who reads waits for.
 */
export type UnwatchedPage = {
  readonly protocol: Protocol;
  /** What an expression comes to in the page, by way of JSON. */
  readonly evaluate: <T>(expression: string) => Promise<T>;
  /** Waits until an expression is true there. */
  readonly waitFor: (expression: string) => Promise<void>;
  /** Goes to the middle of the element that an expression finds, and presses there. */
  readonly press: (expression: string) => Promise<void>;
  /** Turns the wheel above the middle of an element. */
  readonly turnWheel: (expression: string, px: number) => Promise<void>;
};

type Point = { readonly x: number; readonly y: number };

const LEFT = { button: "left", clickCount: 1 };
const LOOK_EVERY_MS = 100;
const PATIENCE_MS = 60_000;

/** Runs with such a page, in a profile of its own, which goes with it. */
export async function unwatched<T>(
  browser: Browser,
  go: (page: UnwatchedPage) => Promise<T>,
): Promise<T> {
  const root = await browser.newBrowserCDPSession();
  const profile = await root.send("Target.createBrowserContext");
  try {
    const target = await root.send("Target.createTarget", { ...profile, url: "about:blank" });
    const { sessionId } = await root.send("Target.attachToTarget", target);
    const waiting = new Map<number, (message: string) => void>();
    root.on("Target.receivedMessageFromTarget", ({ message }) => {
      const { id } = JSON.parse(message);
      waiting.get(id)?.(message);
      waiting.delete(id);
    });
    let sent = 0;
    const ask = async (method: string, params: object = {}) => {
      const id = ++sent;
      const answer = new Promise<string>((resolve) => void waiting.set(id, resolve));
      const message = JSON.stringify({ id, method, params });
      await root.send("Target.sendMessageToTarget", { sessionId, message });
      const { error, result } = JSON.parse(await answer);
      if (error) throw new Error(`${method}: ${error.message}`);
      return result;
    };
    await ask("Emulation.setDeviceMetricsOverride", {
      ...DESKTOP,
      deviceScaleFactor: 1,
      mobile: false,
    });
    const evaluate = async (expression: string) => {
      const { result } = await ask("Runtime.evaluate", {
        expression: `JSON.stringify(${expression})`,
      });
      return JSON.parse(result.value);
    };
    const middleOf = (expression: string): Promise<Point> =>
      evaluate(`(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))(
        (${expression}).getBoundingClientRect())`);
    const point = (type: string, at: Point, more = {}) =>
      ask("Input.dispatchMouseEvent", { type, ...at, ...more });
    return await go({
      protocol: { send: ask },
      press: async (expression) => {
        const at = await middleOf(expression);
        await point("mouseMoved", at);
        await point("mousePressed", at, LEFT);
        await point("mouseReleased", at, LEFT);
      },
      turnWheel: async (expression, px) => {
        await point("mouseWheel", await middleOf(expression), { deltaX: 0, deltaY: px });
      },
      evaluate,
      waitFor: async (expression) => {
        const deadline = Date.now() + PATIENCE_MS;
        while ((await evaluate(expression)) !== true) {
          if (Date.now() > deadline) throw new Error(`It never came true that ${expression}.`);
          await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
        }
      },
    });
  } finally {
    await root.send("Target.disposeBrowserContext", profile);
    await root.detach();
  }
}
