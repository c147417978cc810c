import { describe, expect, it } from "vitest";
import { createNewVersion } from "#data/worker/new-version.ts";
import { FakeContainer, FakeWorker } from "#tests/support/service-workers.ts";

/** A page that a worker has, or not, and how often it was loaded anew. */
function openPage({ isControlled }: { isControlled: boolean }) {
  const container = new FakeContainer();
  if (isControlled) container.controller = new FakeWorker();
  let reloads = 0;
  const newVersion = createNewVersion(container.asContainer, () => {
    reloads += 1;
  });
  const heard: boolean[] = [];
  newVersion.subscribe(() => heard.push(newVersion.isReady()));
  const follow = async () => newVersion.follow(await container.asContainer.register(""));
  return { container, newVersion, heard, follow, reloads: () => reloads };
}

describe("a newer version of the app", () => {
  it("is ready once it is installed, not before", async () => {
    const { container, newVersion, heard, follow } = openPage({ isControlled: true });
    await follow();
    expect(newVersion.isReady()).toBe(false);
    container.registration.find();
    expect(newVersion.isReady()).toBe(false);
    container.registration.install();
    expect(newVersion.isReady()).toBe(true);
    expect(heard.at(-1)).toBe(true);
  });

  it("is ready at once where it came before this page was opened", async () => {
    const { container, newVersion, heard, follow } = openPage({ isControlled: true });
    container.registration.waiting = new FakeWorker();
    await follow();
    expect(newVersion.isReady()).toBe(true);
    expect(heard).toEqual([true]);
  });

  it("is heard of where it was on its way when this page was opened", async () => {
    const { container, heard, follow } = openPage({ isControlled: true });
    container.registration.installing = new FakeWorker();
    await follow();
    container.registration.install();
    expect(heard.at(-1)).toBe(true);
  });

  it("is none where the worker is the first", async () => {
    const { container, newVersion, follow } = openPage({ isControlled: false });
    await follow();
    container.registration.find();
    container.registration.install();
    expect(newVersion.isReady()).toBe(false);
  });

  it("begins at the reader's word, and the page is loaded anew once", async () => {
    const { container, newVersion, follow, reloads } = openPage({ isControlled: true });
    await follow();
    container.registration.find();
    const worker = container.registration.install();
    newVersion.apply();
    expect(worker?.told).toEqual([{ type: "SKIP_WAITING" }]);
    expect(reloads()).toBe(0);
    container.takeOver();
    container.takeOver();
    expect(reloads()).toBe(1);
  });

  it("that another tab let begin loads this page anew as well", async () => {
    const { container, follow, reloads } = openPage({ isControlled: true });
    await follow();
    container.takeOver();
    expect(reloads()).toBe(1);
  });

  it("that another tab took first is had by a reload", async () => {
    const { newVersion, follow, reloads } = openPage({ isControlled: true });
    await follow();
    newVersion.apply();
    expect(reloads()).toBe(1);
  });

  it("comes after the first worker took the page over, which itself loads nothing anew", async () => {
    const { container, follow, reloads } = openPage({ isControlled: false });
    await follow();
    container.takeOver();
    expect(reloads()).toBe(0);
    container.takeOver();
    expect(reloads()).toBe(1);
  });
});
