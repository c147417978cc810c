import type { Terminal } from "./report/terminal.ts";

/** What a run of the command line needs from outside. */
export type Surroundings = {
  readonly terminal: Terminal;
  /** Absolute path of the working folder. */
  readonly cwd: string;
  readonly now: () => Date;
  /** Resolves when the person asks a server to end. */
  readonly ended: () => Promise<void>;
};
