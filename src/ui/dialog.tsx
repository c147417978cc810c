import { type ReactNode, useLayoutEffect, useRef } from "react";
import messages from "./dialog.messages.json";
import { useMessages } from "./messages/messages.tsx";
import { Icon } from "./shell/icon.tsx";

/**
 * Something over the page that wants an answer or a look; the page waits, and gets the focus back as it was. It hangs
 * from the top, so that what one types in stays where it is while the rest grows and shrinks.
 */
export function Dialog({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const { say } = useMessages(messages);
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const { current } = dialog;
    current?.showModal();
    // Where there is something to type, one came for that.
    current?.querySelector("input")?.focus();
    // While it is there still: only who closes it gives the focus back.
    return () => current?.close();
  }, []);
  const close = () => dialog.current?.close();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc is the key for it, and the browser's own.
    <dialog
      ref={dialog}
      aria-label={title}
      className="no-print mx-auto mt-[max(1rem,7dvh)] mb-0 max-h-[min(46rem,86dvh)] w-[min(52rem,calc(100vw-2rem))] overflow-hidden border border-rule bg-raised p-0 text-base text-ink shadow-[0_6px_24px_rgb(0_0_0/0.14)] backdrop:bg-[rgb(0_0_0/0.35)]"
      onClose={({ currentTarget }) => {
        if (!currentTarget.open) onClose();
      }}
      onClick={({ target, currentTarget }) => {
        // What is pressed beside it is its backdrop.
        if (target === currentTarget) close();
      }}
    >
      <div className="flex max-h-[inherit] flex-col">
        <div className="flex items-center justify-between ps-5 pe-2 pt-2">
          <h2 className="font-serif text-lead font-medium">{title}</h2>
          <button
            type="button"
            aria-label={say("close")}
            onClick={close}
            className="grid size-11 place-items-center rounded-full text-soft hover:text-ink"
          >
            <Icon name="close" />
          </button>
        </div>
        <div className="min-h-0 overflow-y-auto overscroll-contain px-5 pb-5">{children}</div>
      </div>
    </dialog>
  );
}
