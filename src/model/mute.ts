import * as v from "valibot";
import { InstantSchema, type Summary } from "./article.ts";
import { checkVersion, parseAs } from "./parse.ts";
import { termKey } from "./term.ts";

const MUTE_VERSION = 1;

/** What can be muted. */
const MUTE_KINDS = ["word", "tag", "source"] as const;
export type MuteKind = (typeof MUTE_KINDS)[number];

const MuteSchema = v.object({
  v: v.literal(MUTE_VERSION),
  /** As `muteId` makes it: what is muted twice is muted once. */
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(220)),
  kind: v.picklist(MUTE_KINDS),
  /** As the reader or the story writes it. */
  label: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  changedAt: InstantSchema,
  /** True where it was taken back: it is kept, so that an older backup does not bring it again. */
  isGone: v.exactOptional(v.boolean()),
});
/** A word, a tag or a source of which the reader wants to see nothing. */
export type Mute = v.InferOutput<typeof MuteSchema>;

/** @throws FormatError, NewerVersionError */
export function parseMute(value: unknown): Mute {
  checkVersion(value, MUTE_VERSION, "muted word");
  return parseAs(MuteSchema, value, "muted word");
}

/** Names what is muted; empty for a label that says nothing. */
export function muteId(kind: MuteKind, label: string): string {
  const key = kind === "word" ? fold(label).trim() : termKey(label);
  return key === "" ? "" : `${kind}:${key.slice(0, 200)}`;
}

/** Gives the first of what is muted that hides a story; undefined where nothing does. */
export function mutedBy(
  mutes: readonly Mute[],
  { title, excerpt, tags, source }: Pick<Summary, "title" | "excerpt" | "tags" | "source">,
): Mute | undefined {
  if (mutes.length === 0) return undefined;
  const text = fold(`${title} ${excerpt}`);
  const terms = new Set(tags.map((tag) => `tag:${termKey(tag)}`));
  if (source !== undefined) terms.add(`source:${termKey(source)}`);
  return mutes.find(({ kind, id }) => {
    if (kind !== "word") return terms.has(id);
    const word = id.slice("word:".length);
    return text.includes(JOINED.test(word) ? word : ` ${word} `);
  });
}

/** Scripts that write without spaces: a word is found within others there. */
const JOINED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** The words of a text alone, each between spaces: without case, accents, and whatever quotes and dashes it has. */
function fold(text: string): string {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss");
  return ` ${plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;
}
