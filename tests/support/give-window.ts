/** Heights of what jsdom, which lays nothing out, is told to have drawn. */
export const PANE_PX = 700;
export const ROW_PX = 176;

/** Gives lists a window to fill, in which they can be scrolled; lasts as long as the test file. */
export function giveWindow(): void {
  const tops = new WeakMap<HTMLElement, number>();
  const height = {
    configurable: true,
    get(this: HTMLElement) {
      return this.matches(".pane") ? PANE_PX : ROW_PX;
    },
  };
  const width = { configurable: true, value: 400 };
  const scrollTop = {
    configurable: true,
    get(this: HTMLElement) {
      return tops.get(this) ?? 0;
    },
    set(this: HTMLElement, top: number) {
      tops.set(this, top);
      setTimeout(() => this.dispatchEvent(new Event("scroll")));
    },
  };
  Object.defineProperties(HTMLElement.prototype, {
    clientHeight: height,
    offsetHeight: height,
    clientWidth: width,
    offsetWidth: width,
    scrollTop,
  });
  globalThis.ResizeObserver = FirstSizes;
  // Nothing comes into view where nothing is laid out.
  globalThis.IntersectionObserver = class {
    observe() {}
    disconnect() {}
  } as unknown as typeof IntersectionObserver;
  HTMLElement.prototype.scrollTo = () => undefined;
  // As far as our addresses need it.
  globalThis.CSS ??= { escape: (text: string) => text.replace(/[^\w-]/g, "\\$&") } as typeof CSS;
}

/** Tells of each element the size that it has at first. */
class FirstSizes implements ResizeObserver {
  readonly #tell: ResizeObserverCallback;
  readonly #watched = new Set<Element>();

  constructor(tell: ResizeObserverCallback) {
    this.#tell = tell;
  }

  observe(target: Element) {
    this.#watched.add(target);
    setTimeout(() => {
      if (this.#watched.has(target)) this.#tell([], this);
    });
  }

  unobserve(target: Element) {
    this.#watched.delete(target);
  }

  disconnect() {
    this.#watched.clear();
  }
}
