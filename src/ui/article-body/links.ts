import { withoutTurning } from "#model/shown-text.ts";
import { ID_PREFIX } from "./attribute-values.ts";
import type { SayDrawn } from "./drawn-words.ts";
import { hostOf } from "./url.ts";

/** Lets every link say where it leads: in a hint, and beside its words where those name another host. */
export function nameLinks(root: Element, say: SayDrawn): void {
  for (const link of root.querySelectorAll("a[href]")) {
    const href = link.getAttribute("href") ?? "";
    const title = titleOf(link, href, say);
    if (title) link.setAttribute("title", title);
    // Whatever the source wrote there goes.
    link.removeAttribute("data-leads");
    const host = hostOf(href);
    if (host && pretends(link.textContent ?? "", host)) link.setAttribute("data-leads", host);
  }
}

/** Lets a link that leaves say where to, unless its words do, and an arrow back from a note what it is. */
function titleOf(link: Element, href: string, say: SayDrawn): string | null {
  const words = link.textContent ?? "";
  if (href.startsWith(`#${ID_PREFIX}fnref`)) {
    return /[\p{L}\p{N}]/u.test(words) ? null : say("back");
  }
  const host = hostOf(href);
  const title = link.getAttribute("title") ?? "";
  if (!host || `${words} ${title}`.includes(host)) return null;
  return title ? `${title} (${host})` : host;
}

/** Words that are an address: with a scheme, or a host's name alone, maybe with a path. */
const ADDRESS =
  /^(?:(?:https?|ftp):[\\/]{1,3}|\/\/)?(?:[^\s/@]+@)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?:[:/?#]|$)/iu;

/** Says whether words are the address of another host than the one that they lead to. */
function pretends(words: string, host: string): boolean {
  const named = ADDRESS.exec(words.trim())?.[1]
    ?.toLowerCase()
    .replace(/^www\./, "");
  if (named === undefined || named === host) return false;
  // “paper.example” may lead to a part of it, “news.paper.example”.
  return !host.endsWith(`.${named}`);
}

/** Where text that turns the order round would show other words than are there: code, and what a link says. */
const PLAIN = "a,code,kbd,pre,samp";
/** These two make any text run backwards, letter by letter; no language needs them. */
const OVERRIDE = /[\u202D\u202E]/g;

/** Takes out the characters that make a text read otherwise than it is. */
export function straighten(root: Element): void {
  const texts = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const value = text.nodeValue ?? "";
    const straight = text.parentElement?.closest(PLAIN)
      ? withoutTurning(value)
      : value.replace(OVERRIDE, "");
    if (straight !== value) text.nodeValue = straight;
  }
}
