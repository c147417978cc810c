import { describe, expect, it } from "vitest";
import { writtenIn } from "#pipeline/content/site/written-in.ts";

describe("a text's language", () => {
  it.each([
    ["en", "The tide comes in at noon.", "en"],
    ["en", "潮は正午に満ちる。機械は考えない。", "ja"],
    ["en", "URLはhttps://tide.example/very/long です。潮は正午に満ちるのである。", "ja"],
    ["en", "潮水中午上涨。", "zh"],
    ["en", "밀물은 정오에 온다.", "ko"],
    ["en", "يأتي المد عند الظهر.", "ar"],
    ["en", "جزر و مد در ظهر می‌آید. پژوهشگران می‌گویند.", "fa"],
    ["en", "مد دوپہر کو آتی ہے۔", "ur"],
    ["de", "הגאות מגיעה בצהריים.", "he"],
    ["en", "Η παλίρροια έρχεται το μεσημέρι.", "el"],
    ["en", "น้ำขึ้นตอนเที่ยง", "th"],
    // Where the place may be right, it is.
    ["ja", "潮汐表", "ja"],
    ["zh-Hant", "潮水中午上漲。", "zh-Hant"],
    ["fa", "مد ظهر", "fa"],
    ["ckb", "یەک", "ckb"],
    ["yi", "דער ים", "yi"],
    // A quotation makes no other language of the text around it.
    ["en", "He called it 潮の表 and went home to the harbour again.", "en"],
    ["en", "The word is «مد», which every pilot of the coast knows.", "en"],
    ["en", "12.42 — 25.82", "en"],
    ["en", "", "en"],
    ["no tag at all", "The tide", "no tag at all"],
  ])("told %s, %j is in %s", (told, text, language) => {
    expect(writtenIn(text, told)).toBe(language);
  });
});
