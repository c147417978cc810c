import type { ReactNode } from "react";

/** Says what is missing of an article, and where the whole of it is. */
export function Notice({
  baseUrl,
  children,
}: {
  baseUrl?: string | undefined;
  children: ReactNode;
}) {
  const isAddress = baseUrl !== undefined && /^https?:/i.test(baseUrl);
  return (
    <p className="prose-notice" role="note">
      {children}
      {isAddress && (
        <>
          {" "}
          <a href={baseUrl} target="_blank" rel="noopener noreferrer">
            Read the original
          </a>
        </>
      )}
    </p>
  );
}
