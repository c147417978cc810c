import type { Settings } from "#model/settings.ts";

/** What a part of the settings' form is handed. */
export type FormPart = {
  readonly settings: Settings;
  readonly onChange: (part: Partial<Settings>) => void;
  /** Tells two forms on one page apart. */
  readonly name: string;
};
