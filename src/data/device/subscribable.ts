/** Tells listeners that something changed. */
export type Subscribable = {
  /** Returns its own undo. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly notify: () => void;
};

export function createSubscribable(): Subscribable {
  const listeners = new Set<() => void>();
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    notify: () => {
      for (const listener of listeners) listener();
    },
  };
}
