import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { progressOn } from "#pipeline/command/report/progress.ts";
import { processTerminal } from "#pipeline/command/report/terminal.ts";

/** A stream that keeps what was written, as a terminal or as a file. */
function stream(isTTY: boolean) {
  const written: string[] = [];
  const made = Object.assign(new PassThrough(), { isTTY, columns: 40 });
  made.on("data", (part) => written.push(String(part)));
  return { written, stream: made as unknown as NodeJS.WriteStream };
}

describe("progress", () => {
  it("shows counts a few times a second, and the end", () => {
    const shown: string[] = [];
    let time = 0;
    const terminal = {
      say: () => {},
      tell: () => {},
      show: (line: string) => void shown.push(line),
    };
    const progress = progressOn(terminal, () => time);
    for (let done = 1; done <= 1200; done++) {
      time += 1;
      progress.articles(done, 1200);
    }
    expect(shown).toHaveLength(13);
    expect(shown[1]).toBe("Reading 101 of 1,200 articles");
    expect(shown.at(-1)).toBe("Read 1,200 of 1,200 articles; writing the lists");
  });

  it("goes on counting pictures while a story waits for its own", () => {
    const shown: string[] = [];
    const terminal = {
      say: () => {},
      tell: () => {},
      show: (line: string) => void shown.push(line),
    };
    let time = 0;
    const progress = progressOn(terminal, () => {
      time += 1000;
      return time;
    });
    progress.articles(1, 20);
    progress.pictures(3, 1234);
    progress.articles(20, 20);
    expect(shown).toEqual([
      "Reading 1 of 20 articles",
      "Reading 1 of 20 articles, 3 of 1,234 pictures",
      "Read 20 of 20 articles, 3 of 1,234 pictures; writing the lists",
    ]);
  });

  it("shows nothing where nobody is looking", () => {
    const { stream: stderr, written } = stream(false);
    const terminal = processTerminal({ stdout: stderr, stderr });
    expect(terminal.show).toBeNull();
    progressOn(terminal, () => 0).articles(1, 2);
    expect(written).toEqual([]);
  });
});

describe("a terminal", () => {
  it("rewrites one line, clears it before anything else is said, and keeps the result apart", () => {
    const out = stream(true);
    const err = stream(true);
    const terminal = processTerminal({ stdout: out.stream, stderr: err.stream });
    terminal.show?.("Reading 1 of 2 articles");
    terminal.show?.("Reading 2 of 2 articles, and this is longer than a line");
    terminal.tell("a.md:1: Wrong. Mend it.");
    terminal.say("2 articles");
    expect(out.written.join("")).toBe("2 articles\n");
    expect(err.written.join("")).toBe(
      "Reading 1 of 2 articles\r\u001B[KReading 2 of 2 articles, and this is lo\r\u001B[Ka.md:1: Wrong. Mend it.\n",
    );
  });
});
