/** The languages that the interface speaks, by their BCP 47 tags. English comes first: it speaks where another is silent. */
export const LANGUAGES = ["en", "de", "es", "fr", "ar", "ja"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language by its own name for itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: "English",
  de: "Deutsch",
  es: "Español",
  fr: "Français",
  ar: "العربية",
  ja: "日本語",
};

/** Gives the language of the interface that a BCP 47 tag asks for, such as `de` for `de-AT`; null where it speaks none such. */
export function languageOf(tag: string | undefined): Language | null {
  const primary = tag?.toLowerCase().split("-")[0];
  return LANGUAGES.find((language) => language === primary) ?? null;
}

/**
 * Gives the language that the interface speaks.
 *
 * @param wish what the reader chose; `edition` where nothing.
 * @param edition the edition's language, a BCP 47 tag: its documents speak it before the app does.
 */
export function spokenLanguage(wish: Language | "edition", edition: string | undefined): Language {
  return wish === "edition" ? (languageOf(edition) ?? "en") : wish;
}

/** Says which way a language is written. */
export function writingOf(language: Language): "ltr" | "rtl" {
  return language === "ar" ? "rtl" : "ltr";
}

/** Gives the locale by which dates and numbers are written: one script of digits, and days before months. */
export function localeOf(language: Language): string {
  return language === "en" ? "en-GB" : language === "ar" ? "ar-u-nu-latn" : language;
}
