/** What is known of every published content file while the edition is made. Two are one page where their task is one. */
export type Page = {
  readonly path: string;
  readonly id: string;
  /** Its number among the files that were to be drafted, which ascends with the paths. */
  readonly task: number;
  readonly title: string;
  readonly date: string | null;
  /** BCP 47. */
  readonly language: string;
  /** Pages with one key are one article in several languages. */
  readonly translationKey: string;
  readonly section: string | undefined;
  readonly isDue: boolean;
  /** False where it asked to be in no list. */
  readonly mayBeListed: boolean;
  /** 0 for none. */
  readonly weight: number;
  /** What Hugo calls its permalink, without a host. */
  readonly address: string;
  /** Sanitized. */
  readonly aliases: readonly string[];
  /** Numbers of its tags and keywords, which `Terms` gives. */
  readonly terms: readonly number[];
};
