import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Language } from "#model/language.ts";
import messages from "#ui/filter/filter.messages.json";
import { loadSpeech } from "#ui/messages/catalogs.ts";
import { ENGLISH, messagesOf, SpeechProvider, useMessages } from "#ui/messages/messages.tsx";

const bold = { b: (words: readonly string[]) => words.join("") };

describe("a message", () => {
  it.each<[Language, number, string]>([
    ["en", 1, "1 story"],
    ["en", 18_854, "18,854 stories"],
    ["de", 18_854, "18.854 Artikel"],
    ["fr", 0, "0 article"],
    ["ar", 2, "2 مقالان"],
    ["ar", 11, "11 مقالًا"],
    ["ja", 18_854, "記事 18,854 件"],
  ])("counts in the language %s", async (language, count, words) => {
    const { plain } = messagesOf(messages, await loadSpeech(language));
    const wide = plain("count", { count, b: bold.b });
    expect(wide.replace(/[\u202f\u00a0]/g, " ")).toBe(words);
  });

  it("that is not translated is said in English", () => {
    const { say } = messagesOf(messages, { language: "de", catalog: {} });
    expect(say("removeFromFilter", { label: "tides" })).toBe("Remove tides from the filter");
  });

  it("never runs what it is given: an argument is text", () => {
    const { say } = messagesOf(messages, ENGLISH);
    expect(say("remove", { label: "{x} <b>&" })).toBe("Remove {x} <b>&");
  });

  it("draws its tags by the functions that it is given", async () => {
    function Count() {
      const { rich } = useMessages(messages);
      return <p>{rich("count", { count: 3, b: (words) => <strong>{words}</strong> })}</p>;
    }
    render(
      <SpeechProvider speech={await loadSpeech("es")}>
        <Count />
      </SpeechProvider>,
    );
    expect(screen.getByText("3").tagName).toBe("STRONG");
    expect(screen.getByText("3").parentElement).toHaveTextContent("3 artículos");
  });
});
