// @vitest-environment node
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import compile from "icu-minify/compile";
import { describe, expect, it } from "vitest";
import { LANGUAGES, localeOf } from "#model/language.ts";
import { HOME } from "#tests/support/command.ts";

type Translations = Readonly<Record<string, Readonly<Record<string, string>>>>;

const SRC = join(HOME, "src");
const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".messages.json"))
  .sort();

/** What a message shows of what it is given, what it chooses by, and the forms of its plurals. */
function partsOf(text: string) {
  const shown = new Set<string>();
  const chosen = new Set<string>();
  const forms = new Set<string>();
  const visitAll = (nodes: unknown) => {
    if (Array.isArray(nodes)) nodes.forEach(visit);
  };
  const choose = (name: string, isPlural: boolean, choices: Readonly<Record<string, unknown>>) => {
    chosen.add(name);
    if (isPlural) for (const form of Object.keys(choices)) forms.add(form);
    Object.values(choices).forEach(visitAll);
  };
  // [name], [name, kind, choices] or [tag, …what stands in it]: how compiled messages are made up.
  const visit = (node: unknown) => {
    if (!Array.isArray(node)) return;
    const [name, kind, choices] = node;
    if (kind === 1 || kind === 2 || kind === 3) choose(name, kind > 1, choices);
    else {
      shown.add(name);
      visitAll(node.slice(1));
    }
  };
  visitAll(compile(text));
  return { shown: [...shown].sort(), chosen: [...chosen], forms: [...forms] };
}

describe.each(files)("the messages in %s", (path) => {
  const translations: Translations = JSON.parse(readFileSync(join(SRC, path), "utf8"));
  const english = Object.entries(translations.en ?? {});
  const given = new Map(english.map(([key, text]) => [key, partsOf(text)]));

  it.each(LANGUAGES)("are all there in the language %s, with the same arguments", (language) => {
    const texts = translations[language] ?? {};
    expect(Object.keys(texts)).toEqual(english.map(([key]) => key));
    const { pluralCategories } = new Intl.PluralRules(localeOf(language)).resolvedOptions();
    const known: readonly string[] = pluralCategories;
    for (const [key, text] of Object.entries(texts)) {
      const { shown, chosen, forms } = partsOf(text);
      const { shown: wanted = [], chosen: choices = [] } = given.get(key) ?? {};
      // A number that chooses a form need not be shown, and what a language has one word for is not chosen.
      const all = [...wanted, ...choices];
      expect(
        [...shown, ...chosen].filter((name) => !all.includes(name)),
        key,
      ).toEqual([]);
      const isMissed = (name: string) => ![...shown, ...chosen, ...choices].includes(name);
      expect(wanted.filter(isMissed), key).toEqual([]);
      const isForm = (form: string) => form.startsWith("=") || known.includes(form);
      expect(
        forms.filter((form) => !isForm(form)),
        key,
      ).toEqual([]);
    }
  });
});
