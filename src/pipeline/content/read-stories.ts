import { articlePath } from "#model/address.ts";
import type { Story } from "#pipeline/story.ts";
import { readSources } from "./folder/read-sources.ts";
import { makeStory } from "./make-story.ts";
import type { Page } from "./site/page.ts";
import type { Site } from "./site/site.ts";
import { oneLine } from "./source/plain-text.ts";

/** Reads the stories of an opened folder, one after another, and reports each that is published. */
export async function* readStories(site: Site): AsyncGenerator<Story> {
  const { folder, survey, report } = site;
  const paths = survey.pages.map((page) => page.path);
  // What is not due is left out already.
  const leaveOut = (page: Page, reason: string): void => {
    if (page.isDue) report.leaveOut(page.path, reason);
  };
  let index = 0;
  // What is wrong with the front matter was told when it was read first.
  for await (const { source } of readSources(folder.root, paths, () => () => undefined)) {
    const page = survey.pages[index];
    index += 1;
    if (!page) continue;
    if ("reason" in source) {
      report.problem(page.path, 1, "The file changed while the edition was made. Build again.");
      leaveOut(page, source.reason);
      continue;
    }
    const story = await makeStory(site, page, source).catch((cause: unknown) => {
      // A parser's own fault: it must not cost the other articles.
      const what = cause instanceof Error ? oneLine(cause.message) : String(cause);
      report.problem(
        page.path,
        1,
        `Offprint fails on this file (${what}). Simplify it, and tell its makers.`,
      );
      leaveOut(page, "unreadable body");
      return null;
    });
    if (!story) continue;
    if (page.isDue) reportPublished(site, story);
    yield story;
  }
}

function reportPublished({ report, options, language }: Site, { path, article }: Story): void {
  report.published.push({
    path,
    id: article.id,
    url: `${options.base}${articlePath(article.id).slice(1)}`,
    title: article.title,
    date: article.date,
    language: article.language ?? language,
  });
}
