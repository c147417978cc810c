import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { dataAddress } from "#model/address.ts";
import { parseArticle } from "#model/article.ts";
import { buildData } from "#pipeline/command/build.ts";
import { makePlan } from "#pipeline/command/plan/plan.ts";
import { idOf } from "../../support/edition-stories.ts";
import { readJson, writeFiles } from "../../support/edition-workshop.ts";
import { plainPicture, playHosts } from "../../support/picture-host.ts";

const QUIET = { say: () => {}, tell: () => {}, show: null };

/** A content folder whose one story shows a picture of another host, which gives out what `current` says. */
async function makeHouse(current: () => Buffer | null) {
  const cwd = mkdtempSync(join(tmpdir(), "offprint-build-"));
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
  writeFiles(join(cwd, "content"), {
    "a.md": "---\ntitle: A\n---\n![A](https://pictures.example/a.png)",
    "b.md": "---\ntitle: B\n---\nWords.",
  });
  const host = await playHosts({
    "pictures.example/a.png": (_: unknown, response: ServerResponse) => {
      const picture = current();
      if (picture) response.setHeader("content-type", "image/png").end(picture);
      else response.writeHead(404).end();
    },
  });
  return async (day: string) => {
    const now = new Date(`${day}T00:00:00Z`);
    const plan = makePlan("content", { pictures: "local" }, { now, cwd });
    const outcome = await buildData(plan, QUIET, { ...host, pause: async () => undefined });
    const id = idOf("a.md");
    const { body, picture } = parseArticle(readJson(plan.out, dataAddress.articleFile(id)));
    const file = /src="\/(data\/files\/[^"]+\.webp)"/.exec(body)?.[1];
    const bytes = file === undefined ? null : readFileSync(join(plan.out, file));
    return { ...outcome, body, picture, file, bytes };
  };
}

describe("an edition whose pictures are its own", () => {
  it("shows a picture's new version in the next build that finds one, and nothing else changes", async () => {
    let current = await plainPicture(30, 20, "red", "png");
    const build = await makeHouse(() => current);
    const first = await build("2026-02-01");
    expect(first.bytes?.subarray(8, 12).toString()).toBe("WEBP");
    expect(first.picture?.square).toMatch(/^data\/files\/.*-square\.webp$/);
    expect(first.report).toMatchObject({ picturesOwn: 1, picturesElsewhere: [] });

    current = await plainPicture(30, 20, "blue", "png");
    const soon = await build("2026-02-03");
    expect(soon.result).toMatchObject({ written: 0 });
    expect(soon.file).toBe(first.file);

    const later = await build("2026-02-10");
    expect(later.file).not.toBe(first.file);
    expect(later.bytes?.equals(first.bytes ?? Buffer.from(""))).toBe(false);
  });

  it("shows a picture from where it is until it can be had", async () => {
    let current: Buffer | null = null;
    const build = await makeHouse(() => current);
    const first = await build("2026-02-01");
    expect(first.body).toContain('src="https://pictures.example/a.png"');
    expect(first.report.picturesElsewhere).toEqual([
      { path: "a.md", address: "https://pictures.example/a.png", reason: "its host answers 404" },
    ]);
    current = await plainPicture(30, 20, "red", "png");
    const second = await build("2026-02-03");
    expect(second.body).not.toContain("https://");
    expect(second.report.picturesElsewhere).toEqual([]);
  });
});
