import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { page } from "#model/address.ts";
import { idOf } from "#tests/support/edition-stories.ts";
import { type HostileBody, hostileBodies } from "./hostile-bodies.ts";

/** One story of hostile bodies. */
export type HostileStory = {
  readonly title: string;
  readonly id: string;
  /** The paths of its page and of its saved copy, below the base, as `article/ab/…/`. */
  readonly path: string;
  readonly savedPath: string;
  /** What is in it, for people. */
  readonly bodies: readonly string[];
};

const LARGEST_GROUP = 40;

/** Writes a content folder in which every hostile body stands once, and gives its stories. */
export async function writeHostileContent(
  folder: string,
  browser: Browser,
): Promise<HostileStory[]> {
  mkdirSync(folder, { recursive: true });
  const bodies = hostileBodies().filter(canBeWritten);
  const groups = grouped(bodies, await endThemselves(bodies, browser));
  return groups.map((group, number) => {
    const title = `Hostile ${number + 1}`;
    const name = `hostile-${number + 1}.html`;
    const parts = group.map(({ html }) => html);
    const body =
      parts.length === 1
        ? parts.join("")
        : parts.map((it) => `<section>${it}</section>`).join("\n");
    writeFileSync(
      join(folder, name),
      `---\ntitle: ${title}\ndate: 2026-01-${String((number % 28) + 1).padStart(2, "0")}T09:00:00Z\nlink: https://paper.example/2026/story.html\n---\n${body}`,
    );
    const id = idOf(name);
    const saved = page.saved.to(id);
    return {
      title,
      id,
      path: page.article.to(id).pathname.slice(1),
      savedPath: `${saved.pathname}${saved.search}`.slice(1),
      bodies: group.map((it) => it.name),
    };
  });
}

/** A file with a NUL is refused whole, and half a character can't be written: those two are for the sanitizer alone. */
function canBeWritten({ html }: HostileBody): boolean {
  return !/\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(html);
}

/** Bodies that end where they end share a story; those that swallow what follows have one to themselves. */
function grouped(
  bodies: readonly HostileBody[],
  ending: ReadonlySet<HostileBody>,
): HostileBody[][] {
  const alone = bodies.filter((body) => !ending.has(body)).map((body) => [body]);
  const together = bodies.filter((body) => ending.has(body));
  const shared: HostileBody[][] = [];
  for (let at = 0; at < together.length; at += LARGEST_GROUP) {
    shared.push(together.slice(at, at + LARGEST_GROUP));
  }
  return [...shared, ...alone];
}

async function endThemselves(
  bodies: readonly HostileBody[],
  browser: Browser,
): Promise<Set<HostileBody>> {
  const page = await browser.newPage();
  const answers = await page.evaluate(
    (htmls) =>
      htmls.map((html) => {
        const template = document.createElement("template");
        template.innerHTML = `<section>${html}</section><hr>`;
        const { children } = template.content;
        return (
          html.length < 2_000 &&
          children.length === 2 &&
          children[0]?.localName === "section" &&
          children[1]?.localName === "hr"
        );
      }),
    bodies.map(({ html }) => html),
  );
  await page.close();
  return new Set(bodies.filter((_, at) => answers[at]));
}
