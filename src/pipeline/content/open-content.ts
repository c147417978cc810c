import { stat } from "node:fs/promises";
import type { EditionOptions } from "#pipeline/options.ts";
import type { Report } from "#pipeline/report.ts";
import type { Content, PictureHouse } from "#pipeline/story.ts";
import { ContentFolderError } from "./content-folder-error.ts";
import { type Draft, draftFile } from "./draft-file.ts";
import type { Looked } from "./folder/look-folder.ts";
import { codeOf, type Folder, walkFolder } from "./folder/walk-folder.ts";
import { type GroundPlan, groundOf } from "./ground.ts";
import { readStories } from "./read-stories.ts";
import { makeSite, type Site } from "./site/site.ts";
import { type DraftAll, type Foreknown, surveyFolder, type Tasks } from "./site/survey.ts";

/** A content folder, opened; whoever makes the stories elsewhere needs what is known of it all. */
export type OpenedContent = Content & { readonly site: Site };

/**
 * Opens a folder of content files in Hugo's layout.
 *
 * Here every file is read, and of it only what concerns other articles is kept; `stories` reads each once more, as it is
 * asked for. So the memory needed does not grow with the length of the articles.
 *
 * @param pictures makes pictures the edition's own, where the options say so.
 * @throws ContentFolderError where there is nothing to read.
 */
export async function openContent(
  options: EditionOptions,
  report: Report,
  draftAll: DraftAll = draftHere,
  pictures: PictureHouse | null = null,
  { looked = null, ...foreknown }: Foreknown & { readonly looked?: Looked | null } = {},
): Promise<OpenedContent> {
  const folder = await openFolder(options.content, report, looked);
  const { survey, ground } = await surveyFolder(folder, options, report, draftAll, foreknown);
  const site = makeSite(folder, survey, ground, report, pictures);
  return {
    site,
    sections: survey.sections.titles(),
    count: survey.pages.length,
    stories: () => readStories(site),
  };
}

/** Drafts files in this thread. */
export async function* draftHere(
  { count, at }: Tasks,
  plan: GroundPlan,
): AsyncGenerator<readonly Draft[]> {
  const ground = groundOf(plan);
  for (let number = 0; number < count; number++) {
    // A copy: a part of a file's text would keep the whole in memory.
    yield [structuredClone(draftFile(at(number), ground).draft)];
  }
}

/** What Hugo's configuration may be named at a site's root. Source: gohugo.io, "Configure Hugo". */
const SITE_CONFIGURATIONS = ["hugo", "config"].flatMap((name) =>
  ["toml", "yaml", "yml", "json"].map((form) => `${name}.${form}`),
);

/** Whether it is the folder above a content folder, which holds themes, layouts and notes that are no articles. */
function isSite({ pages, others }: Folder): boolean {
  if (!SITE_CONFIGURATIONS.some((name) => others.has(name))) return false;
  for (const path of pages) if (path.startsWith("content/")) return true;
  return false;
}

async function openFolder(content: string, report: Report, looked: Looked | null): Promise<Folder> {
  const path = await stat(content).catch((cause: unknown) => {
    const message = `There is no content folder at ${content} (${codeOf(cause)}). Give the path of one.`;
    throw new ContentFolderError("missing", message, { cause });
  });
  if (!path.isDirectory()) {
    const message = `${content} is a file. Give the path of the folder that it is in.`;
    throw new ContentFolderError("not-a-folder", message);
  }
  looked?.tell(report);
  const folder = looked?.folder ?? listFolder(content, report);
  if (isSite(folder)) {
    const message = `${content} is a whole Hugo site. Give the path of its content folder: ${content.replace(/\/+$/, "")}/content`;
    throw new ContentFolderError("site", message);
  }
  if (folder.pages.count > 0) return folder;
  const message = `There is no content file (.md or .html) in ${content}. Give the path of a folder that has some.`;
  throw new ContentFolderError("empty", message);
}

function listFolder(content: string, report: Report): Folder {
  try {
    return walkFolder(content, report);
  } catch (cause) {
    const message = `The folder ${content} can't be read (${codeOf(cause)}). Give read permission.`;
    throw new ContentFolderError("unreadable", message, { cause });
  }
}
