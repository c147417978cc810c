import type { Language } from "#model/language.ts";
import type { Catalog, Speech } from "./messages.tsx";

const catalogs: Readonly<Record<Language, () => Promise<{ readonly catalog: Catalog }>>> = {
  en: async () => ({ catalog: {} }),
  de: () => import("virtual:messages/de"),
  es: () => import("virtual:messages/es"),
  fr: () => import("virtual:messages/fr"),
  ar: () => import("virtual:messages/ar"),
  ja: () => import("virtual:messages/ja"),
};

/** Loads what it takes to speak a language. */
export async function loadSpeech(language: Language): Promise<Speech> {
  return { language, catalog: (await catalogs[language]()).catalog };
}
