import { beforeEach, describe, expect, it } from "vitest";
import { storageKey } from "#data/device/storage-keys.ts";
import { dataAddress } from "#model/address.ts";
import {
  article,
  deniedDatabase,
  digestOf,
  FakePictures,
  FakeStorage,
  freshDatabase,
  idOf,
  NOON,
  type openStore,
  startStore,
} from "./fakes.ts";

let disk: FakeStorage;
let pictures: FakePictures;

const PNG = { type: "image/png", size: 100 };
const addressOf = (number: number) => `/${dataAddress.resource(digestOf(number), "map.png")}`;
const showing = (number: number, ...shown: number[]) =>
  article(number, { body: shown.map((each) => `<img src="${addressOf(each)}">`).join("") });

beforeEach(() => {
  disk = new FakeStorage();
  pictures = new FakePictures();
  freshDatabase();
  for (const number of [1, 2, 3]) pictures.host.set(addressOf(number), PNG);
});

type Store = ReturnType<typeof openStore>;

const start = (now?: Date) =>
  startStore(disk, { pictures: pictures.doors, ...(now ? { now } : {}) });
const of = (store: Store, number: number) => store.getSnapshot().byId.get(idOf(number))?.pictures;
/** Until all pictures that are being fetched are there or not. */
const settled = (store: Store) =>
  expect.poll(() => [...store.getSnapshot().fetching], { interval: 2 }).toEqual([]);

async function saved(store: Store, ...parts: Parameters<typeof showing>): Promise<void> {
  await store.save(showing(...parts), digestOf(parts[0]));
  await settled(store);
}

describe("the pictures of a saved article", () => {
  it("are kept behind its text, and the record says how many and how large", async () => {
    const store = await start();
    const result = await store.save(showing(1, 1, 2), digestOf(1));
    expect(result).toMatchObject({ kind: "saved" });
    expect([...store.getSnapshot().fetching]).toEqual([idOf(1)]);
    await settled(store);
    expect(of(store, 1)).toEqual({ all: 2, kept: 2, bytes: 200 });
    expect([...pictures.kept.keys()]).toEqual([addressOf(1), addressOf(2)]);
    expect(of(await start(), 1)).toEqual({ all: 2, kept: 2, bytes: 200 });
    expect(await store.open(idOf(1))).toEqual(showing(1, 1, 2));
  });

  it("in several sizes are one picture, which is kept when all sizes are", async () => {
    const sizes = [400, 800].map(
      (size) => `/${dataAddress.resource(digestOf(size), `0123456789abcdef-${size}.webp`)}`,
    );
    const body = `<img src="${sizes[0]}" srcset="${sizes[0]} 400w, ${sizes[1]} 800w">`;
    for (const address of sizes) pictures.host.set(address, { type: "image/webp", size: 100 });
    const store = await start();
    await store.save(article(1, { body }), digestOf(1));
    await settled(store);
    expect(of(store, 1)).toEqual({ all: 1, kept: 1, bytes: 200 });
    pictures.host.delete(sizes[1] ?? "");
    await store.save(
      article(2, { body: body.replaceAll(digestOf(800), digestOf(801)) }),
      digestOf(2),
    );
    await settled(store);
    expect(of(store, 2)).toEqual({ all: 1, kept: 0, bytes: 100 });
  });

  it("of which none is there are no matter, and cost no second write", async () => {
    const store = await start();
    await saved(store, 1);
    expect(of(store, 1)).toBeUndefined();
    expect(store.getSnapshot().byId.get(idOf(1))?.rev).toBe(1);
  });

  it("from other hosts are counted and never asked for", async () => {
    const store = await start();
    const far = article(1, { body: '<img src="https://host.example/1.png">' });
    await store.save(far, digestOf(1));
    await expect.poll(() => of(store, 1)).toEqual({ all: 0, kept: 0, bytes: 0, elsewhere: 1 });
    expect(pictures.asked).toEqual([]);
  });

  it.each([
    ["is not there", () => pictures.host.delete(addressOf(2))],
    ["is a page", () => pictures.host.set(addressOf(2), { type: "text/html", size: 9 })],
    ["is empty", () => pictures.host.set(addressOf(2), { type: "image/png", size: 0 })],
    [
      "is no picture for a page",
      () => pictures.host.set(addressOf(2), { type: "image/png", size: 13_000_000 }),
    ],
    [
      "has no room",
      () => {
        pictures.quota = 150;
      },
    ],
  ])("are told to be missing where one %s", async (_, spoil) => {
    spoil();
    const store = await start();
    await saved(store, 1, 1, 2);
    expect(of(store, 1)).toMatchObject({ all: 2, kept: 1 });
  });

  it("are told to be missing where Cache Storage is denied, and the text is saved", async () => {
    pictures.isDenied = true;
    const store = await start();
    await saved(store, 1, 1);
    expect(of(store, 1)).toEqual({ all: 1, kept: 0, bytes: 0 });
    expect(await (await start()).open(idOf(1))).toEqual(showing(1, 1));
  });

  it("are kept without the mirror too, and nothing of them is let go", async () => {
    deniedDatabase();
    const store = await start();
    await saved(store, 1, 1);
    await store.healPictures();
    expect(of(store, 1)).toMatchObject({ kept: 1 });
    expect(pictures.kept.size).toBe(1);
  });
});

