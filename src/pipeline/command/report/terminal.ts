/** Where a command's words go. */
export type Terminal = {
  /** Writes a line of the command's result. */
  readonly say: (line: string) => void;
  /** Writes a line about the run: progress, problems, errors. */
  readonly tell: (line: string) => void;
  /** Rewrites the line that shows how far a long work is; null where nobody is looking. */
  readonly show: ((line: string) => void) | null;
};

/** Makes the terminal of a process: result on standard output, everything about the run on standard error. */
export function processTerminal(streams: {
  stdout: NodeJS.WriteStream;
  stderr: NodeJS.WriteStream;
}): Terminal {
  const { stdout, stderr } = streams;
  let isShowing = false;
  const clear = () => {
    if (isShowing) stderr.write("\r\u001B[K");
    isShowing = false;
  };
  return {
    say: (line) => {
      clear();
      stdout.write(`${line}\n`);
    },
    tell: (line) => {
      clear();
      stderr.write(`${line}\n`);
    },
    show: stderr.isTTY
      ? (line) => {
          clear();
          stderr.write(line.slice(0, stderr.columns - 1));
          isShowing = true;
        }
      : null,
  };
}
