import { inOrder } from "#pipeline/in-order.ts";
import type { Story } from "#pipeline/story.ts";
import { type Failure, recomposeStory } from "./compose-story.ts";
import type { Remark } from "./draft-file.ts";
import type { Making } from "./make-story.ts";
import type { Page } from "./site/page.ts";
import type { Site } from "./site/site.ts";
import { answer, answerNow } from "./site/site-answers.ts";
import { kinOf, standingOf } from "./site/standing.ts";

/** Stories that wait for pictures at a time; without them a story waits for nothing, and they are read one by one. */
const WAITING = 64;

/** Reads the stories of an opened folder, one after another, and reports each that is published. */
export async function* readStories(site: Site): AsyncGenerator<Story> {
  const { survey, ground } = site;
  const { pages } = survey;
  const read = async (number: number): Promise<Making | Failure> => {
    const page = pages[number];
    if (!page) throw new Error("There is no such page.");
    const task = { path: page.path, id: page.id, layout: survey.layouts.of(page.path) };
    return recomposeStory(
      task,
      ground,
      kinOf(site, page),
      (question) => answerNow(site, page, question),
      (questions) => Promise.all(questions.map((question) => answer(site, page, question))),
    );
  };
  const makings = inOrder(pages.length, site.pictures ? WAITING : 1, read);
  for (const page of pages) {
    const { value: making } = await makings.next();
    if (!making) return;
    if ("problem" in making) {
      reportFailed(site, page, making.problem, making.reason);
      continue;
    }
    reportRemarks(site, page, making.remarks);
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

/** Reports what is to be said of a page, its pictures that stay elsewhere apart: those are no problems of its file. */
export function reportRemarks({ report }: Site, page: Page, remarks: readonly Remark[]): void {
  for (const { line, message, picture } of remarks) {
    if (picture === undefined) report.problem(page.path, line, message);
    else report.pictureElsewhere(page.path, picture, message);
  }
}

export function reportPublished({ report }: Site, page: Page): void {
  if (page.isDue) report.published.push(page);
}
