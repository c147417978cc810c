import format, { type CompiledMessage, type FormatValues } from "icu-minify/format";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { type Language, localeOf } from "#model/language.ts";

/**
 * The messages of one component, as its `….messages.json` has them: by language, then by key, in ICU's message format.
 * The build compiles them and leaves English alone in the component's own code.
 */
export type MessageFile<Key extends string> = {
  readonly id?: string;
  readonly en: Readonly<Record<Key, string | CompiledMessage>>;
};

/** All messages of one language, compiled: by file, then by key. */
export type Catalog = Readonly<Record<string, Readonly<Record<string, CompiledMessage>>>>;

type Values = Readonly<Record<string, string | number>>;
type RichValues = FormatValues<ReactNode>;

/** Puts one component's messages into the words of the reader's language. */
export type Messages<Key extends string> = {
  readonly say: (key: Key, values?: Values) => string;
  /** For messages with tags: `<b>…</b>` is handed to the function `b`. */
  readonly rich: (key: Key, values: RichValues) => ReactNode;
  /** The same, where the functions give plain text too. */
  readonly plain: (key: Key, values: FormatValues<string>) => string;
};

/** What is spoken now. English needs no catalog. */
export type Speech = { readonly language: Language; readonly catalog: Catalog };

/** What the app speaks where nothing else is wished, or can be had. */
export const ENGLISH: Speech = { language: "en", catalog: {} };
const SpeechContext = createContext<Speech>(ENGLISH);

/** Lets everything below it speak one language. */
export function SpeechProvider({ speech, children }: { speech: Speech; children: ReactNode }) {
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}

/** Gives what is spoken, for what is said by no component. */
export function useSpeech(): Speech {
  return useContext(SpeechContext);
}

/** Gives the functions that say a component's messages. */
export function useMessages<Key extends string>(file: MessageFile<Key>): Messages<Key> {
  const speech = useContext(SpeechContext);
  return useMemo(() => messagesOf(file, speech), [file, speech]);
}

/** Gives the language spoken, which tells the document too, and the locale of its dates and numbers. */
export function useLanguage(): { language: Language; locale: string } {
  const { language } = useContext(SpeechContext);
  return useMemo(() => ({ language, locale: localeOf(language) }), [language]);
}

/** The same as `useMessages`, for what is drawn by no component. A message that is not translated is said in English. */
export function messagesOf<Key extends string>(
  file: MessageFile<Key>,
  { language, catalog }: Speech,
): Messages<Key> {
  const translated = catalog[file.id ?? ""];
  function inWords<Rich>(key: Key, values: FormatValues<Rich> | undefined) {
    const message = translated?.[key];
    const parts =
      message === undefined
        ? format<Rich>(file.en[key], localeOf("en"), values, FORMATTERS)
        : format<Rich>(message, localeOf(language), values, FORMATTERS);
    return Array.isArray(parts) ? parts : [parts];
  }
  return {
    say: (key, values) => inWords<string>(key, values).join(""),
    plain: (key, values) => inWords(key, values).join(""),
    // The parts of a message never change their order within one language.
    rich: (key, values) =>
      inWords(key, values).map((part, index) => <Part key={String(index)}>{part}</Part>),
  };
}

function Part({ children }: { children: ReactNode }) {
  return children;
}

const made = new Map<string, Intl.NumberFormat | Intl.PluralRules>();

/** Making one of these is slow, and a list asks for the same few again and again. */
function once<Made extends Intl.NumberFormat | Intl.PluralRules>(
  make: new (locale?: string, options?: object) => Made,
) {
  return (locale?: unknown, options: object = {}): Made => {
    const key = JSON.stringify([make.name, locale, options]);
    const known = made.get(key);
    if (known instanceof make) return known;
    const fresh = new make(String(locale), options);
    made.set(key, fresh);
    return fresh;
  };
}

const FORMATTERS = {
  formatters: {
    getNumberFormat: once(Intl.NumberFormat),
    getPluralRules: once(Intl.PluralRules),
    getDateTimeFormat: (...words: ConstructorParameters<typeof Intl.DateTimeFormat>) =>
      new Intl.DateTimeFormat(...words),
  },
};
