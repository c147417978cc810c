import { DEFAULT_TITLE } from "#model/first-view.ts";

/** What every document says of its edition, before the manifest is there. */
export function documentImprint(): {
  title: string;
  timeZone: string;
  language: string | undefined;
} {
  const { title, zone, language } = document.documentElement.dataset;
  return { title: title || DEFAULT_TITLE, timeZone: zone || "UTC", language };
}
