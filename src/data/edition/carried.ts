import type { QueryClient } from "@tanstack/react-query";
import { articlePath, dataAddress } from "#model/address.ts";
import { type Article, parseArticle } from "#model/article.ts";
import { type Head, type Manifest, parseHead, parseManifest } from "#model/edition.ts";
import type { Term } from "#model/term.ts";
import { editionBase } from "./edition-base.ts";
import { articleQuery, headQuery, manifestQuery } from "./edition-queries.ts";

// A document carries what it shows as data too, so that the app asks for nothing to show the same. Where it carries
// nothing, or what can't be read, the app asks as it does everywhere else.

/** What a document carries of an edition. */
export type Carried =
  | { readonly kind: "list"; readonly manifest: Manifest; readonly head: Head }
  | {
      readonly kind: "article";
      readonly article: Article;
      readonly sectionName: string | undefined;
    };

let here: Carried | null | undefined;

/** What the document at hand carried when the app began. */
export function carriedHere(): Carried | null {
  if (here === undefined) here = readCarried(document);
  return here;
}

/** Reads what a document carries; null for nothing. */
export function readCarried(document: ParentNode): Carried | null {
  try {
    return readList(document) ?? readArticle(document);
  } catch {
    // It is of another version, or was changed on its way.
    return null;
  }
}

/** Hands what was carried to whoever asks for it as if it had been fetched. */
export function admitCarried(carried: Carried, client: QueryClient): void {
  if (carried.kind === "article") {
    const { article } = carried;
    client.setQueryData(articleQuery(article.id).queryKey, article);
    return;
  }
  client.setQueryData(manifestQuery().queryKey, carried.manifest);
  client.setQueryData(headQuery(carried.manifest.head).queryKey, carried.head);
}

/** The files, below the base, that stand for what was carried, for the service worker to keep. */
export function carriedAddresses(carried = carriedHere()): string[] {
  if (!carried) return [];
  if (carried.kind === "article") return [dataAddress.article(carried.article.id)];
  return [dataAddress.manifest(), dataAddress.head(carried.manifest.head)];
}

/** Says whether a document that carries this is the one of the address at hand. */
export function isOfAddress(
  carried: Carried,
  { pathname, search }: Pick<Location, "pathname" | "search">,
): boolean {
  const below = `/${pathname.slice(editionBase().length)}`;
  if (carried.kind === "list") return /^\/(index\.html)?$/.test(below) && search === "";
  return below === articlePath(carried.article.id);
}

/** How the document at hand writes a term, where it says so. */
export function carriedLabel({ kind, key }: Term): string | undefined {
  if (here?.kind !== "article" || kind !== "section") return undefined;
  return here.article.section === key ? here.sectionName : undefined;
}

function readList(document: ParentNode): Carried | null {
  const list = document.querySelector<HTMLElement>("[data-manifest]");
  if (!list) return null;
  const { manifest, pinned } = list.dataset;
  const stories = [...list.querySelectorAll<HTMLElement>("[data-story]")].map(
    ({ dataset }): unknown => JSON.parse(dataset.story ?? ""),
  );
  const first = Number(pinned);
  const head = parseHead({ pinned: stories.slice(0, first), newest: stories.slice(first) });
  return { kind: "list", manifest: parseManifest(JSON.parse(manifest ?? "")), head };
}

function readArticle(document: ParentNode): Carried | null {
  const text = document.querySelector<HTMLElement>("[data-article]");
  if (!text) return null;
  const value: unknown = JSON.parse(text.dataset.article ?? "");
  const { sectionName, ...facts } = { sectionName: undefined, ...asRecord(value) };
  // What stands there was cleaned; the app cleans it again, as it does whatever it shows. Pictures from elsewhere wait
  // in it until somebody knows whether the reader wants them.
  const body = text.innerHTML.replace(/<\/?noscript>/g, "");
  const article = parseArticle({ ...facts, body });
  return {
    kind: "article",
    article,
    sectionName: typeof sectionName === "string" ? sectionName : undefined,
  };
}

function asRecord(value: unknown): object {
  return typeof value === "object" && value !== null ? value : {};
}
