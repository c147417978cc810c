import { withManySaved } from "#data/device/device.ts";
import { type CopyFailure, keepCopies } from "#data/device/keep-copies.ts";
import type { Article } from "#model/article.ts";
import type { SharedLink } from "#model/shared-link.ts";
import { removeTracking } from "#model/tracking.ts";
import { digestOf, idOfAddress } from "./digest.ts";

/** What became of a link that was handed over. */
export type LinkSaved = { readonly id: string; readonly title: string } & (
  | { readonly kind: "saved" }
  | { readonly kind: "here" }
  | { readonly kind: "failed"; readonly why: CopyFailure }
);

/**
 * Saves a link as an article without a text, as one that comes in from another program; what is saved already, under
 * the same address, stays as it is.
 *
 * @param now as instants are
 */
export async function saveLink(shared: SharedLink, now: string): Promise<LinkSaved> {
  const article = articleOf(shared);
  const { id, title } = article;
  const digest = digestOf(article);
  return withManySaved(async (ground) => {
    if (ground.state.getSnapshot().byId.has(id)) return { kind: "here", id, title };
    const copy = { id, savedAt: now, changedAt: now, digest, origin: "import", article } as const;
    const { kept, failed } = await keepCopies(ground, [copy]);
    if (kept.has(id)) return { kind: "saved", id, title };
    return { kind: "failed", why: failed.get(id) ?? "denied", id, title };
  });
}

function articleOf({ link, title }: SharedLink): Article {
  const url = new URL(link);
  url.username = "";
  url.password = "";
  removeTracking(url);
  const host = url.hostname.replace(/^www\./, "");
  return {
    v: 1,
    id: idOfAddress(url.href),
    title: title || `${host}${url.pathname.replace(/\/$/, "")}`,
    date: null,
    source: host,
    link: url.href,
    tags: [],
    excerpt: "",
    minutes: 1,
    words: 0,
    authors: [],
    body: "",
    translations: [],
    related: [],
  };
}
