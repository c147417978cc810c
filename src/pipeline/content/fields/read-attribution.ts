import { clip, type Fields } from "#pipeline/content/source/fields.ts";
import { htmlText } from "#pipeline/content/source/plain-text.ts";
import { isList, isMap, type Value } from "#pipeline/content/source/value.ts";

/** Where an article comes from, and who wrote it. */
export type Attribution = {
  readonly link: string | undefined;
  readonly source: string | undefined;
  readonly authors: readonly string[];
};

const LONGEST_NAME = 100;
const MOST_AUTHORS = 50;

/** Reads the original's address, the publisher's name and the authors' names. */
export function readAttribution(fields: Fields): Attribution {
  const link = readLink(fields);
  return { link: link?.href, source: readName(fields, link), authors: readAuthors(fields) };
}

function readLink(fields: Fields): URL | undefined {
  const word = fields.word("link", fields.anywhere("link"));
  if (word === undefined) return undefined;
  const url = webAddress(word);
  if (url) return url;
  const message = `“link: ${clip(word)}” is no web address. Write one that begins with https://.`;
  fields.tell("link", message);
  return undefined;
}

/** Reads an `http:` or `https:` address without user and password. */
export function webAddress(text: string): URL | undefined {
  if (!/^https?:/i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  url.username = "";
  url.password = "";
  return url.hostname === "" ? undefined : url;
}

/** A feed's address stands for the host that it is at; without a source the original's host counts. */
function readName(fields: Fields, link: URL | undefined): string | undefined {
  const name = fields.text("source", LONGEST_NAME, fields.anywhere("source"));
  const feed = name === undefined ? undefined : webAddress(name);
  if (feed) return feed.hostname.replace(/^(?:www|feeds?|rss)\.(?=.*\.)/, "");
  return name ?? link?.hostname.replace(/^www\.(?=.*\.)/, "");
}

function readAuthors(fields: Fields): string[] {
  const value = fields.anywhere("authors") ?? fields.anywhere("author");
  const values = isList(value) ? value : value === undefined ? [] : [value];
  const names = values
    .slice(0, MOST_AUTHORS)
    .map(nameOf)
    .filter((name) => name !== "");
  return [...new Set(names)];
}

/** An address in angle brackets, “Ann <ann@example.com>”, goes as a tag does. */
function nameOf(value: Value): string {
  const name = isMap(value) ? value.get("name") : value;
  return typeof name === "string" ? htmlText(name, LONGEST_NAME) : "";
}
