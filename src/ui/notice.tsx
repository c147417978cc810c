import { createContext, type ReactNode, useContext, useLayoutEffect } from "react";

/** Is told whether a notice stands where a page would. */
export const NoticeContext = createContext<(isThere: boolean) => void>(() => undefined);

/** A page or a pane that has something to say instead of a story: what happened, and what one can do. */
export function Notice({
  title,
  children,
  actions,
  headingLevel = 1,
}: {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  headingLevel?: 1 | 2;
}) {
  const onNotice = useContext(NoticeContext);
  useLayoutEffect(() => {
    if (headingLevel !== 1) return;
    onNotice(true);
    return () => onNotice(false);
  }, [headingLevel, onNotice]);
  const Heading = headingLevel === 1 ? "h1" : "h2";
  return (
    <div
      className={`${headingLevel === 1 ? "mx-auto max-w-[40.4rem] px-5 py-6 wide:px-10 wide:py-12" : "px-4 py-12 wide:px-6"}`}
    >
      <Heading
        tabIndex={-1}
        className="font-serif text-title font-medium tracking-tight text-balance outline-none"
      >
        {title}
      </Heading>
      {children ? (
        <div className="mt-1 max-w-[34rem] space-y-3 font-serif text-lead leading-normal text-soft text-pretty">
          {children}
        </div>
      ) : null}
      {actions ? (
        <div className="mt-5 flex flex-wrap gap-x-6 text-base [&>*]:inline-flex [&>*]:min-h-11 [&>*]:items-center [&>*]:underline [&>*]:decoration-accent [&>*]:underline-offset-4">
          {actions}
        </div>
      ) : null}
    </div>
  );
}
