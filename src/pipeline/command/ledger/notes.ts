import type { Draft } from "#pipeline/content/draft-file.ts";
import { stemOf } from "#pipeline/content/folder/file-kind.ts";
import type { Layout } from "#pipeline/content/site/layout.ts";
import type { Page } from "#pipeline/content/site/page.ts";
import { addressOf } from "#pipeline/content/site/pages.ts";
import type { Heard } from "#pipeline/content/site/questions.ts";
import type { Site } from "#pipeline/content/site/site.ts";
import type { PressedStory } from "#pipeline/edition/story-writer.ts";
import type { Remark } from "#pipeline/report.ts";
import type { Resource } from "#pipeline/story.ts";

/** What is noted of a content file when it is read: by what it is known again, and its draft. */
export type FileNote = {
  readonly path: string;
  readonly id: string;
  /** What its path says of it, as far as other files decide that. */
  readonly layout: string;
  readonly size: number;
  readonly modified: number;
  readonly changed: number;
  readonly inode: number;
  readonly digest: string;
  readonly until: string | null;
  readonly leftOut: string | null;
  readonly remarks: readonly Remark[] | null;
  readonly isPublished: boolean;
  readonly title: string;
  readonly date: string | null;
  readonly language: string;
  /** Null for that which the path says, as that of most is. */
  readonly translationKey: string | null;
  readonly section: string | undefined;
  readonly isDue: boolean;
  readonly mayBeListed: boolean;
  readonly weight: number;
  /** Null for that which the path says. */
  readonly address: string | null;
  readonly aliases: readonly string[];
  readonly tags: readonly string[];
  readonly keywords: readonly string[];
};

/** What is noted of the article of a content file once it is written; an empty digest says that there is none. */
export type StoryNote = {
  readonly digest: string;
  readonly hasDocument: boolean;
  readonly tags: readonly string[];
  readonly source: string | undefined;
  readonly appears: string | undefined;
  readonly expires: string | undefined;
  readonly resources: readonly Resource[] | null;
  readonly remarks: readonly Remark[] | null;
  readonly heard: readonly Heard[] | null;
  /** Whether other stories may name it as related. */
  readonly isRelatable: boolean;
  /** Whether it is in the lists; those that are have numbers, in this order. */
  readonly isListed: boolean;
};

/** What others decide of a file's layout, in a few words that many files share. */
export function layoutMark({ language, kind, stem, name, isBundle, bundle }: Layout): string {
  const sizes = `${stem.length} ${name.length} ${bundle?.length ?? ""}`;
  return `${language} ${kind} ${sizes} ${isBundle}`;
}

export function fileNoteOf(path: string, id: string, layout: string, draft: Draft): FileNote {
  const { facts, leftOut, until, remarks, seen } = draft;
  const { size = -1, modified = -1, changed = -1, inode = -1, digest = "" } = seen ?? {};
  const { title, date, language, section, isDue, mayBeListed, weight } = facts ?? NO_FACTS;
  const { translationKey, address, aliases, tags, keywords } = facts ?? NO_FACTS;
  return {
    path,
    id,
    layout,
    size,
    modified,
    changed,
    inode,
    digest,
    until,
    leftOut,
    remarks: noneIfEmpty(remarks),
    isPublished: facts !== null,
    title,
    date,
    language,
    translationKey: translationKey === stemOf(path) ? null : translationKey,
    section,
    isDue,
    mayBeListed,
    weight,
    address: address === addressOf(path) ? null : address,
    aliases,
    tags,
    keywords,
  };
}

const NO_FACTS = {
  title: "",
  date: null,
  language: "",
  translationKey: null,
  section: undefined,
  isDue: false,
  mayBeListed: false,
  weight: 0,
  address: null,
  aliases: [],
  tags: [],
  keywords: [],
};

export function storyNoteOf(
  site: Site,
  page: Page,
  { pressed, resources, remarks }: PressedStory,
  isListed: boolean,
): StoryNote {
  const { digest, document, entry } = pressed;
  const { tags, source, appears, expires } = entry;
  const heard = site.heard.get(page.path)?.values() ?? [];
  return {
    digest,
    hasDocument: document !== null,
    tags,
    source,
    appears,
    expires,
    resources: noneIfEmpty(resources),
    remarks: noneIfEmpty(remarks),
    heard: noneIfEmpty([...heard]),
    isRelatable: isRelatable(site, page),
    isListed,
  };
}

/** Says whether other stories may name a page's as related. */
export function isRelatable({ translations }: Site, page: Page): boolean {
  return page.isDue && translations.isListed(page);
}

export const NO_STORY: StoryNote = {
  digest: "",
  hasDocument: false,
  tags: [],
  source: undefined,
  appears: undefined,
  expires: undefined,
  resources: null,
  remarks: null,
  heard: null,
  isRelatable: false,
  isListed: false,
};

/** Nothing is one value, and an empty list another each time. */
function noneIfEmpty<T>(list: readonly T[]): readonly T[] | null {
  return list.length > 0 ? list : null;
}
