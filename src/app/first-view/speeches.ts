import { catalog as ar } from "virtual:messages/ar";
import { catalog as de } from "virtual:messages/de";
import { catalog as es } from "virtual:messages/es";
import { catalog as fr } from "virtual:messages/fr";
import { catalog as ja } from "virtual:messages/ja";
import { type Language, spokenLanguage } from "#model/language.ts";
import { type Catalog, ENGLISH, type Speech } from "#ui/messages/messages.tsx";

const CATALOGS: Readonly<Record<Language, Catalog>> = { en: ENGLISH.catalog, ar, de, es, fr, ja };

/** What an edition's documents speak: its own language, as the app does where its reader chose none. */
export function speechOf(edition: string): Speech {
  const language = spokenLanguage("edition", edition);
  return { language, catalog: CATALOGS[language] };
}
