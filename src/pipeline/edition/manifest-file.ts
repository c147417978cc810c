import { dataAddress } from "#model/address.ts";
import { type Manifest, parseHead, parseManifest, type TopTerm } from "#model/edition.ts";
import { EDITION_VERSION } from "#model/edition-version.ts";
import type { TermKind } from "#model/term.ts";
import type { EditionOptions } from "#pipeline/options.ts";
import { compareText } from "./compare-text.ts";
import { digestOf } from "./digest.ts";
import type { DocumentMaker } from "./document-maker.ts";
import type { EditionNotes, NotedMonth, NotedRows, NotedTerm } from "./former.ts";
import { writeHead } from "./head-file.ts";
import { writeMonths } from "./month-files.ts";
import type { Staging } from "./staging.ts";
import type { Arrangement } from "./story-index.ts";
import type { StoryWriter } from "./story-writer.ts";
import { readStretch } from "./summary-spill.ts";
import { companionsOf } from "./term-companions.ts";
import { PLACES_IN_A_FILE, writeTerms } from "./term-files.ts";
import { countTerms, type TermUse } from "./term-index.ts";

/** So many terms does the manifest name itself: the rail's tags, and the sections that most articles are of. */
const TOP = { tag: 8, section: 24 };

/** What the lists were made of. */
export type ListNotes = Pick<EditionNotes, "months" | "rows" | "terms">;

/** Writes all lists, the manifest that names them, and the front document; gives what they were made of. */
export function writeManifest(
  arrangement: Arrangement,
  stories: StoryWriter,
  { title, language, timeZone }: EditionOptions,
  documents: DocumentMaker,
  staging: Staging,
): ListNotes {
  const months: NotedMonth[] = [];
  const rows: NotedRows[] = [];
  const terms: Record<TermKind, NotedTerm[]> = { tag: [], source: [], section: [] };
  const companions = companionsOf(arrangement, PLACES_IN_A_FILE);
  const directoryOf = (kind: TermKind) =>
    writeTerms(kind, arrangement, companions, staging, (term) => terms[kind].push(term));
  const head = writeHead(arrangement, staging);
  const schedule = writeSchedule(stories, staging);
  const expiries = stories.expiries.write(staging);
  const named: Omit<Manifest, "v" | "edition"> = {
    title,
    language,
    timeZone,
    counts: { stories: arrangement.count, terms: countTerms(arrangement.terms) },
    head: head.digest,
    directories: {
      tag: directoryOf("tag"),
      source: directoryOf("source"),
      section: directoryOf("section"),
    },
    top: {
      tag: topOf(arrangement.terms.tag, TOP.tag),
      section: topOf(arrangement.terms.section, TOP.section),
    },
    months: writeMonths(arrangement, staging, {
      rows: (file) => rows.push(file),
      month: (month) => months.push(month),
    }),
    ...(schedule && { schedule }),
    ...(expiries && { expiries }),
  };
  const edition = digestOf(JSON.stringify([named, [...stories.unlisted].sort(compareText)]));
  const manifest = parseManifest({ v: EDITION_VERSION, edition, ...named });
  const manifestText = JSON.stringify(manifest);
  staging.put(dataAddress.manifest(), manifestText, "manifest");
  const index = documents.index({
    manifest,
    manifestText,
    head: parseHead(JSON.parse(head.text)),
    headText: head.text,
  });
  staging.put("index.html", index, "index");
  return { months, rows, terms };
}

/** The most used terms of a kind, in the order of its directory. */
function topOf(uses: readonly TermUse[], length: number): TopTerm[] {
  return uses
    .map(({ key, label, stories }): TopTerm => [key, label, stories.length])
    .sort(([a, , many], [b, , more]) => more - many || compareText(a, b))
    .slice(0, length);
}

function writeSchedule({ schedule }: StoryWriter, staging: Staging): Manifest["schedule"] {
  const sorted = [...schedule].sort(
    (a, b) => compareText(a.appears, b.appears) || compareText(a.id, b.id),
  );
  const [first] = sorted;
  if (!first) return undefined;
  const rows = sorted.map(({ appears, summary }) => {
    return `{"appears":${JSON.stringify(appears)},"story":${readStretch(summary)}}`;
  });
  const text = `[${rows.join(",")}]`;
  const digest = digestOf(text);
  staging.putNamed(dataAddress.schedule(digest), text);
  return { first: first.appears, digest };
}
