import type { ReactNode } from "react";

/** One of a few, each by its name. */
export function Choice<T extends string>({
  legend,
  name,
  values,
  nameOf,
  value,
  onChange,
  children,
}: {
  legend: string;
  name: string;
  values: readonly T[];
  nameOf: (value: T) => string;
  value: T;
  onChange: (value: T) => void;
  /** What one should know before choosing. */
  children?: ReactNode;
}) {
  return (
    <fieldset className="setting">
      <legend>{legend}</legend>
      <div className="flex flex-wrap gap-x-5">
        {values.map((each) => (
          <label
            key={each}
            className="inline-flex min-h-11 cursor-pointer items-center text-soft has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              className="sr-only"
              name={name}
              value={each}
              checked={each === value}
              onChange={() => onChange(each)}
            />
            <span className="border-accent pt-0.5 pb-1 [:checked+&]:border-b-2 [:checked+&]:pb-0.5">
              {nameOf(each)}
            </span>
          </label>
        ))}
      </div>
      {children === undefined ? null : <p className="text-small text-faint">{children}</p>}
    </fieldset>
  );
}
