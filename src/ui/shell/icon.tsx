import type { ReactElement, ReactNode } from "react";

const SHAPES = {
  latest: (
    <>
      <path d="M4 5h13v14H6a2 2 0 0 1-2-2z" />
      <path d="M17 9h3v8a2 2 0 0 1-2 2" />
      <path d="M7.5 9h6M7.5 12.5h6M7.5 16h4" />
    </>
  ),
  saved: <path d="M7 4h10v16l-5-4-5 4z" />,
  tags: (
    <>
      <path d="M4 12V5a1 1 0 0 1 1-1h7l8 8-8 8z" />
      <circle cx="8.5" cy="8.5" r="1.2" />
    </>
  ),
  settings: (
    <>
      <path d="M4 7h9M17 7h3M4 17h3M11 17h9" />
      <circle cx="15" cy="7" r="2" />
      <circle cx="9" cy="17" r="2" />
    </>
  ),
  back: <path d="M19 12H5M11 6l-6 6 6 6" />,
  next: <path d="M5 12h14M13 6l6 6-6 6" />,
  more: <path d="M6 12h.01M12 12h.01M18 12h.01" strokeWidth="2.6" />,
  unread: <circle cx="12" cy="12" r="4.5" />,
  clock: (
    <>
      <circle cx="12" cy="12" r="8" />
      <path d="M12 7.5V12l3 2" />
    </>
  ),
  close: <path d="m6 6 12 12M18 6 6 18" />,
  fold: <path d="m9 6 6 6-6 6" />,
  search: (
    <>
      <circle cx="11" cy="11" r="6" />
      <path d="m20 20-4.5-4.5" />
    </>
  ),
  offline: (
    <>
      <path d="m3 3 18 18M8.5 8.5A7 7 0 0 0 5 11M2 8a12 12 0 0 1 4-2.5M12 5a12 12 0 0 1 10 3M15 11.5a7 7 0 0 1 4 2" />
      <circle cx="12" cy="18" r="1" />
    </>
  ),
} satisfies Record<string, ReactElement>;

export type IconName = keyof typeof SHAPES;

/** A drawing beside or in place of a word; the word itself is the control's name. */
export function Icon({ name, className = "" }: { name: IconName; className?: string }) {
  return <Drawing className={className}>{SHAPES[name]}</Drawing>;
}

/** The same, of what only one part of the app draws. */
export function Drawing({ className = "", children }: { className?: string; children: ReactNode }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={`icon ${className}`}>
      {children}
    </svg>
  );
}
