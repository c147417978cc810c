import { type ReactNode, startTransition, useEffect, useState } from "react";
import { settingsNow, useSettings } from "#data/device/device.ts";
import { documentImprint } from "#data/edition/imprint.ts";
import { type Language, spokenLanguage, writingOf } from "#model/language.ts";
import type { Settings } from "#model/settings.ts";
import { loadSpeech } from "#ui/messages/catalogs.ts";
import { ENGLISH, type Speech, SpeechProvider } from "#ui/messages/messages.tsx";

function wishedLanguage({ language }: Settings): Language {
  return spokenLanguage(language, documentImprint().language);
}

/** Loads what the app speaks from the start; where that can't be had, it speaks English. */
export async function loadFirstSpeech(): Promise<Speech | undefined> {
  const language = wishedLanguage(settingsNow());
  return language === "en" ? undefined : loadSpeech(language).catch(() => undefined);
}

/** Lets all below it speak the reader's language, and says on the document which that is. */
export function Speaking({
  begin = ENGLISH,
  children,
}: {
  begin: Speech | undefined;
  children: ReactNode;
}) {
  const [speech, setSpeech] = useState(begin);
  const [settings] = useSettings();
  const wished = wishedLanguage(settings);
  useEffect(() => {
    if (wished === speech.language) return;
    let isWished = true;
    const change = (next: Speech) => {
      if (isWished) startTransition(() => setSpeech(next));
    };
    // Where it can't be had the app goes on in the language that it speaks, and asks again when it is loaded anew.
    loadSpeech(wished).then(change, () => undefined);
    return () => {
      isWished = false;
    };
  }, [wished, speech.language]);
  useEffect(() => {
    // The document came in its article's language; the app around it speaks this one.
    document.documentElement.lang = speech.language;
    document.documentElement.dir = writingOf(speech.language);
  }, [speech.language]);
  return <SpeechProvider speech={speech}>{children}</SpeechProvider>;
}
