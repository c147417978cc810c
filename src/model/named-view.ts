import * as v from "valibot";
import { InstantSchema } from "./article.ts";
import { checkVersion, parseAs } from "./parse.ts";

const VIEW_VERSION = 1;

const NamedViewSchema = v.object({
  v: v.literal(VIEW_VERSION),
  id: v.pipe(v.string(), v.regex(/^[0-9a-z]{1,20}$/, "a view's id")),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
  /** The filter, as `filterToSearch` writes it. */
  search: v.pipe(v.string(), v.maxLength(5_000)),
  changedAt: InstantSchema,
  /** True where it was removed: it is kept, so that an older backup does not bring it again. */
  isGone: v.exactOptional(v.boolean()),
});
/** A filter to which the reader gave a name. */
export type NamedView = v.InferOutput<typeof NamedViewSchema>;

/** @throws FormatError, NewerVersionError */
export function parseNamedView(value: unknown): NamedView {
  checkVersion(value, VIEW_VERSION, "saved view");
  return parseAs(NamedViewSchema, value, "saved view");
}
