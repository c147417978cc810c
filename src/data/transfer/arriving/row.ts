import type { Article } from "#model/article.ts";
import type { Traveller } from "#model/backup.ts";
import { tidyLabels } from "#model/saved.ts";
import { removeTracking } from "#model/tracking.ts";
import type { Reading } from "./cargo-kinds.ts";
import { digestOf, idOfAddress } from "./digest.ts";
import { type HtmlText, readHtml } from "./html-text.ts";
import type { Place, Reason } from "./reason.ts";

/** One saved article as another program tells of it. */
export type Row = {
  /** Where in the file it stands. */
  readonly where: Place;
  readonly url: unknown;
  readonly title?: unknown;
  /** When it was saved there: seconds or milliseconds since 1970, or a date as text. */
  readonly savedAt?: unknown;
  readonly published?: unknown;
  readonly labels?: readonly unknown[];
  readonly isArchived?: boolean;
  readonly isFavourite?: boolean;
  readonly isRead?: boolean;
  /** From 0 to 1. */
  readonly progress?: unknown;
  readonly authors?: readonly unknown[];
  readonly description?: unknown;
  /** Its text, as HTML. */
  readonly html?: unknown;
  /** HTML of the reader's own, such as what was marked: it stands below the text and counts for nothing else. */
  readonly below?: string;
  readonly language?: unknown;
  /** What it is known by where it has no address. */
  readonly key?: string;
};

/** What could not be read, and why; its name is empty where it tells none. */
export type Fault = { readonly where: Place; readonly name: string; readonly why: Reason };

/** An article that may be taken in. */
export type Arrival = {
  readonly where: Place;
  readonly name: string;
  readonly copy: Traveller;
  readonly isRead: boolean;
  /** Null where nothing of it was read. */
  readonly position: { readonly block: number; readonly fraction: number } | null;
};

const LONGEST_TITLE = 500;
const LONGEST_BODY = 5_000_000;
const LONGEST_ADDRESS = 4_096;

/** Says of a row that it can't be taken in, and why. */
export class RowFault extends Error {
  override readonly name = "RowFault";
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(reason.kind);
    this.reason = reason;
  }
}

/**
 * Makes an article of a row.
 *
 * @throws RowFault
 */
export function arrivalOf(row: Row, { now, words }: Pick<Reading, "now" | "words">): Arrival {
  const url = addressOf(row);
  const named = url ? nameOfAddress(url) : words.untitled;
  const title = lineOf(row.title, LONGEST_TITLE) || lineOf(named, LONGEST_TITLE);
  const savedAt = instantFrom(row.savedAt, now) ?? now;
  const text = readHtml(htmlOf(row));
  const article = articleOf(row, url, title, text);
  const labels = tidyLabels([
    ...(row.labels ?? []).slice(0, 500).map((each) => lineOf(each, 200)),
    ...(row.isFavourite ? [words.favourite] : []),
  ]);
  const isRead = row.isRead === true || row.isArchived === true;
  return {
    where: row.where,
    name: title,
    copy: {
      id: article.id,
      savedAt,
      changedAt: savedAt,
      digest: digestOf(article),
      ...(row.isArchived ? { archived: true } : {}),
      ...(labels.length > 0 ? { labels } : {}),
      origin: "import",
      article,
    },
    isRead,
    position: text.placeAt(fractionOf(row.progress)),
  };
}

function articleOf(row: Row, url: URL | null, title: string, text: HtmlText): Article {
  const language = languageOf(row.language);
  const authors = (row.authors ?? []).slice(0, 20).map((each) => lineOf(each, 200));
  return {
    v: 1,
    id: idOfAddress(url?.href ?? `key:${row.key}`),
    title,
    date: instantFrom(row.published, "9999-12-31T23:59:59Z"),
    ...(url ? { source: url.hostname.replace(/^www\./, ""), link: url.href } : {}),
    tags: [],
    excerpt: lineOf(row.description, 280) || text.excerpt,
    minutes: text.minutes,
    words: text.words,
    ...(language ? { language } : {}),
    authors: authors.filter(Boolean),
    body: htmlOf(row) + (row.below ?? ""),
    translations: [],
    related: [],
  };
}

function htmlOf({ html }: Row): string {
  const text = typeof html === "string" ? html : "";
  if (text.length > LONGEST_BODY) throw new RowFault({ kind: "textTooLong" });
  return text;
}

/** What a row is called where it can't be taken in; empty where nothing is told of it. */
export function nameOfRow({ title, url }: Pick<Row, "title" | "url">): string {
  return lineOf(title, 120) || lineOf(url, 120);
}

/** The address in the form in which it is kept; null for a text that is known by a key of its own. */
function addressOf({ url: raw, key }: Row): URL | null {
  const text = typeof raw === "string" ? raw.trim() : "";
  if (text === "" && key !== undefined) return null;
  if (text === "") throw new RowFault({ kind: "noAddress" });
  if (text.length > LONGEST_ADDRESS) throw new RowFault({ kind: "addressTooLong" });
  if (!URL.canParse(text)) {
    throw new RowFault({ kind: "noSuchAddress", text: text.slice(0, 80) });
  }
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    throw new RowFault({ kind: "otherScheme", scheme: url.protocol });
  }
  url.username = "";
  url.password = "";
  removeTracking(url);
  return url;
}

function nameOfAddress({ hostname, pathname }: URL): string {
  return `${hostname.replace(/^www\./, "")}${pathname.replace(/\/$/, "")}`;
}

/** A line of plain text out of whatever stands there. */
function lineOf(value: unknown, longest: number): string {
  if (typeof value !== "string" && typeof value !== "number") return "";
  const line = String(value)
    .slice(0, longest * 4)
    .replace(/[\s\p{Cc}\p{Cs}]+/gu, " ")
    .trim();
  return Array.from(line).slice(0, longest).join("");
}

/** Reads a time in whatever way programs write it; null for none, and for one that can't be. */
function instantFrom(value: unknown, latest: string): string | null {
  const time = millisecondsOf(value);
  if (time === null || Number.isNaN(time) || Math.abs(time) > 8.64e15) return null;
  const text = new Date(time).toISOString();
  if (text.length !== 24) return null;
  const instant = `${text.slice(0, 19)}Z`;
  return instant > latest ? latest : instant;
}

function millisecondsOf(value: unknown): number | null {
  if (value === null || value === undefined || value === "") return null;
  const number = typeof value === "number" ? value : Number(value);
  // Beyond it seconds would be in the year 5138: what is larger are milliseconds.
  if (Number.isFinite(number)) return number <= 0 ? null : number < 1e11 ? number * 1000 : number;
  return typeof value === "string" ? Date.parse(value) : null;
}

function fractionOf(value: unknown): number {
  const number = typeof value === "number" ? value : Number.parseFloat(String(value ?? ""));
  return Number.isFinite(number) ? Math.min(1, Math.max(0, number)) : 0;
}

function languageOf(value: unknown): string | null {
  const tag = lineOf(value, 35).replaceAll("_", "-");
  return /^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,3}$/i.test(tag) ? tag : null;
}
