import { plainLine } from "./attribute-values.ts";
import type { SayDrawn } from "./drawn-words.ts";
import { hostOf, type Place, safeUrl } from "./url.ts";

const YOUTUBE =
  /^https:\/\/(?:www\.)?(?:youtube(?:-nocookie)?\.com\/embed\/|youtu\.be\/)([\w-]{11})(?:[/?#]|$)/;
const VIMEO = /^https:\/\/player\.vimeo\.com\/video\/(\d{1,12})(?:[/?#]|$)/;

const KINDS: readonly [kind: "video" | "sound" | "map" | "post" | "code", hosts: RegExp][] = [
  [
    "video",
    /(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|dailymotion\.com|ted\.com|twitch\.tv|tiktok\.com)$/,
  ],
  [
    "sound",
    /(?:^|\.)(?:soundcloud\.com|spotify\.com|bandcamp\.com|podcasts\.apple\.com|megaphone\.fm|acast\.com)$/,
  ],
  ["map", /(?:^|\.)(?:openstreetmap\.org|maps\.google\.com|mapbox\.com|umap\.openstreetmap\.fr)$/],
  ["post", /(?:^|\.)(?:twitter\.com|x\.com|instagram\.com|facebook\.com|bsky\.app|reddit\.com)$/],
  ["code", /(?:^|\.)(?:gist\.github\.com|codepen\.io|jsfiddle\.net|codesandbox\.io)$/],
];

/**
 * Makes the link that stands for a frame or a plug-in: it says what kind of thing is behind it and whose it is, and
 * asks nothing of anybody before it is followed. Null where the frame leads nowhere.
 */
export function embedLink(frame: Element, place: Place, say: SayDrawn): HTMLAnchorElement | null {
  const found = embedOf((name) => frame.getAttribute(name), place, say);
  if (!found) return null;
  const link = frame.ownerDocument.createElement("a");
  link.setAttribute("href", found.href);
  link.setAttribute("data-embed", "");
  link.textContent = found.words;
  return link;
}

/** Says where the link leads that stands for a frame with these attributes, and what it says. */
export function embedOf(
  attribute: (name: string) => string | null | undefined,
  place: Place,
  say: SayDrawn,
) {
  const address = ["src", "data-src", "data"].map(attribute).find(Boolean);
  const url = address ? safeUrl(address, "link", place) : null;
  if (!url?.startsWith("https:")) return null;
  const href = originalOf(url);
  const host = hostOf(href) ?? "";
  const title = plainLine(attribute("title") ?? "", 120);
  const words = say(kindOf(host), { host });
  return { href, words: title ? say("titled", { words, title }) : words };
}

function originalOf(url: string): string {
  const film = YOUTUBE.exec(url)?.[1];
  if (film) return `https://www.youtube.com/watch?v=${film}`;
  const clip = VIMEO.exec(url)?.[1];
  return clip ? `https://vimeo.com/${clip}` : url;
}

function kindOf(host: string) {
  return KINDS.find(([, hosts]) => hosts.test(host))?.[0] ?? "page";
}
