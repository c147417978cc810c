import { folderOf } from "#pipeline/content/folder/file-kind.ts";
import { clip, type Fields, wordsOf } from "#pipeline/content/source/fields.ts";
import { hugoAddress, oldAddress } from "./address.ts";
import type { Layout } from "./layout.ts";

/** An article's Hugo address, and the old addresses that must lead to it. */
type Addresses = { readonly address: string; readonly aliases: readonly string[] };

const MOST_ALIASES = 2000;

/** Reads `slug`, `url` and `aliases`. One that can't be a path is told and dropped. */
export function readAddress(fields: Fields, layout: Layout): Addresses {
  const plain = hugoAddress(layout.prefix, layout.name, readSlug(fields));
  const above = `${folderOf(plain.slice(0, -1))}/`;
  const url = readPath(fields, "url", fields.word("url"), "/");
  const declared = wordsOf(fields.get("aliases"));
  if (declared.length > MOST_ALIASES) {
    fields.tell(
      "aliases",
      `There are ${declared.length} aliases; only ${MOST_ALIASES} count. Remove the others.`,
    );
  }
  const aliases = declared
    .slice(0, MOST_ALIASES)
    .map((alias) => readPath(fields, "aliases", alias, above))
    .filter((alias) => alias !== null);
  const address = url === null ? plain : `${layout.prefix}${url}`;
  return { address, aliases: [...new Set(url === null ? aliases : [address, ...aliases])] };
}

function readSlug(fields: Fields): string | undefined {
  const slug = fields.word("slug");
  if (slug === undefined || !/[\\\p{Cc}]|(?:^|\/)\.+(?:\/|$)/u.test(slug)) return slug;
  const rest = "so the file's name stands for it. Use letters, digits and hyphens.";
  fields.tell("slug", `“slug: ${clip(slug)}” can't be a part of an address, ${rest}`);
  return undefined;
}

function readPath(
  fields: Fields,
  key: string,
  declared: string | undefined,
  folder: string,
): string | null {
  if (declared === undefined) return null;
  const read = oldAddress(declared, folder);
  if ("path" in read) return read.path;
  fields.tell(key, `“${clip(declared)}” ${read.fault}, so nothing leads from there. Change it.`);
  return null;
}
