import type { Remark } from "#pipeline/report.ts";
import { type ReadText, readText } from "./folder/read-text.ts";
import type { Seen } from "./folder/seen.ts";
import type { Ground } from "./ground.ts";
import { type Description, describePage } from "./site/describe-page.ts";
import type { Layout } from "./site/layout.ts";
import type { Tell } from "./source/fields.ts";
import { readSource, type Source } from "./source/read-source.ts";

/** A content file to be read, and what its path says of it. */
export type Task = { readonly path: string; readonly id: string; readonly layout: Layout };

/**
 * What one content file says to all others. It depends on the file's bytes, on its path and on the ground alone, and is
 * nothing but values: it can come from another thread, or from an earlier run.
 */
export type Draft = Description & {
  readonly remarks: readonly Remark[];
  /** Null for a file that can't be read. */
  readonly seen: Seen | null;
};

/** Reads a content file and describes its article. The source is null where it is not to be published. */
export function draftFile(task: Task, ground: Ground): { draft: Draft; source: Source | null } {
  const remarks: Remark[] = [];
  const read = readText(`${ground.root}/${task.path}`);
  const seen = "seen" in read ? read.seen : null;
  const tell: Tell = (line, message) => remarks.push({ line, message });
  const source = openSource(read, task, ground, tell);
  if ("reason" in source) {
    const draft = { facts: null, leftOut: source.reason, until: null, remarks, seen };
    return { draft, source: null };
  }
  const description = describePage(task.path, task.layout, source, ground);
  return { draft: { remarks, seen, ...description }, source: description.facts && source };
}

/** Opens a content file, with what its section hands down to it; or says in a few words why it can't be read. */
export function openSource(
  read: ReadText,
  { layout }: Pick<Task, "layout">,
  { cascades }: Ground,
  tell: Tell,
): Source | { readonly reason: string } {
  const source = readSource(read, tell);
  if ("reason" in source) return source;
  return { ...source, fields: source.fields.withDefaults(cascades.defaultsFor(layout)) };
}
