import { useMessages } from "#ui/messages/messages.tsx";
import messages from "./notice.messages.json";
import { Notice } from "./notice.tsx";
import { plainParagraphs } from "./plain-text.ts";

export type PlainBodyProps = {
  html: string;
  baseUrl?: string | undefined;
  language?: string | undefined;
  dir?: "ltr" | "rtl" | undefined;
};

/** Shows an article's words alone, where its HTML can't be made safe. */
export function PlainBody({ html, baseUrl, language, dir }: PlainBodyProps) {
  const { say } = useMessages(messages);
  return (
    <>
      <Notice baseUrl={baseUrl}>{say("plain")}</Notice>
      <div className="prose" lang={language} dir={dir ?? "auto"}>
        {plainParagraphs(html).map((text, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one text never change places.
          <p key={index} dir="auto">
            {text}
          </p>
        ))}
      </div>
    </>
  );
}
