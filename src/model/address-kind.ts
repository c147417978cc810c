import { dataAddress, page } from "./address.ts";

/** What an address of the edition names. */
export type AddressKind =
  /** A page of the app, whether or not there is something to show at it. */
  | "page"
  | "manifest"
  /** An article as it is now. */
  | "article"
  /** An article as it was under one digest: it never changes. */
  | "article version"
  /** Any other file that never changes under its name. */
  | "file"
  /** A picture that came with an article; it never changes either. */
  | "picture";

const ARTICLES = folderOf(dataAddress.articleFile(""));
const RESOURCES = folderOf(dataAddress.resource("", ""));
const FILES = [
  "assets/",
  ...[
    dataAddress.head(""),
    dataAddress.schedule(""),
    dataAddress.expiries(""),
    dataAddress.month("", ""),
    dataAddress.rows("", ""),
    dataAddress.sizes("", ""),
    dataAddress.directory(""),
    dataAddress.term(""),
  ].map(folderOf),
];
const PICTURE = /\.(avif|gif|jpe?g|png|svg|webp)$/i;
const PAGES = Object.values(page).map(({ pattern }) => {
  const segments = pattern.replace(/^\//, "").replace(/:[a-z]+/gi, "[^/]+");
  return new RegExp(`^${segments}${segments && "/?"}$`);
});

/**
 * Says what an address names; null for one that is not of the edition, or of which nothing can be said, such as the
 * old address of an article.
 *
 * @param path below the edition's base, without the slash at its start
 * @param search empty, or with its `?`
 */
export function addressKind(path: string, search: string): AddressKind | null {
  if (path === dataAddress.manifest()) return "manifest";
  if (path.startsWith(ARTICLES)) {
    return /^\?v=[0-9a-f]{16}$/.test(search) ? "article version" : "article";
  }
  if (path.startsWith(RESOURCES)) return PICTURE.test(path) ? "picture" : null;
  if (FILES.some((folder) => path.startsWith(folder))) return "file";
  return PAGES.some((pattern) => pattern.test(path)) ? "page" : null;
}

/** The folders, two at most, that an address begins with. */
function folderOf(address: string): string {
  return `${address.split("/").slice(0, 2).join("/")}/`;
}
