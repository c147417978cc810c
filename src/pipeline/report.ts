/** One line of the report: something in a content file that is wrong, and what to do about it. */
export type Problem = {
  /** Relative to the content folder, with `/`. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** "What is wrong. What to do." */
  readonly message: string;
};

/** Something that is to be said of a file that is known anyway. */
export type Remark = Omit<Problem, "path"> & {
  /** A picture that stays where it is, which is no fault of the file's; the message is the reason in a few words. */
  readonly picture?: string;
};

/** A content file that is not in the edition's lists, and why. */
export type LeftOut = { readonly path: string; readonly reason: string };

/** A picture that could not be made the edition's own, the content file that shows it, and why. */
export type PictureElsewhere = {
  readonly path: string;
  readonly address: string;
  readonly reason: string;
};

/** A content file that was published. */
export type Published = {
  readonly path: string;
  readonly id: string;
  readonly title: string;
  /** RFC 3339, or null. */
  readonly date: string | null;
  readonly language: string;
};

/** Collects what is to be said of a run. Nothing that a run leaves out or mends goes unsaid. */
export class Report {
  /** Those that were published, where they are to be named. */
  readonly published: Published[] = [];
  /** How many were, and how many of them have no date. */
  publishedCount = 0;
  undatedCount = 0;
  readonly leftOut: LeftOut[] = [];
  readonly problems: Problem[] = [];
  readonly picturesElsewhere: PictureElsewhere[] = [];
  /** How many pictures were made the edition's own. */
  picturesOwn = 0;

  /** False where nobody asks which articles were published: there may be a million. */
  readonly isNaming: boolean;

  constructor(isNaming = true) {
    this.isNaming = isNaming;
  }

  publish(article: Published): void {
    this.publishedCount += 1;
    if (article.date === null) this.undatedCount += 1;
    if (!this.isNaming) return;
    const { path, id, title, date, language } = article;
    this.published.push({ path, id, title, date, language });
  }

  problem(path: string, line: number, message: string): void {
    this.problems.push({ path, line, message });
  }

  pictureElsewhere(path: string, address: string, reason: string): void {
    this.picturesElsewhere.push({ path, address, reason });
  }

  leaveOut(path: string, reason: string): void {
    this.leftOut.push({ path, reason });
  }
}

/** Says a problem in one line: `path:line: what is wrong. What to do.` */
export function problemLine({ path, line, message }: Problem): string {
  return `${path}:${line}: ${message}`.replace(ACTING, escaped);
}

/** Characters that do something to a terminal, or turn what stands there round; a file's name may hold any. */
const ACTING = /[\p{Cc}\u2028-\u202E\u2066-\u2069]/gu;

function escaped(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}

/** Says a count of things: “1 file”, “1,200 files”. */
export function plural(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
