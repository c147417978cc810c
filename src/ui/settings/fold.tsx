import { type ReactNode, useEffect, useRef, useState } from "react";
import { useLocation } from "react-router-dom";
import { Icon } from "#ui/shell/icon.tsx";

/** A part of the settings behind its name, and what holds there now. An address that ends with its `id` opens it. */
export function Fold({
  id,
  title,
  state,
  isOpen = false,
  children,
}: {
  id: string;
  title: string;
  /** What one would learn by opening it, in a word or two. */
  state?: ReactNode;
  /** Opens it by itself; only the reader closes it. */
  isOpen?: boolean;
  children: ReactNode;
}) {
  const { hash } = useLocation();
  const [isOpenAtFirst] = useState(isOpen);
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (isOpen && details.current) details.current.open = true;
  }, [isOpen]);
  useEffect(() => {
    const { current } = details;
    if (hash !== `#${id}` || !current) return;
    current.open = true;
    // A part that is loaded late comes when the page stands already.
    current.scrollIntoView({ block: "start" });
  }, [hash, id]);
  return (
    <section aria-labelledby={id} className="border-t border-rule">
      <details ref={details} open={isOpenAtFirst}>
        <summary className="flex min-h-14 cursor-pointer list-none items-center gap-4 hover:text-accent [&::-webkit-details-marker]:hidden">
          <h2 id={id} className="font-serif text-head leading-tight font-medium tracking-tight">
            {title}
          </h2>
          <span className="ms-auto min-w-0 truncate text-small text-faint [[open]_&]:hidden">
            {state}
          </span>
          <Icon
            name="fold"
            className="!size-4 text-faint [[open]_&]:ms-auto [[open]_&]:rotate-90 [:not([open])>summary>&]:rtl:-scale-x-100"
          />
        </summary>
        <div className="pb-6">{children}</div>
      </details>
    </section>
  );
}
