/**
 * Publishes an edition in a process of its own, which ends itself at a chosen moment as a killed one ends.
 * Arguments: out, app, content, the name of one of the disk's calls, and before which of them to die.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { writeEdition } from "#pipeline/edition/write-edition.ts";
import type { EditionOptions } from "#pipeline/options.ts";
import { Report } from "#pipeline/report.ts";
import { contentOf, documents, story } from "../../support/edition-stories.ts";

const [out = "", app = "", content = "", name = "", number = ""] = process.argv.slice(2);
const disk = fs as unknown as Record<string, (...given: unknown[]) => unknown>;
const call = disk[name] as (...given: unknown[]) => unknown;
let calls = 0;
disk[name] = (...given) => {
  calls += 1;
  if (calls === Number(number)) process.kill(process.pid, "SIGKILL");
  return call(...given);
};
syncBuiltinESMExports();

const options: EditionOptions = {
  content,
  title: "The Second",
  language: "en",
  timeZone: "UTC",
  base: "/",
  drafts: false,
  future: false,
  expired: false,
  tagsFrom: ["tags"],
  pictures: "remote",
  now: new Date("2026-02-01T00:00:00Z"),
};
const stories = Array.from({ length: 40 }, (_, n) =>
  story(`${n}.md`, { title: `Second ${n}`, tags: [`Tag ${n % 5}`] }),
);
await writeEdition(contentOf(stories), options, new Report(), { out, app, documents });
