import type { Story } from "#pipeline/story.ts";
import { recomposeStory } from "./compose-story.ts";
import type { Page } from "./site/page.ts";
import type { Site } from "./site/site.ts";
import { answer, answerNow } from "./site/site-answers.ts";
import { kinOf, standingOf } from "./site/standing.ts";

/** Reads the stories of an opened folder, one after another, and reports each that is published. */
export async function* readStories(site: Site): AsyncGenerator<Story> {
  const { survey, ground, report } = site;
  for (const page of survey.pages) {
    const task = { path: page.path, id: page.id, layout: survey.layouts.of(page.path) };
    const making = await recomposeStory(
      task,
      ground,
      kinOf(site, page),
      (question) => answerNow(site, page, question),
      (questions) => Promise.all(questions.map((question) => answer(site, page, question))),
    );
    if ("problem" in making) {
      reportFailed(site, page, making.problem, making.reason);
      continue;
    }
    for (const { line, message } of making.remarks) report.problem(page.path, line, message);
    reportPublished(site, page);
    yield { ...standingOf(site, page), article: making.article, resources: making.resources };
  }
}

/** Reports that nothing could be made of a page after all. */
export function reportFailed({ report }: Site, page: Page, problem: string, reason: string): void {
  report.problem(page.path, 1, problem);
  // What is not due is left out already.
  if (page.isDue) report.leaveOut(page.path, reason);
}

export function reportPublished({ report }: Site, page: Page): void {
  if (page.isDue) report.published.push(page);
}
