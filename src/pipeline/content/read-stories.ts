import { inOrder } from "#pipeline/in-order.ts";
import type { Remark } from "#pipeline/report.ts";
import type { Story } from "#pipeline/story.ts";
import { type Failure, recomposeStory } from "./compose-story.ts";
import type { Making } from "./make-story.ts";
import type { Page } from "./site/page.ts";
import type { Site } from "./site/site.ts";
import { answer, answerNow } from "./site/site-answers.ts";
import { kinOf, standingOf } from "./site/standing.ts";

/** Stories that wait for pictures at a time; without them a story waits for nothing, and they are read one by one. */
const WAITING = 64;

/** Reads the stories of an opened folder, one after another, and reports each that is published. */
export async function* readStories(site: Site): AsyncGenerator<Story> {
  const { pages } = site.survey;
  const read = async (number: number): Promise<Made> => {
    const page = pages.at(number);
    return { page, making: await makePage(site, page) };
  };
  for await (const made of inOrder(pages.length, site.pictures ? WAITING : 1, read)) {
    const story = storyOf(site, made);
    if (story) yield story;
  }
}

/** Reads the story of a page, and reports what is to be said of it; null where nothing could be made of it. */
export async function readStory(site: Site, page: Page): Promise<Story | null> {
  return storyOf(site, { page, making: await makePage(site, page) });
}

type Made = { readonly page: Page; readonly making: Making | Failure };

function makePage(site: Site, page: Page): Promise<Making | Failure> {
  const { survey, ground } = site;
  const task = { path: page.path, id: page.id, layout: survey.layouts.of(page.path) };
  return recomposeStory(
    task,
    ground,
    kinOf(site, page),
    (question) => answerNow(site, page, question),
    (questions) => Promise.all(questions.map((question) => answer(site, page, question))),
  );
}

function storyOf(site: Site, { page, making }: Made): Story | null {
  if ("problem" in making) {
    reportFailed(site, page, making.problem, making.reason);
    return null;
  }
  const { article, resources, remarks } = making;
  reportMade(site, page, remarks);
  return { path: page.path, article, resources, remarks, ...standingOf(site, page) };
}

/** Reports that nothing could be made of a page after all. */
export function reportFailed({ report }: Site, page: Page, problem: string, reason: string): void {
  report.problem(page.path, 1, problem);
  // What is not due is left out already.
  if (page.isDue) report.leaveOut(page.path, reason);
}

/** Reports that a page's article was made, and what is to be said of it; pictures that stay elsewhere are no problems of its file. */
export function reportMade({ report }: Site, page: Page, remarks: readonly Remark[]): void {
  for (const { line, message, picture } of remarks) {
    if (picture === undefined) report.problem(page.path, line, message);
    else report.pictureElsewhere(page.path, picture, message);
  }
  if (page.isDue) report.publish(page);
}
