import { matchPath } from "react-router-dom";
import { editionBase } from "#data/edition/edition-base.ts";
import { articleIdFrom, page, savedStoryIn } from "#model/address.ts";
import { currentRow, storyLink } from "#ui/story/row-walk.ts";

/** A story that a key is about: a row of the list that the reader went to, or what is open. */
export type Aim = {
  readonly id: string;
  readonly title: string;
  /** Holds its Save button. */
  readonly place: Element;
  readonly isOpen: boolean;
};

export function listPane(): HTMLElement | null {
  return document.getElementById("list-pane");
}

export function mainPane(): HTMLElement | null {
  return document.getElementById("main-pane");
}

/** The story that the address opens, by its id; null where it opens none. */
export function storyIn({ pathname, search }: { pathname: string; search: string }): string | null {
  const params = matchPath(page.article.pattern, pathname)?.params;
  return savedStoryIn({ pathname, search }) ?? articleIdFrom(params?.shard, params?.rest);
}

/** What a key is about: the row that has the focus comes before the story that is open. */
export function aimAt(openId: string | null): Aim | null {
  const list = listPane();
  const row = list && currentRow(list);
  const hasFocus = row?.contains(document.activeElement) === true;
  return hasFocus || openId === null ? aimAtRow(row) : aimAtOpen(openId);
}

function aimAtRow(row: HTMLElement | null): Aim | null {
  const link = storyLink(row);
  if (!(row && link)) return null;
  const { pathname, search } = new URL(link.href);
  const id = storyIn({ pathname: `/${pathname.slice(editionBase().length)}`, search });
  // What follows the title is for screen readers.
  const title = link.firstChild?.textContent ?? "";
  return id === null ? null : { id, title, place: row, isOpen: false };
}

function aimAtOpen(id: string): Aim | null {
  const main = mainPane();
  const place = main?.querySelector(".article-bar");
  const title = main?.querySelector("article h1")?.textContent ?? "";
  return place ? { id, title, place, isOpen: true } : null;
}
