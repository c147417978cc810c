import { draftFile, type Task } from "./draft-file.ts";
import type { Ground } from "./ground.ts";
import { type Kin, type Making, makeStory } from "./make-story.ts";
import { withLocalPictures } from "./media/local-pictures.ts";
import type { Facts } from "./site/describe-page.ts";
import { type Answers, type Ask, makeAsking } from "./site/questions.ts";
import { oneLine } from "./source/plain-text.ts";
import type { Source } from "./source/read-source.ts";

/** Why nothing was made of a content file: for the report of problems, and in a few words. */
export type Failure = { readonly problem: string; readonly reason: string };

/** Makes the article of a file, asking for what it needs to know; a fault of ours must not cost the other articles. */
export async function composeStory(
  task: Task,
  source: Source,
  facts: Pick<Facts, "title" | "date">,
  ground: Ground,
  kin: Kin,
  now: Answers,
  ask: Ask,
): Promise<Making | Failure> {
  try {
    const make = (answers: Answers) => makeStory(task, source, facts, ground, answers, kin);
    const making = await makeAsking(make, now, ask);
    if (ground.options.pictures === "remote") return making;
    // Only now, since an address may turn out to be that of a file of the folder.
    return await makeAsking(
      (answers) => withLocalPictures(making, ground.options.base, answers),
      now,
      ask,
    );
  } catch (cause) {
    return failureOf(cause);
  }
}

/** Reads a file again, and makes its article. */
export async function recomposeStory(
  task: Task,
  ground: Ground,
  kin: Kin,
  now: Answers,
  ask: Ask,
): Promise<Making | Failure> {
  const { draft, source } = draftFile(task, ground);
  if (source && draft.facts) return composeStory(task, source, draft.facts, ground, kin, now, ask);
  const problem = "The file changed while the edition was made. Build again.";
  return { problem, reason: draft.leftOut ?? "changed" };
}

function failureOf(cause: unknown): Failure {
  const what = cause instanceof Error ? oneLine(cause.message) : String(cause);
  const problem = `Offprint fails on this file (${what}). Simplify it, and tell its makers.`;
  return { problem, reason: "unreadable body" };
}
