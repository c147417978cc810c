import { expect, test } from "vitest";
import { IdColumn } from "#pipeline/columns/id-column.ts";
import { TextColumn } from "#pipeline/columns/text-column.ts";
import type { Page } from "#pipeline/content/site/page.ts";
import { Pages } from "#pipeline/content/site/pages.ts";
import { Related } from "#pipeline/content/site/related.ts";
import { Terms } from "#pipeline/content/site/terms.ts";
import { openFiles } from "../open-files.ts";

const page = (title: string, tags: string, day: string, more = "") =>
  `---\ntitle: ${title}\ntags: [${tags}]\ndate: 2025-01-${day}\n${more}\n---\nText`;

test("stories that share rare tags come first, then the closest in time", async () => {
  const { story } = await openFiles({
    "a.md": page("A", "sea, knots", "10"),
    "rare.md": page("Rare", "knots", "01"),
    "near.md": page("Near", "sea", "11"),
    "far.md": page("Far", "sea", "28"),
    "both.md": page("Both", "sea, knots", "20"),
    "other.md": page("Other", "sky", "10"),
  });
  const titles = story("a.md").article.related.map(({ title }) => title);
  expect(titles).toEqual(["Both", "Rare", "Near", "Far"]);
});

test("drafts, translations, unlisted and coming stories are not related", async () => {
  const { story } = await openFiles({
    "a.md": page("A", "sea", "10"),
    "a.de.md": page("A auf Deutsch", "sea", "10"),
    "draft.md": page("Draft", "sea", "10", "draft: true"),
    "coming.md": page("Coming", "sea", "10", "publishDate: 2027-01-01"),
    "unlisted.md": page("Unlisted", "sea", "10", "build: {list: never}"),
  });
  expect(story("a.md").article.related).toEqual([]);
  expect(story("a.de.md").article.related).toEqual([]);
});

test("at most six, the same whatever the names of the files", async () => {
  const titles = async (prefix: string) => {
    const files = Object.fromEntries(
      Array.from({ length: 9 }, (_, index) => [
        `${prefix}${index}.md`,
        page(`S${index}`, "sea", `1${index}`),
      ]),
    );
    const { story } = await openFiles(files);
    return story(`${prefix}4.md`).article.related.map(({ title }) => title);
  };
  expect(await titles("a")).toHaveLength(6);
  expect((await titles("a")).slice(0, 2).sort()).toEqual(["S3", "S5"]);
});

test("keywords count too", async () => {
  const { story } = await openFiles({
    "a.md": page("A", "", "10", "keywords: [Rope]"),
    "b.md": page("B", "", "10", "keywords: [rope]"),
    "c.md": page("C", "rope", "10"),
  });
  expect(story("a.md").article.related.map(({ title }) => title)).toEqual(["B"]);
});

/** A page of which only what relates it to others is said. */
function pageOf(number: number, chance: (below: number) => number): Page {
  const terms = Array.from({ length: 12 }, (_, term) => term).filter(
    (term) => chance(term + 2) === 0,
  );
  const day = String(chance(28) + 1).padStart(2, "0");
  return {
    path: `${number}.md`,
    id: String(number * 7919).padStart(20, "0"),
    task: number,
    title: `T${number}`,
    date: chance(20) === 0 ? null : `20${10 + chance(9)}-0${chance(9) + 1}-${day}T00:00:00Z`,
    language: "en",
    translationKey: `${number}`,
    section: undefined,
    isDue: true,
    mayBeListed: true,
    weight: 0,
    address: `/${number}/`,
    aliases: [],
    terms,
  };
}

/** What relates stories to each other, of some pages. */
function relatedOf(stories: readonly Page[]): Related {
  const [paths, ids, terms] = [new TextColumn(), new IdColumn(), new Terms()];
  const names = Array.from({ length: 6 }, (_, name) => String(name));
  terms.of(names, []);
  const pages = new Pages(paths, ids, terms);
  for (const { path, id, terms: numbers, ...facts } of stories) {
    paths.push(path);
    const nameOf = (number: number) => names[number >> 1] ?? "";
    const tags = numbers.filter((number) => number % 2 === 0).map(nameOf);
    const keywords = numbers.filter((number) => number % 2 === 1).map(nameOf);
    pages.add(ids.push(id), { ...facts, tags, keywords });
  }
  return new Related(pages, Uint32Array.from(stories.keys()));
}