describe("healing", () => {
  it("fetches what was missing, once the network is back, and asks for nothing else", async () => {
    pictures.isOnline = false;
    await saved(await start(), 1, 1, 2);
    const later = await start();
    expect(of(later, 1)).toEqual({ all: 2, kept: 0, bytes: 0 });
    pictures.isOnline = true;
    await later.healPictures();
    expect(of(later, 1)).toEqual({ all: 2, kept: 2, bytes: 200 });
    pictures.asked.length = 0;
    await later.healPictures();
    expect(pictures.asked).toEqual([]);
  });

  it("notices what the browser evicted", async () => {
    await saved(await start(), 1, 1);
    pictures.kept.clear();
    const later = await start();
    await later.healPictures();
    expect([...pictures.kept.keys()]).toEqual([addressOf(1)]);
  });

  it("looks for the pictures of what was saved before pictures were kept", async () => {
    await (await startStore(disk)).save(showing(1, 3), digestOf(1));
    const later = await start();
    await later.healPictures();
    expect(of(later, 1)).toEqual({ all: 1, kept: 1, bytes: 100 });
  });

  it("does not look into what is an address alone", async () => {
    const store = await start();
    await store.save(article(1, { body: "", link: "https://example.org/" }), digestOf(1));
    disk.values.set(storageKey.body(idOf(1), digestOf(1)), "damaged");
    await store.healPictures();
    expect(store.getSnapshot().byId.get(idOf(1))?.link).toBe("https://example.org/");
    expect(pictures.asked).toEqual([]);
  });

  it("of nothing makes no cache", async () => {
    let opened = 0;
    const doors = { ...pictures.doors, openCache: () => Promise.reject(new Error(`${opened++}`)) };
    await (await startStore(disk, { pictures: doors })).healPictures();
    expect(opened).toBe(0);
  });
});

describe("pictures that nothing needs", () => {
  it("go once what was taken out is no longer kept aside; those that another article shows stay", async () => {
    const store = await start();
    await saved(store, 1, 1, 2);
    await saved(store, 2, 2, 3);
    await store.unsave(idOf(1));
    await store.healPictures();
    expect(pictures.kept.size).toBe(3);
    const late = await start(new Date(NOON.getTime() + 40 * 86_400_000));
    await late.healPictures();
    expect([...pictures.kept.keys()].sort()).toEqual([addressOf(2), addressOf(3)].sort());
  });

  it("are there when the article is put back", async () => {
    const store = await start();
    await saved(store, 1, 1);
    const undo = await store.unsave(idOf(1));
    await undo();
    expect(of(store, 1)).toEqual({ all: 1, kept: 1, bytes: 100 });
    expect(pictures.kept.size).toBe(1);
  });

  it("and what was taken out give way to what is saved where the disk is full", async () => {
    const store = await start();
    await saved(store, 1, 1);
    await store.unsave(idOf(1));
    pictures.quota = 100;
    await saved(store, 2, 2);
    expect(of(store, 2)).toMatchObject({ all: 1, kept: 1 });
    expect([...pictures.kept.keys()]).toEqual([addressOf(2)]);
    expect(await store.inTurn((work) => work.removed())).toEqual([]);
  });

  it("that find no space at the same time have all the space that one of them has freed", async () => {
    pictures.quota = 0;
    pictures.spare = 300;
    const store = await start();
    await saved(store, 1, 1, 2, 3);
    expect(of(store, 1)).toMatchObject({ all: 3, kept: 3 });
  });

  it("stay as long as it is not known what an article needs", async () => {
    await saved(await start(), 1, 1);
    freshDatabase();
    disk.values.set(storageKey.body(idOf(1), digestOf(1)), "damaged");
    await (await start()).healPictures();
    expect(pictures.kept.size).toBe(1);
  });
});
