import { useSyncExternalStore } from "react";
import type { Summary } from "#model/article.ts";
import { createActs, type NamedAct } from "./acts.ts";
import { deviceStorage, otherTabs, readMarks } from "./device.ts";

const acts = createActs({
  storage: deviceStorage,
  tabs: otherTabs,
  marks: readMarks,
  now: () => new Date(),
});

export const { mark: markStories, undo: undoAct } = acts;

type Story = Pick<Summary, "id" | "title">;

/** Marks a story that was opened, unless the reader wants it to stay unread. */
export function markOpened({ id, title }: Story): void {
  acts.mark({ way: "opened", mark: "read", ids: [id], title });
}

/** Marks one story by hand: read where it is unread, and the other way round. */
export function toggleRead({ id, title }: Story): NamedAct | null {
  const mark = readMarks.isRead(id) ? "unread" : "read";
  return acts.mark({ way: "hand", mark, ids: [id], title });
}

/** Takes back what was done last; null where there is nothing. */
export function undoLast(): NamedAct | null {
  const [last] = acts.getSnapshot();
  return last && acts.undo(last.name) ? last : null;
}

/** What can be taken back, latest first. */
export function useActs(): readonly NamedAct[] {
  return useSyncExternalStore(acts.subscribe, acts.getSnapshot);
}
