import type { Element } from "domhandler";
import { removeElement } from "domutils";
import type { Picture } from "#model/article.ts";
import { LATE_SETS, LATE_SOURCES } from "#model/remote-picture.ts";
import { elementsIn, parseHtml, renderHtml } from "#pipeline/content/body/html-tree.ts";
import type { Making } from "#pipeline/content/make-story.ts";
import type { Answers } from "#pipeline/content/site/questions.ts";
import type { LocalPicture, Resource } from "#pipeline/story.ts";
import { candidatesOf, widestIn } from "./picture-candidates.ts";
import { PictureFinder } from "./picture-finder.ts";

const HOLDS_PICTURES = /<(?:img|video)\b/i;
/** The column is no wider; where the browser can, it goes by how wide the picture comes to stand. */
const SIZES = "auto, (max-width: 50rem) 100vw, 50rem";

/**
 * Makes the pictures of an article the edition's own, those of its list too. One that can't be had stays as it is, and
 * is remarked upon.
 */
export function withLocalPictures(making: Making, base: string, answers: Answers): Making {
  const { article, resources, remarks } = making;
  const finder = new PictureFinder(making, base, answers);
  const body = HOLDS_PICTURES.test(article.body)
    ? dressBody(article.body, base, finder)
    : article.body;
  const picture = article.picture && dressSummary(article.picture, finder);
  const needed = [...resources, ...finder.made].filter(
    ({ to }) => body.includes(to) || picture?.src === to || picture?.square === to,
  );
  return {
    article: { ...article, body, ...(picture && { picture }) },
    resources: onceEach(needed),
    remarks: [...remarks, ...finder.remarks],
  };
}

function dressBody(body: string, base: string, finder: PictureFinder): string {
  const tree = parseHtml(body);
  if (!tree) return body;
  for (const element of [...elementsIn(tree)]) {
    if (element.name === "img") dressImage(element, base, finder);
    const { poster } = element.attribs;
    const still = element.name === "video" && poster ? finder.find([poster]) : null;
    if (still) element.attribs.poster = base + firstOf(still).to;
  }
  return renderHtml(tree);
}

/** A list shows the square; whoever links to the story, the largest. */
function dressSummary(picture: Picture, finder: PictureFinder): Picture {
  const local = finder.find([picture.src]);
  if (!local) return picture;
  const { width, height, sizes, square } = local;
  return { ...picture, src: (sizes.at(-1) ?? square).to, width, height, square: square.to };
}

function dressImage(image: Element, base: string, finder: PictureFinder): void {
  const local = finder.find(candidatesOf(image));
  if (!local) return;
  const { attribs } = image;
  for (const name of [...LATE_SOURCES, ...LATE_SETS, "srcset", "sizes"]) delete attribs[name];
  attribs.src = base + firstOf(local).to;
  Object.assign(attribs, shownSize(attribs, local), setOf(local, base));
  if (image.parent?.type === "tag" && image.parent.name === "picture") {
    dressSources(image.parent, base, finder);
  }
}

/** What is shown under certain conditions stays so; what is there for its format goes. */
function dressSources(holder: Element, base: string, finder: PictureFinder): void {
  for (const source of [...holder.children]) {
    if (source.type !== "tag" || source.name !== "source") continue;
    if (source.attribs.media) dressSource(source, base, finder);
    else removeElement(source);
  }
}

function dressSource(source: Element, base: string, finder: PictureFinder): void {
  const { media = "", srcset = "" } = source.attribs;
  const local = finder.find(widestIn(srcset));
  if (!local) return;
  source.attribs = { media, srcset: base + firstOf(local).to, ...setOf(local, base) };
}

function setOf({ sizes }: LocalPicture, base: string): Record<string, string> {
  if (sizes.length < 2) return {};
  const srcset = sizes.map(({ to, width }) => `${base}${to} ${width}w`).join(", ");
  return { srcset, sizes: SIZES };
}

/** How large it is shown: as its author said, else as it is; always with both sides, so that nothing jumps. */
function shownSize(attribs: Element["attribs"], local: LocalPicture): Record<string, string> {
  const [width, height] = [pixels(attribs.width), pixels(attribs.height)];
  const ratio = local.height / local.width;
  const shown = width ?? (height === null ? local.width : Math.round(height / ratio));
  return { width: `${shown}`, height: `${height ?? Math.round(shown * ratio)}` };
}

function pixels(side: string | undefined): number | null {
  const number = /^\s*(\d{1,5})(?:px)?\s*$/.exec(side ?? "")?.[1];
  return Number(number) > 0 ? Number(number) : null;
}

function firstOf({ sizes, square }: LocalPicture): Resource {
  return sizes[0] ?? square;
}

function onceEach(resources: readonly Resource[]): Resource[] {
  return [...new Map(resources.map(({ from, to }) => [to, { from, to }])).values()];
}
