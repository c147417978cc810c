import { type Act, type ActWay, type Mark, parseAct } from "#model/act.ts";
import { instantOf } from "./instant.ts";
import type { DeviceStorage } from "./local-storage.ts";
import type { ReadMarks } from "./marks.ts";
import type { OtherTabs } from "./other-tabs.ts";
import { keyPrefix, storageKey } from "./storage-keys.ts";
import { createSubscribable } from "./subscribable.ts";

/** So many can be taken back, and so many stories in all: what goes beyond is the oldest. */
const MOST = { acts: 50, stories: 5_000 };
/** What is marked while one scroll follows another is one act. */
const ONE_SCROLL_MS = 5 * 60_000;

/** An act with the name under which it is stored; later ones have greater names. */
export type NamedAct = { readonly name: string; readonly act: Act };

export type Acts = {
  readonly subscribe: (listener: () => void) => () => void;
  /** What can be taken back, latest first; the same object until something changes. */
  readonly getSnapshot: () => readonly NamedAct[];
  /**
   * Marks stories. What marks by itself passes over those that the reader marked unread.
   *
   * @returns null where nothing was to change.
   */
  readonly mark: (wish: Wish) => NamedAct | null;
  /** Puts back what has not been changed since; false where it was taken back already. */
  readonly undo: (name: string) => boolean;
};

type Wish = {
  readonly way: ActWay;
  readonly mark: "read" | "unread";
  readonly ids: readonly string[];
  readonly title?: string | undefined;
};

type Surroundings = {
  readonly storage: DeviceStorage;
  readonly tabs: OtherTabs;
  readonly marks: Pick<ReadMarks, "markOf" | "put">;
  readonly now: () => Date;
  /** For tests. */
  readonly most?: typeof MOST;
};

/** The history of read marks: every change can be taken back, several steps and after a reload. */
export function createActs({ storage, tabs, marks, now, most = MOST }: Surroundings): Acts {
  const { subscribe, notify } = createSubscribable();
  let acts = readAll();

  function readAll(): readonly NamedAct[] {
    const names = storage.keys(keyPrefix.act).map((key) => key.slice(keyPrefix.act.length));
    return names
      .sort((a, b) => (a < b ? 1 : -1))
      .flatMap((name) => {
        const act = read(storage.get(storageKey.act(name)));
        return act ? [{ name, act }] : [];
      });
  }

  function look(): void {
    acts = readAll();
    notify();
  }

  tabs.listen((key) => {
    if (key === null || key.startsWith(keyPrefix.act)) look();
  });

  function nameNow(): string {
    let instant = now().getTime();
    const name = () => instant.toString(36).padStart(9, "0");
    while (storage.get(storageKey.act(name())) !== null) instant++;
    return name();
  }

  function keep(named: NamedAct): void {
    const key = storageKey.act(named.name);
    storage.set(key, JSON.stringify(named.act));
    acts = [named, ...acts.filter(({ name }) => name !== named.name)];
    let stories = 0;
    acts = acts.filter(({ name, act }, at) => {
      stories += act.before.length;
      const isKept = at === 0 || (at < most.acts && stories <= most.stories);
      if (!isKept) storage.remove(storageKey.act(name));
      return isKept;
    });
    tabs.announce(key);
    notify();
  }

  return {
    subscribe,
    getSnapshot: () => acts,
    mark: ({ way, mark, ids, title }) => {
      const isByItself = way === "opened" || way === "scrolled";
      const before = ids
        .map((id): [string, Mark] => [id, marks.markOf(id)])
        .filter(([, was]) => was !== mark && !(isByItself && was === "unread"));
      if (before.length === 0) return null;
      marks.put(before.map(([id]) => [id, mark]));
      const [last] = acts;
      const since = last ? now().getTime() - Date.parse(last.act.at) : 0;
      const goesOn = way === "scrolled" && last?.act.way === "scrolled" && since < ONE_SCROLL_MS;
      const named: NamedAct = {
        name: goesOn ? last.name : nameNow(),
        act: {
          v: 1,
          at: instantOf(now()),
          way,
          mark,
          ...(title === undefined ? {} : { title }),
          before: goesOn ? [...last.act.before, ...before] : before,
        },
      };
      keep(named);
      return named;
    },
    undo: (name) => {
      const found = acts.find((each) => each.name === name);
      if (!found) return false;
      const { mark, before } = found.act;
      // What was marked otherwise since stays as it was marked last.
      marks.put(before.filter(([id]) => marks.markOf(id) === mark));
      storage.remove(storageKey.act(name));
      tabs.announce(storageKey.act(name));
      look();
      return true;
    },
  };
}

function read(text: string | null): Act | null {
  try {
    return parseAct(JSON.parse(text ?? ""));
  } catch {
    // A change that can't be read can't be taken back; it goes with the oldest.
    return null;
  }
}
