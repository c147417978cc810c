import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { LedgerWriter, openLedger } from "#pipeline/command/ledger/ledger-file.ts";
import { ledgerKey } from "#pipeline/command/ledger/ledger-key.ts";
import { NO_STORY } from "#pipeline/command/ledger/notes.ts";
import { makePlan } from "#pipeline/command/plan/plan.ts";
import { story } from "../../../support/edition-stories.ts";
import { workshop, writeFiles } from "../../../support/edition-workshop.ts";

const NOW = new Date("2026-02-01T00:00:00Z");
const EDITION = {
  ...{ months: [], rows: [], aliases: [], files: [], previous: [] },
  terms: { tag: [], source: [], section: [] },
  stories: {
    ids: new Uint8Array(0),
    times: new Float64Array(0),
    days: new Uint8Array(0),
    terms: { kinds: [], keys: [], labels: [], counts: [], numbers: [] },
  },
  counts: { stories: 1, articles: 1, tags: 0, sources: 0, sections: 0, files: 9 },
};

async function noted() {
  const { folder, out, publish } = workshop();
  await publish([story("a.md")]);
  const writer = new LedgerWriter(join(folder, "ledger"));
  const note = {
    ...NO_STORY,
    digest: "abc",
    tags: ["Ice", "Owls"],
    expires: "2027-01-01T00:00:00Z",
  };
  writer.add("stories", [note, NO_STORY]);
  const rest = { handed: "", whole: "", listed: [1], edition: EDITION, numbers: Uint32Array.of(3) };
  writer.close(out, { key: "key", now: NOW.getTime(), ...rest });
  return { out, note, file: join(out, ".offprint", "ledger") };
}

describe("a ledger", () => {
  it("gives back what was noted", async () => {
    const { out, note } = await noted();
    const ledger = openLedger(out, "key", NOW);
    expect(ledger?.storiesIn(0).all()).toEqual([note, NO_STORY]);
    expect([...(ledger?.numbers ?? [])]).toEqual([3]);
  });

  it("does not hold for other options, another code or another app", async () => {
    const { out } = await noted();
    expect(openLedger(out, "other", NOW)).toBeNull();
  });

  it("holds for later moments, and not for earlier ones", async () => {
    const { out } = await noted();
    expect(openLedger(out, "key", new Date(NOW.getTime() + 1))).not.toBeNull();
    expect(openLedger(out, "key", new Date(NOW.getTime() - 1))).toBeNull();
  });

  it.each(["data/manifest.json", ".offprint/files.gz"])(
    "does not hold once another run has changed %s",
    async (path) => {
      const { out } = await noted();
      appendFileSync(join(out, path), " ");
      expect(openLedger(out, "key", NOW)).toBeNull();
    },
  );

  it("does not hold where a byte of it is another, or its end is missing, or all of it", async () => {
    const { out, file } = await noted();
    const bytes = readFileSync(file);
    for (const place of [3, bytes.length - 40, bytes.length - 1]) {
      const broken = Buffer.from(bytes);
      broken[place] = (broken[place] ?? 0) ^ 1;
      writeFileSync(file, broken);
      expect(openLedger(out, "key", NOW)).toBeNull();
    }
    writeFileSync(file, bytes.subarray(0, bytes.length - 9));
    expect(openLedger(out, "key", NOW)).toBeNull();
    writeFileSync(file, "");
    expect(openLedger(out, "key", NOW)).toBeNull();
  });
});

it("has another key for other options and another app, and the same at another time", async () => {
  const { folder, app } = workshop();
  writeFiles(join(folder, "content"), { "a.md": "Text" });
  const keyOf = (given: Parameters<typeof makePlan>[1], hasPages = true, now = NOW) => {
    const { options } = makePlan("content", given, { now, cwd: folder });
    return ledgerKey({ options, hasPages }, app);
  };
  const key = keyOf({});
  expect(keyOf({}, true, new Date(0))).toBe(key);
  expect(keyOf({ threads: 3 })).toBe(key);
  const others = [
    keyOf({ title: "Another" }),
    keyOf({ language: "de" }),
    keyOf({ "time-zone": "Asia/Tokyo" }),
    keyOf({ base: "/news/" }),
    keyOf({ drafts: true }),
    keyOf({ future: true }),
    keyOf({ expired: true }),
    keyOf({ "tags-from": ["topics"] }),
    keyOf({}, false),
  ];
  writeFiles(app, { "assets/Index-1.js": "stop()" });
  others.push(keyOf({}));
  expect(new Set([key, ...others]).size).toBe(others.length + 1);
});
