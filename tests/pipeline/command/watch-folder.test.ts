import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { watchFolder } from "#pipeline/command/watch-folder.ts";

function watched() {
  const folder = mkdtempSync(join(tmpdir(), "offprint-watch-"));
  const changed = vi.fn(async () => undefined);
  const failed = vi.fn();
  mkdirSync(join(folder, "news"));
  const besides = mkdtempSync(join(tmpdir(), "offprint-watch-"));
  const file = join(besides, "settings.json");
  const { close } = watchFolder(folder, file, changed, failed);
  onTestFinished(() => {
    close();
    for (const each of [folder, besides]) rmSync(each, { recursive: true, force: true });
  });
  /** Resolves once as many calls came as a change must make. */
  const calls = (count: number) =>
    vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(count), { timeout: 5_000 });
  return { folder, file, changed, failed, calls };
}

test("a new file, a changed one and one that is gone are noticed, in a folder below too", async () => {
  const { folder, calls } = watched();
  writeFileSync(join(folder, "a.md"), "a");
  await calls(1);
  writeFileSync(join(folder, "news/b.md"), "b");
  await calls(2);
  writeFileSync(join(folder, "news/b.md"), "c");
  await calls(3);
  rmSync(join(folder, "a.md"));
  await calls(4);
});

test("a file in a folder that is new is noticed, also where the folder was moved there", async () => {
  const { folder, calls } = watched();
  mkdirSync(join(folder, "new/deep"), { recursive: true });
  await calls(1);
  writeFileSync(join(folder, "new/deep/a.md"), "a");
  await calls(2);
  renameSync(join(folder, "new"), join(folder, "old"));
  await calls(3);
  writeFileSync(join(folder, "old/deep/a.md"), "b");
  await calls(4);
});

test("a folder that was removed and made again is watched again", async () => {
  const { folder, calls } = watched();
  rmSync(join(folder, "news"), { recursive: true });
  await calls(1);
  mkdirSync(join(folder, "news"));
  await calls(2);
  writeFileSync(join(folder, "news/a.md"), "a");
  await calls(3);
});

test("the file outside is noticed too: once it is there, when it is replaced, and when it goes", async () => {
  const { file, changed, calls } = watched();
  writeFileSync(`${file}.part`, "{}");
  renameSync(`${file}.part`, file);
  await calls(1);
  writeFileSync(file, "{ }");
  await calls(2);
  rmSync(file);
  await calls(3);
  writeFileSync(join(dirname(file), "other.json"), "{}");
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(changed).toHaveBeenCalledTimes(3);
});

test("what is told of a failure is not the end", async () => {
  const { folder, changed, failed, calls } = watched();
  changed.mockRejectedValueOnce(new Error("no"));
  writeFileSync(join(folder, "a.md"), "a");
  await calls(1);
  writeFileSync(join(folder, "a.md"), "b");
  await calls(2);
  expect(failed).toHaveBeenCalledTimes(1);
});
