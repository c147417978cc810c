import { dataAddress } from "#model/address.ts";
import { EDITION_VERSION } from "#model/article.ts";
import { type Manifest, parseHead, parseManifest } from "#model/edition.ts";
import type { EditionOptions } from "#pipeline/options.ts";
import { compareText } from "./compare-text.ts";
import { digestOf } from "./digest.ts";
import type { DocumentMaker } from "./document-maker.ts";
import { writeHead } from "./head-file.ts";
import { writeMonths } from "./month-files.ts";
import type { Staging } from "./staging.ts";
import type { Arrangement } from "./story-index.ts";
import type { StoryWriter } from "./story-writer.ts";
import { writeTerms } from "./term-files.ts";
import { countTerms } from "./term-index.ts";

/** Writes all lists, the manifest that names them, and the front document. */
export function writeManifest(
  arrangement: Arrangement,
  stories: StoryWriter,
  { title, language, timeZone }: EditionOptions,
  documents: DocumentMaker,
  staging: Staging,
): void {
  const head = writeHead(arrangement, staging);
  const schedule = writeSchedule(stories, staging);
  const named: Omit<Manifest, "v" | "edition"> = {
    title,
    language,
    timeZone,
    counts: { stories: arrangement.count, terms: countTerms(arrangement.terms) },
    head: head.digest,
    directories: {
      tag: writeTerms("tag", arrangement, staging),
      source: writeTerms("source", arrangement, staging),
      section: writeTerms("section", arrangement, staging),
    },
    months: writeMonths(arrangement, staging),
    ...(schedule && { schedule }),
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
}

function writeSchedule({ schedule }: StoryWriter, staging: Staging): Manifest["schedule"] {
  const sorted = [...schedule].sort(
    (a, b) => compareText(a.appears, b.appears) || compareText(a.story.id, b.story.id),
  );
  const [first] = sorted;
  if (!first) return undefined;
  const text = JSON.stringify(sorted);
  const digest = digestOf(text);
  staging.put(dataAddress.schedule(digest), text);
  return { first: first.appears, digest };
}
