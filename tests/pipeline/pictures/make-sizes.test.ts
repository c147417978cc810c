import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { makeSizes } from "#pipeline/pictures/make-sizes.ts";
import { plainPicture } from "../../support/picture-host.ts";

async function sizesOf(bytes: Buffer) {
  const { width, height, sizes, square } = await makeSizes(bytes);
  const facts = await sharp(sizes.at(-1)?.bytes, { animated: true }).metadata();
  return {
    shown: [width, height],
    sizes: sizes.map((size) => [size.width, size.height]),
    square: [square.width, square.height],
    facts,
  };
}

describe("the sizes of a picture", () => {
  it("are those of a column, of a sharp one, and of a list's square", async () => {
    const made = await sizesOf(await plainPicture(4000, 3000, "teal"));
    expect(made).toMatchObject({
      shown: [1600, 1200],
      sizes: [
        [800, 600],
        [1600, 1200],
      ],
      square: [168, 168],
      facts: { format: "webp" },
    });
  });

  it("are never larger than the picture", async () => {
    const made = await sizesOf(await plainPicture(120, 90, "teal", "png"));
    expect(made).toMatchObject({ shown: [120, 90], sizes: [[120, 90]] });
    const middle = await sizesOf(await plainPicture(1000, 500, "teal"));
    expect(middle.sizes).toEqual([
      [800, 400],
      [1000, 500],
    ]);
  });

  it("tell nothing of where and with what it was taken, and stand upright", async () => {
    const turned = await sharp({
      create: { width: 60, height: 40, channels: 3, background: "red" },
    })
      .withExif({ IFD0: { Make: "Camera", Copyright: "Somebody" }, IFD3: { GPSLatitude: "51/1" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(turned).metadata()).exif).toBeDefined();
    const { shown, facts } = await sizesOf(turned);
    expect(shown).toEqual([40, 60]);
    expect(facts.exif ?? facts.xmp ?? facts.iptc ?? facts.orientation).toBeUndefined();
  });

  it("keep moving where the picture moves, in lists they stand still", async () => {
    const frames = Buffer.concat([0, 90, 180].map((grey) => Buffer.alloc(900 * 30 * 3, grey)));
    const raw = { width: 900, height: 90, channels: 3, pageHeight: 30 } as const;
    const moving = await sharp(frames, { raw })
      .gif({ delay: [90, 90, 90] })
      .toBuffer();
    const { width, height, sizes, square } = await makeSizes(moving);
    expect([width, height, sizes.length]).toEqual([800, 27, 1]);
    const facts = await sharp(sizes[0]?.bytes, { animated: true }).metadata();
    expect(facts.pages).toBe(3);
    expect((await sharp(square.bytes, { animated: true }).metadata()).pages ?? 1).toBe(1);
  });

  it("are dots where it is a drawing, in which nothing is looked up elsewhere", async () => {
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200">
      <image href="file:///etc/hostname" width="9" height="9"/><rect width="9" height="9"/></svg>`;
    const made = await sizesOf(Buffer.from(drawing));
    expect(made).toMatchObject({ shown: [300, 200], sizes: [[600, 400]] });
    expect(made.facts.format).toBe("webp");
  });
});

const REPEATED = Array.from(
  { length: 30 },
  (_, step) => `<g id="a${step + 1}">${`<use href="#a${step}"/>`.repeat(10)}</g>`,
).join("");

describe("what is refused", () => {
  it.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ["a text", () => Buffer.from("<html>Not found</html>"), "it can't be read as a picture"],
    [
      "a format that browsers don't show",
      () => plainPicture(9, 9, "red").then((bytes) => sharp(bytes).tiff().toBuffer()),
      "it can't be read as a picture",
    ],
    [
      "half a picture",
      async () => (await plainPicture(900, 900, "red")).subarray(0, 900),
      "it can't be read as a picture",
    ],
    [
      "a small file with a huge picture in it",
      () =>
        sharp({ create: { width: 12_000, height: 9_000, channels: 3, background: "red" } })
          .png()
          .toBuffer(),
      "it has too many dots",
    ],
    [
      "a huge drawing",
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="90000" height="90000"/>'),
      "it has too many dots",
    ],
    [
      "a drawing of drawings of drawings",
      () =>
        Buffer.from(
          `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect id="a0"/>${REPEATED}</svg>`,
        ),
      "it is a drawing that takes too long to draw",
    ],
  ])("%s", async (_, make, words) => {
    await expect(makeSizes(await make())).rejects.toMatchObject({
      kind: "unusable",
      message: words,
    });
  });
});
