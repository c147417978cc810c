import { beforeEach, describe, expect, it } from "vitest";
import {
  buryMany,
  type CopyToKeep,
  keepCopies,
  tombstonesOf,
  type Watch,
} from "#data/device/keep-copies.ts";
import { createMirror } from "#data/device/mirror.ts";
import {
  article,
  deniedDatabase,
  denseText,
  digestOf,
  FakeStorage,
  freshDatabase,
  idOf,
  startStore,
} from "./fakes.ts";

let disk: FakeStorage;

beforeEach(() => {
  disk = new FakeStorage();
  freshDatabase();
});

type Store = Awaited<ReturnType<typeof startStore>>;

function copy(number: number, parts: Partial<CopyToKeep> = {}): CopyToKeep {
  return {
    id: idOf(number),
    savedAt: "2019-05-04T10:00:00Z",
    changedAt: "2020-01-01T00:00:00Z",
    digest: digestOf(number),
    origin: "import",
    article: article(number),
    ...parts,
  };
}

const keep = (store: Store, copies: readonly CopyToKeep[], watch?: Watch) =>
  store.withMany((ground) => keepCopies(ground, copies, watch));
const titles = (store: Store) => store.getSnapshot().records.map(({ summary }) => summary.title);

describe("many copies at once", () => {
  it("are listed in their order above what is here, and open in a page opened later", async () => {
    const store = await startStore(disk);
    await store.save(article(9), digestOf(9));
    const { kept, failed } = await keep(store, [copy(1), copy(2), copy(3)]);
    expect([[...kept].length, failed.size]).toEqual([3, 0]);
    expect(titles(store)).toEqual(["Story 1", "Story 2", "Story 3", "Story 9"]);
    const later = await startStore(disk);
    expect(titles(later)).toEqual(["Story 1", "Story 2", "Story 3", "Story 9"]);
    expect(await later.open(idOf(2))).toEqual(article(2));
  });

  it("keep what their reader did with them", async () => {
    const store = await startStore(disk);
    await keep(store, [copy(1, { archived: true, labels: ["rivers"] })]);
    expect((await startStore(disk)).getSnapshot().byId.get(idOf(1))).toMatchObject({
      savedAt: "2019-05-04T10:00:00Z",
      changedAt: "2020-01-01T00:00:00Z",
      archived: true,
      labels: ["rivers"],
      origin: "import",
    });
  });

  it("of a link alone say where it leads", async () => {
    const store = await startStore(disk);
    const link = "https://paper.example/a";
    await keep(store, [copy(1, { article: article(1, { body: "", link }) })]);
    expect(store.getSnapshot().byId.get(idOf(1))?.link).toBe(link);
  });

  it("leave one that is here in its place, with the new text", async () => {
    const store = await startStore(disk);
    await keep(store, [copy(1), copy(2)]);
    await keep(store, [copy(2, { digest: digestOf(7), article: article(2, { title: "Mended" }) })]);
    expect(titles(store)).toEqual(["Story 1", "Mended"]);
  });

  it("go to the mirror alone beyond the room of localStorage, and are all listed and opened", async () => {
    const store = await startStore(disk);
    const large = (number: number) =>
      copy(number, { article: article(number, { body: denseText(900_000, number) }) });
    const { kept } = await keep(store, [1, 2, 3, 4, 5, 6, 7, 8].map(large));
    expect(kept.size).toBe(8);
    expect(disk.used()).toBeLessThan(2_500_000);
    expect(disk.values.get(`offprint:record:${idOf(8)}`), "its line in the list").toContain(
      "mirror",
    );
    const later = await startStore(disk);
    expect(later.getSnapshot().records).toHaveLength(8);
    expect((await later.open(idOf(8))).body).toBe(denseText(900_000, 8));
    expect(later.getSnapshot().byId.get(idOf(1))?.body).toBe("local");
    expect(later.getSnapshot().byId.get(idOf(8))?.body).toBe("mirror");
  });

  it("are kept in localStorage where the browser denies the mirror", async () => {
    deniedDatabase();
    const store = await startStore(disk);
    const { kept } = await keep(store, [copy(1)]);
    expect([...kept]).toEqual([idOf(1)]);
    expect(titles(await startStore(disk))).toEqual(["Story 1"]);
  });

  it("that fit into neither place are named", async () => {
    const mirror = { ...createMirror("offprint", 200), put: () => refuse() };
    disk.quota = 100;
    const store = await startStore(disk, { mirror });
    const { kept, failed } = await keep(store, [copy(1), copy(2)]);
    expect(kept.size).toBe(0);
    expect([...failed]).toEqual([
      [idOf(1), "full"],
      [idOf(2), "full"],
    ]);
  });

  it("of which one is too much for the mirror lose that one alone", async () => {
    const whole = createMirror("offprint", 200);
    const mirror: typeof whole = {
      ...whole,
      put: (copies) =>
        copies.some(({ record }) => record.id === idOf(2)) ? refuse() : whole.put(copies),
    };
    disk.quota = 10;
    const store = await startStore(disk, { mirror });
    const { kept, failed } = await keep(store, [copy(1), copy(2), copy(3)]);
    expect([...kept]).toEqual([idOf(1), idOf(3)]);
    expect([...failed]).toEqual([[idOf(2), "full"]]);
  });

  it("that fit nowhere leave the copy that is here as it was", async () => {
    const whole = createMirror("offprint", 200);
    let isFull = false;
    const mirror: typeof whole = { ...whole, put: (put) => (isFull ? refuse() : whole.put(put)) };
    const store = await startStore(disk, { mirror });
    await keep(store, [copy(1)]);
    isFull = true;
    disk.quota = disk.used() + 100;
    const large = article(1, { title: "Newer", body: denseText(20_000) });
    const { failed } = await keep(store, [copy(1, { digest: digestOf(7), article: large })]);
    expect([...failed]).toEqual([[idOf(1), "full"]]);
    expect(await store.open(idOf(1))).toEqual(article(1));
    expect(await (await startStore(disk)).open(idOf(1))).toEqual(article(1));
  });

  it("do not overwrite what can't be read", async () => {
    disk.values.set(`offprint:record:${idOf(1)}`, "{");
    const store = await startStore(disk);
    const { kept, failed } = await keep(store, [copy(1), copy(2)]);
    expect([[...kept], [...failed]]).toEqual([[idOf(2)], [[idOf(1), "occupied"]]]);
    expect(disk.values.get(`offprint:record:${idOf(1)}`)).toBe("{");
  });

  it("stop at the reader's word, and what was kept until then stays", async () => {
    const store = await startStore(disk);
    const stop = new AbortController();
    const seen: number[] = [];
    const copies = Array.from({ length: 120 }, (_, at) => copy(at + 1));
    const { kept } = await keep(store, copies, {
      signal: stop.signal,
      onProgress: (done) => {
        seen.push(done);
        if (done === 100) stop.abort();
      },
    });
    expect([kept.size, seen]).toEqual([100, [50, 100]]);
    expect(titles(await startStore(disk))[99]).toBe("Story 100");
  });
});

describe("many at once are taken out", () => {
  it("with a mark for each, also for one that was never here", async () => {
    const store = await startStore(disk);
    await keep(store, [copy(1), copy(2)]);
    const changedAt = "2021-01-01T00:00:00Z";
    const isDone = await store.withMany((ground) =>
      buryMany(
        ground,
        [1, 5].map((number) => ({ id: idOf(number), changedAt })),
      ),
    );
    expect(isDone).toBe(true);
    const later = await startStore(disk);
    expect(titles(later)).toEqual(["Story 2"]);
    const stones = await later.withMany(async (ground) => tombstonesOf(ground));
    expect(stones.map(({ id, changedAt }) => [id, changedAt])).toEqual([
      [idOf(1), changedAt],
      [idOf(5), changedAt],
    ]);
  });

  it("and one that is saved again since has no mark", async () => {
    const store = await startStore(disk);
    await store.withMany((ground) => buryMany(ground, [{ id: idOf(1) }]));
    await store.save(article(1), digestOf(1));
    expect(await store.withMany(async (ground) => tombstonesOf(ground))).toEqual([]);
  });
});

function refuse(): Promise<void> {
  return Promise.reject(new DOMException("full", "QuotaExceededError"));
}
