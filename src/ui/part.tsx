import { type ComponentType, lazy, useState } from "react";

/** A part of the app whose code is fetched when it is first shown, or ahead of that. */
export type Part<P extends object> = ComponentType<P> & {
  /** Fetches it ahead; from then on it is drawn at once, without a moment of nothing. */
  readonly load: () => Promise<void>;
  readonly isThere: () => boolean;
};

/** Makes a part of what fetches its component; each try fetches anew until one succeeds. */
export function createPart<P extends object>(fetchIt: () => Promise<ComponentType<P>>): Part<P> {
  let there: ComponentType<P> | null = null;
  const load = async () => {
    there ??= await fetchIt();
    return { default: there };
  };
  const Later = lazy<ComponentType<P>>(load);
  function Shown(props: P) {
    // What it began with it stays: another component would begin anew.
    const [Component] = useState<ComponentType<P>>(() => there ?? Later);
    return <Component {...props} />;
  }
  return Object.assign(Shown, {
    load: async () => {
      await load();
    },
    isThere: () => there !== null,
  });
}
