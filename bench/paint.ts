import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { editionOf, type Shop } from "./build.ts";
import { type EditionServer, serveEdition } from "./edition-server.ts";
import { median } from "./measure.ts";
import { middleStoryPage } from "./middle-story.ts";
import { slowNetwork, slowProcessor } from "./slow-down.ts";
import { atMostMs, type Figure, type Line, lineOf } from "./table.ts";
import { blockingOf, LISTEN, type Told } from "./told.ts";
import { unwatched } from "./unwatched-page.ts";

/** Largest paints come later than what is waited for: pictures, fonts. */
const SETTLE_MS = 1_200;
const MOST_OF_PLAIN = 0.4;
const MOST_BLOCKING_MS = 150;

/** Times the paints of the list and of an article, with network and processor slowed down by the browser's protocol. */
export async function benchPaint(shop: Shop, browser: Browser, rounds: number): Promise<Line[]> {
  const edition = editionOf(shop);
  const views = [
    // What the document itself shows carries data; what the app draws does not.
    { name: "List", path: "", content: "#list-pane li:not([data-story]) article" },
    {
      name: "Article",
      path: middleStoryPage(edition),
      content: "#main-pane .prose:not([data-article]) p",
    },
  ];
  const lines: Line[] = [];
  for (const { name, path, content } of views) {
    const isPrerendered = hasContent(join(edition, path, "index.html"));
    const told = await paints(browser, edition, { path, content, rounds, isPlain: false });
    const plain = isPrerendered
      ? await paints(browser, edition, { path, content, rounds, isPlain: true })
      : null;
    const say = (what: string, figure: Figure) =>
      void lines.push(lineOf(`${name}: ${what}`, shop.corpus.count, figure));
    const largest = middle(told, (each) => each.largest);
    say("first paint", atMostMs(middle(told, (each) => each.first)));
    say("largest paint", atMostMs(largest));
    say("blocking after the first paint", atMostMs(middle(told, blockingOf), MOST_BLOCKING_MS));
    say("largest paint as a share of a plain app's", shareOf(largest, plain));
  }
  return lines;
}

function shareOf(largest: number, plain: readonly Told[] | null): Figure {
  const bound = `≤ ${MOST_OF_PLAIN}`;
  if (!plain) return { text: "1 (it is plain)", bound, holds: false };
  const share = largest / middle(plain, (each) => each.largest);
  return { text: share.toFixed(2), bound, holds: share <= MOST_OF_PLAIN };
}

function middle(told: readonly Told[], of: (told: Told) => number): number {
  return median(told.map(of));
}

/** Says whether a document shows something before the app runs. */
function hasContent(file: string): boolean {
  const [, root = ""] =
    /<div id="root"[^>]*>([\s\S]*)<\/body>/.exec(readFileSync(file, "utf8")) ?? [];
  return /<(h\d|p|ol|ul|article)\b/.test(root.replace(/<noscript>[\s\S]*?<\/noscript>/g, ""));
}

type Wish = { path: string; content: string; rounds: number; isPlain: boolean };

async function paints(browser: Browser, edition: string, wish: Wish): Promise<Told[]> {
  const server = await serveEdition(edition, { isPlain: wish.isPlain });
  const told: Told[] = [];
  try {
    for (let round = 0; round < wish.rounds; round++) told.push(await paint(browser, server, wish));
  } finally {
    await server.stop();
  }
  return told;
}

function paint(browser: Browser, { url }: EditionServer, wish: Wish): Promise<Told> {
  return unwatched(browser, async ({ protocol, evaluate, waitFor }) => {
    await protocol.send("Page.enable");
    await protocol.send("Page.addScriptToEvaluateOnNewDocument", { source: LISTEN });
    await slowNetwork({ protocol });
    await slowProcessor({ protocol });
    await protocol.send("Page.navigate", { url: url + wish.path });
    await waitFor(`document.querySelector(${JSON.stringify(wish.content)}) !== null`);
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    return evaluate<Told>("told");
  });
}
