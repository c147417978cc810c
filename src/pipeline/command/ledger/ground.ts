import { serialize } from "node:v8";
import type { GroundPlan } from "#pipeline/content/ground.ts";
import type { Site } from "#pipeline/content/site/site.ts";
import { digestOf } from "#pipeline/edition/digest.ts";

/** The digest of what the pages of sections and terms say of all files. */
export function handedDigest({ root: _, options: __, ...handed }: GroundPlan): string {
  return digestOf(serialize(handed));
}

/** The digest of what all articles, documents and lists take from the folder as a whole, once it was read. */
export function wholeDigest({
  survey,
  translations,
}: Pick<Site, "survey" | "translations">): string {
  const titles = [...survey.sections.titles()];
  return digestOf(JSON.stringify([titles, translations.isMany]));
}
