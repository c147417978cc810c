import { articlePath } from "#model/address.ts";
import type { Story } from "#pipeline/story.ts";
import { readSources } from "./folder/read-sources.ts";
import { makeStory } from "./make-story.ts";
import type { Site } from "./site/site.ts";

/** Reads the stories of an opened folder, one after another, and reports each that is published. */
export async function* readStories(site: Site): AsyncGenerator<Story> {
  const { folder, survey, report } = site;
  const paths = survey.pages.map((page) => page.path);
  let index = 0;
  // What is wrong with the front matter was told when it was read first.
  for await (const { source } of readSources(folder.root, paths, () => () => undefined)) {
    const page = survey.pages[index];
    index += 1;
    if (!page) continue;
    if ("reason" in source) {
      report.problem(page.path, 1, "The file changed while the edition was made. Build again.");
      report.leaveOut(page.path, source.reason);
      continue;
    }
    const story = await makeStory(site, page, source);
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
