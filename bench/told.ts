import type { Page } from "playwright-core";

/** What the browser tells a page of its own paints and of the tasks that held it up, in milliseconds since it began. */
export type Told = {
  readonly first: number;
  readonly largest: number;
  /** Tasks of more than 50 ms: when they began, and how long they were. */
  readonly tasks: readonly (readonly [start: number, length: number])[];
};

/** Has a page tell it, from the next document on, of which this has to be the first script. */
export const LISTEN = `
  const told = { first: 0, largest: 0, tasks: [] };
  Reflect.set(globalThis, "told", told);
  const listen = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note))
    .observe({ type, buffered: true });
  listen("paint", ({ name, startTime }) => {
    if (name === "first-contentful-paint") told.first = startTime;
  });
  listen("largest-contentful-paint", ({ startTime }) => { told.largest = startTime; });
  listen("longtask", ({ startTime, duration }) => { told.tasks.push([startTime, duration]); });
`;

/** Has a page listen, from the next document on. */
export async function listenIn(page: Page): Promise<void> {
  await page.addInitScript(LISTEN);
}

/** What it has heard so far. */
export function toldIn(page: Page): Promise<Told> {
  return page.evaluate<Told>("told");
}

/** Forgets the long tasks that were. */
export async function forgetTasks(page: Page): Promise<void> {
  await page.evaluate("told.tasks.length = 0");
}

/** How much of the time the page could not answer: of each long task what is over 50 ms. */
export function blockingOf({ first, tasks }: Told): number {
  return tasks
    .filter(([start]) => start >= first)
    .reduce((sum, [, length]) => sum + length - 50, 0);
}

/** The longest task; of those of 50 ms and less nothing is told. */
export function longestOf({ tasks }: Told): number {
  return Math.max(0, ...tasks.map(([, length]) => length));
}
