import * as v from "valibot";
import { IdSchema, InstantSchema } from "./article.ts";
import { checkVersion, parseAs } from "./parse.ts";

const ACT_VERSION = 1;

/** How stories came to be marked: one by hand, many at once, or by themselves. */
const ACT_WAYS = ["hand", "shown", "above", "below", "opened", "scrolled"] as const;
export type ActWay = (typeof ACT_WAYS)[number];

/** What the reader said of a story: read, "unread", or nothing. */
export type Mark = "read" | "unread" | "none";

const ActSchema = v.object({
  v: v.literal(ACT_VERSION),
  at: InstantSchema,
  way: v.picklist(ACT_WAYS),
  /** What it made of the stories. */
  mark: v.picklist(["read", "unread"]),
  /** Of the story, where it was one. */
  title: v.exactOptional(v.string()),
  /** What each story was marked as before. */
  before: v.array(v.tuple([IdSchema, v.picklist(["read", "unread", "none"])])),
});
/** Something that changed read marks, with all that is needed to take it back. */
export type Act = v.InferOutput<typeof ActSchema>;

/** @throws FormatError, NewerVersionError */
export function parseAct(value: unknown): Act {
  checkVersion(value, ACT_VERSION, "act");
  return parseAs(ActSchema, value, "act");
}
