import { readText } from "./folder/read-text.ts";
import type { Ground } from "./ground.ts";
import { type Description, describePage } from "./site/describe-page.ts";
import type { Layout } from "./site/layout.ts";
import type { Tell } from "./source/fields.ts";
import { readSource, type Source } from "./source/read-source.ts";

/** A content file to be read, and what its path says of it. */
export type Task = { readonly path: string; readonly id: string; readonly layout: Layout };

/** Something that is wrong with a file: the line, from 1, and "What is wrong. What to do." */
export type Remark = {
  readonly line: number;
  readonly message: string;
  /** A picture that stays where it is, which is no fault of the file's; the message is the reason in a few words. */
  readonly picture?: string;
};

/**
 * What one content file says to all others. It depends on the file's bytes, on its path and on the ground alone, and is
 * nothing but values: it can come from another thread, or from an earlier run.
 */
export type Draft = Description & { readonly remarks: readonly Remark[] };

/** Reads a content file and describes its article. The source is null where it is not to be published. */
export function draftFile(task: Task, ground: Ground): { draft: Draft; source: Source | null } {
  const remarks: Remark[] = [];
  const source = openSource(task, ground, (line, message) => remarks.push({ line, message }));
  if ("reason" in source) {
    return { draft: { facts: null, leftOut: source.reason, remarks }, source: null };
  }
  const description = describePage(task.path, task.layout, source, ground);
  return { draft: { ...description, remarks }, source: description.facts && source };
}

/** Reads a content file, with what its section hands down to it; or says in a few words why it can't be read. */
export function openSource(
  { path, layout }: Task,
  { root, cascades }: Ground,
  tell: Tell,
): Source | { readonly reason: string } {
  const source = readSource(readText(`${root}/${path}`), tell);
  if ("reason" in source) return source;
  return { ...source, fields: source.fields.withDefaults(cascades.defaultsFor(layout)) };
}