/** A page as it stands among some: its task is its place there. */
const among = (stories: readonly Page[], page: Page) => ({ ...page, task: stories.indexOf(page) });

const idsOf = (pages: readonly Page[]) => pages.map(({ id }) => id).join(" ");

/** Chance that is the same each time. */
function chanceFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 48_271) >>> 0) % 2_147_483_647;
    return state % below;
  };
}

/**
 * The stories closest to one of them, found without any short cut: of each term the sixteen before and behind, for which
 * alone it counts, all scored.
 */
function plainlyRelated(stories: readonly Page[], page: Page): Page[] {
  const time = ({ date }: Page) => (date === null ? -1e14 : Date.parse(date) / 1000);
  const ranked = [...stories].sort((a, b) => time(b) - time(a) || (a.id < b.id ? -1 : 1));
  const day = (one: Page) => Math.floor(time(one) / 86_400);
  const having = (term: number) => ranked.filter(({ terms }) => terms.includes(term));
  const weight = (term: number) =>
    (32 - Math.clz32(stories.length / having(term).length)) * (term % 2 === 1 ? 10 : 8);
  const around = new Map(
    page.terms.map((term) => {
      const place = having(term).indexOf(page);
      return [term, new Set(having(term).slice(Math.max(place - 16, 0), place + 17))];
    }),
  );
  const near = new Set([...around.values()].flatMap((stories) => [...stories]));
  near.delete(page);
  const scored = [...near].map((one) => {
    const shared = page.terms.filter((term) => around.get(term)?.has(one));
    const distance = Math.abs(day(one) - day(page));
    const closeness = Math.max(0, 10 - (32 - Math.clz32(Math.min(distance, 1024))));
    const score = shared.reduce((sum, term) => sum + weight(term), closeness);
    return { one, score, distance, rank: ranked.indexOf(one) };
  });
  scored.sort((a, b) => b.score - a.score || a.distance - b.distance || a.rank - b.rank);
  return scored.slice(0, 6).map(({ one }) => one);
}

test("no story is passed over that scores enough", () => {
  const chance = chanceFrom(11);
  const stories = Array.from({ length: 400 }, (_, number) => pageOf(number, chance));
  const related = relatedOf(stories);
  for (const page of stories) {
    const found = related.of(among(stories, page), []);
    expect(idsOf(found)).toBe(idsOf(plainlyRelated(stories, page)));
  }
});

test("of all pages only those are concerned for which others are related than before", () => {
  const chance = chanceFrom(7);
  let stories = Array.from({ length: 900 }, (_, number) => pageOf(number, chance));
  // Those that can't be related to ask as well.
  const asking = Array.from({ length: 100 }, (_, number) => pageOf(number + 5_000, chance));
  let [spared, changed] = [0, 0];
  for (let step = 0; step < 60; step++) {
    const gone = new Set(Array.from({ length: chance(9) }, () => chance(stories.length)));
    const before = stories.filter((_, place) => gone.has(place));
    const after = Array.from({ length: chance(9) }, (_, at) =>
      pageOf(1_000 + step * 9 + at, chance),
    );
    const [formerly, was] = [stories, relatedOf(stories)];
    const left = stories.filter((page) => !before.includes(page));
    stories = [...left, ...after];
    const is = relatedOf(stories);
    const isConcerned = is.concerned(before, after);
    for (const page of [...left, ...asking]) {
      const isOther =
        idsOf(was.of(among(formerly, page), [])) !== idsOf(is.of(among(stories, page), []));
      if (isOther) changed += 1;
      if (isConcerned(page)) continue;
      spared += 1;
      expect(isOther).toBe(false);
    }
  }
  expect(changed).toBeGreaterThan(0);
  expect(spared).toBeGreaterThan(5_000);
});
