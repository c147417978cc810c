import type { ReactNode } from "react";
import { useLanguage, useMessages } from "#ui/messages/messages.tsx";
import messages from "./notice.messages.json";

/** Says what is missing of an article, and where the whole of it is. */
export function Notice({
  baseUrl,
  children,
}: {
  baseUrl?: string | undefined;
  children: ReactNode;
}) {
  const { say } = useMessages(messages);
  const { language } = useLanguage();
  const isAddress = baseUrl !== undefined && /^https?:/i.test(baseUrl);
  return (
    <p className="prose-notice" role="note" lang={language}>
      {children}
      {isAddress && (
        <>
          {" "}
          <a href={baseUrl} target="_blank" rel="noopener noreferrer">
            {say("original")}
          </a>
        </>
      )}
    </p>
  );
}
