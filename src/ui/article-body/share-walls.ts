/** What other sites call the pages at which one hands a story on. */
const SHARE_PAGES =
  /^https?:\/\/(?:[\w-]+\.)*(?:facebook\.com\/(?:sharer|share\.php|dialog\/share)|(?:twitter|x)\.com\/(?:intent|share)\b|bsky\.app\/intent\/|threads\.(?:net|com)\/intent\/|linkedin\.com\/(?:shareArticle|sharing|cws\/share)|reddit\.com\/(?:r\/[^/]+\/)?submit\b|pinterest\.[a-z.]+\/pin\/create|tumblr\.com\/(?:share|widgets\/share)|t\.me\/share|telegram\.me\/share|wa\.me\/\?|(?:api|web)\.whatsapp\.com\/send|news\.ycombinator\.com\/submitlink|vk\.com\/share\.php|line\.me\/R\/|social-plugins\.line\.me\/|getpocket\.com\/(?:save|edit)|buffer\.com\/add|bufferapp\.com\/add|digg\.com\/submit|flipboard\.com\/bookmarklet|addtoany\.com\/|addthis\.com\/|feeds\.feedburner\.com\/~ff\/|xing\.com\/(?:spi|social_plugins)\/|mix\.com\/add|b\.hatena\.ne\.jp\/(?:entry|add))/i;
/** Jetpack's buttons lead to the story's own address. */
const OWN_SHARE_PAGE = /[?&]share=(?:[a-z]+-)?[a-z]{1,20}(?:&|$)/;

/** What stands over a row of such links. */
const LABEL =
  /^(?:share|tweet|spread the word|like this|teilen|weitersagen|partage|compart|condivid|delen|dela|del dette|jaa|udostępnij|поделиться|paylaş|شارك|共有|シェア|分享|공유)/i;
const LONGEST_LABEL = 40;

/** What was found in a block. */
export type Findings = {
  /** How many links hand the story on. */
  shares: number;
  /** Whether any of those is a picture alone. */
  hasIcon: boolean;
  /** What else it says. */
  words: string;
};

/** Says whether a link is there to hand the story on. */
export function isShareAddress(href: string): boolean {
  return SHARE_PAGES.test(href) || OWN_SHARE_PAGE.test(href);
}

/** Says whether a block in which no other link or picture stands is a wall of ways to hand the story on. */
export function isShareWall({ shares, hasIcon, words }: Findings): boolean {
  const label = words.trim();
  if (label.length > LONGEST_LABEL || (label && !LABEL.test(label))) return false;
  return shares > 1 || (shares === 1 && (hasIcon || label !== ""));
}

/** The blocks that may be one. */
export const WALLS = /^(?:aside|div|figure|li|ol|p|section|td|tr|tbody|table|ul)$/;
/** What makes a block more than a wall. */
export const CONTENT = /^(?:audio|hr|img|math|picture|pre|table|video)$/;

// A hostile article is full of them.
const MOST_LINKS = 200;
const MOST_NODES = 200;
const MOST_LEVELS = 8;

/** Takes the walls of share buttons out of an article: this app has a button of its own, which tells nobody. */
export function removeShareWalls(root: Element): void {
  const links = [...root.querySelectorAll("a[href]")]
    .filter((link) => isShareAddress(link.getAttribute("href") ?? ""))
    .slice(0, MOST_LINKS);
  for (const link of links) if (root.contains(link)) wallAround(link, root)?.remove();
}

/** The outermost block around a link that is nothing but a wall. */
function wallAround(link: Element, root: Element): Element | null {
  let wall: Element | null = null;
  let at = link.parentElement;
  for (let level = 0; at && at !== root && level < MOST_LEVELS; level++) {
    const findings = findingsIn(at);
    if (!findings) break;
    if (WALLS.test(at.localName) && isShareWall(findings)) wall = at;
    at = at.parentElement;
  }
  return wall;
}

/** Null where something else is in it too. */
function findingsIn(block: Element): Findings | null {
  const findings = { shares: 0, hasIcon: false, words: "" };
  const nodes = block.ownerDocument.createTreeWalker(
    block,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    // What is in a link is the link's.
    (node) =>
      node.parentElement?.localName === "a" ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  let seen = 0;
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    if (++seen > MOST_NODES || !note(node, findings)) return null;
  }
  return findings;
}

/** Adds a node to what was found; false where it is more than a wall has. */
function note(node: Node, findings: Findings): boolean {
  if (!(node instanceof Element)) {
    findings.words += node.nodeValue ?? "";
    return true;
  }
  if (node.localName !== "a") return !CONTENT.test(node.localName);
  const href = node.getAttribute("href");
  if (href !== null && !isShareAddress(href)) return false;
  // One whose address was none, such as a letter to nobody, counts for nothing.
  if (href !== null) findings.shares++;
  findings.hasIcon ||= node.querySelector("img") !== null;
  return true;
}
