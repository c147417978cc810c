import type { Report } from "#pipeline/report.ts";
import { compareText } from "./compare-text.ts";
import type { DocumentMaker } from "./document-maker.ts";
import type { Former } from "./former.ts";
import type { Staging } from "./staging.ts";
import type { Alias } from "./story-writer.ts";

/** Writes a document at every old address, and gives whose it is; one that can't be had is reported, and the rest go on. */
export function writeAliases(
  aliases: readonly Alias[],
  documents: DocumentMaker,
  staging: Staging,
  report: Report,
  former: Former | null = null,
): [file: string, id: string][] {
  const owners = new Map<string, Alias>();
  const folders = new Set<string>();
  const sorted = [...aliases].sort(
    (a, b) => compareText(a.path, b.path) || compareText(a.alias, b.alias),
  );
  for (const alias of sorted) {
    const file = aliasFile(alias.alias);
    const refusal = file === null ? BAD_PATH : refuse(file, alias, owners, folders, staging);
    if (refusal !== null) report.problem(alias.path, 1, `The alias ${alias.alias} ${refusal}`);
    if (file === null || refusal !== null || owners.has(file)) continue;
    owners.set(file, alias);
    for (const folder of foldersOf(file)) folders.add(folder);
    putAlias(file, alias.id, documents, staging, former);
  }
  return [...owners].map(([file, { id }]) => [file, id]);
}

function putAlias(
  file: string,
  id: string,
  documents: DocumentMaker,
  staging: Staging,
  former: Former | null,
): void {
  if (former?.aliasAt(file) === id) staging.keepFormer(file);
  else staging.put(file, documents.alias(id), "document");
}

const BAD_PATH =
  "can't be the path of a file. Write it as a plain path below the site, such as /old/name/.";

/** The file that a web server gives for an alias; null where it can't be one within the edition. */
function aliasFile(alias: string): string | null {
  const segments = decoded(alias)
    .split("/")
    .filter((segment) => segment !== "");
  const isPlain = segments.every(
    (segment) => !/^\.|[\\?#:*"<>|\p{Cc}]/u.test(segment) && Buffer.byteLength(segment) <= 200,
  );
  if (!isPlain || segments.length === 0 || alias.length > 1_000) return null;
  const path = segments.join("/");
  return /\.html?$/i.test(path) ? path : `${path}/index.html`;
}

/** Servers look for the file whose name is the decoded path. */
function decoded(alias: string): string {
  try {
    return decodeURIComponent(alias);
  } catch {
    // A lone “%” is part of the name then.
    return alias;
  }
}

/** Says why an alias can't be had; null where it can, or where the same article has it already. */
function refuse(
  file: string,
  alias: Alias,
  owners: ReadonlyMap<string, Alias>,
  folders: ReadonlySet<string>,
  staging: Staging,
): string | null {
  const owner = owners.get(file);
  if (owner?.id === alias.id) return null;
  if (owner) return `is already taken by ${owner.path}. Take it out of one of the two.`;
  const steps = [file, ...foldersOf(file)];
  const isTaken = steps.some((step) => staging.has(step) || staging.has(step.toLowerCase()));
  if (!isTaken && !folders.has(file)) return null;
  return "is an address of the edition itself. Take it out, or choose another.";
}

function foldersOf(file: string): string[] {
  const segments = file.split("/").slice(0, -1);
  return segments.map((_, index) => segments.slice(0, index + 1).join("/"));
}
