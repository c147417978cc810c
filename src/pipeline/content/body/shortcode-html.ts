import type { Params, Shortcode } from "./shortcode-parser.ts";

/** What a shortcode may ask about the page that it stands on. */
export type ShortcodePage = {
  /** The address of the article that a `ref` means; null where there is none. */
  readonly reference: (target: string) => string | null;
  /** A field of the front matter, as text. */
  readonly param: (name: string) => string | null;
  /** Renders text in the markup of the body. */
  readonly markup: (text: string) => string;
};

type Render = (shortcode: Shortcode, page: ShortcodePage) => string;

const KNOWN = new Map<string, Render>([
  ["figure", figure],
  ["highlight", highlight],
  ["details", details],
  ["param", ({ params }, page) => escapeHtml(page.param(argument(params, "name")) ?? "")],
  ["youtube", ({ params }) => frame("https://www.youtube.com/embed/", argument(params, "id"))],
  ["vimeo", ({ params }) => frame("https://player.vimeo.com/video/", argument(params, "id"))],
  ["tweet", post],
  ["twitter", post],
  ["x", post],
  [
    "instagram",
    ({ params }) => quote(`https://www.instagram.com/p/${part(argument(params, "id"))}/`),
  ],
  ["gist", gist],
  ["qr", qr],
]);

/** Renders one of Hugo's own shortcodes as plain HTML; null for one that is not known. */
export function renderShortcode(shortcode: Shortcode, page: ShortcodePage): string | null {
  return KNOWN.get(shortcode.name)?.(shortcode, page) ?? null;
}

/** Says whether a shortcode stands for an address, which belongs where it is written. */
export function isReference(name: string): boolean {
  return name === "ref" || name === "relref";
}

/** The target of a `ref`. */
export function referenceOf(params: Params): string {
  return argument(params, "path");
}

function argument(params: Params, name: string, place = 0): string {
  return (params.named.get(name) ?? params.list[place] ?? "").trim();
}

function figure({ params, inner }: Shortcode, page: ShortcodePage): string {
  const get = (name: string) => params.named.get(name) ?? "";
  const sizes = ["width", "height"].map((name) => attribute(name, get(name))).join("");
  const alt = get("alt") || get("caption");
  const image = `<img src="${escapeHtml(get("src") || params.list[0] || "")}" alt="${escapeHtml(alt)}"${sizes}>`;
  const link = get("link");
  const linked = link ? `<a href="${escapeHtml(link)}">${image}</a>` : image;
  const title = get("title") ? `<h4>${escapeHtml(get("title"))}</h4>` : "";
  const credit = get("attrlink")
    ? `<a href="${escapeHtml(get("attrlink"))}">${escapeHtml(get("attr"))}</a>`
    : escapeHtml(get("attr"));
  const parts = [title, page.markup(get("caption")), credit, page.markup(inner ?? "")];
  const caption = parts.filter((part) => part.trim() !== "").join(" ");
  return `<figure>${linked}${caption ? `<figcaption>${caption}</figcaption>` : ""}</figure>`;
}

function attribute(name: string, value: string): string {
  return /^\d+$/.test(value) ? ` ${name}="${value}"` : "";
}

function highlight({ params, inner }: Shortcode): string {
  const language = argument(params, "lang").replace(/[^\w+#-]/g, "");
  const code = escapeHtml((inner ?? "").replace(/^\s*\n|\s+$/g, ""));
  const name = language ? ` class="language-${language}"` : "";
  return `<pre><code${name}>${code}\n</code></pre>`;
}

function details({ params, inner }: Shortcode, page: ShortcodePage): string {
  const summary = page.markup(argument(params, "summary") || "Details");
  return `<details><summary>${summary}</summary>${page.markup(inner ?? "")}</details>`;
}

/** The reader's app makes a card of it, which loads nothing unasked. */
function frame(start: string, id: string): string {
  return id === "" ? "" : `<iframe src="${start}${part(id)}"></iframe>`;
}

function post({ params }: Shortcode): string {
  const [first = "", second = ""] = params.list;
  const id = params.named.get("id") ?? (second || first);
  const user = params.named.get("user") ?? (second ? first : "i");
  return quote(`https://x.com/${part(user)}/status/${part(id)}`);
}

function gist({ params }: Shortcode): string {
  const [user = "", id = ""] = params.list;
  return quote(`https://gist.github.com/${part(user)}/${part(id)}`);
}

function qr({ params, inner }: Shortcode): string {
  const text = argument(params, "text") || (inner ?? "").trim();
  return /^https?:/.test(text) ? quote(text) : `<blockquote>${escapeHtml(text)}</blockquote>`;
}

function quote(address: string): string {
  const text = escapeHtml(address);
  return `<blockquote><a href="${text}">${text}</a></blockquote>`;
}

function part(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, ""));
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
