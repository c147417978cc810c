/** What decides how a content folder becomes an edition. */
export type EditionOptions = {
  /** Absolute path of the content folder. */
  readonly content: string;
  readonly title: string;
  /** BCP 47: the language of articles that name none. */
  readonly language: string;
  /** IANA name: the zone of dates that name none, and of the edition's days. */
  readonly timeZone: string;
  /** The path at which the edition is served, with a slash at both ends. */
  readonly base: string;
  /** Publish drafts, articles that are not due yet, articles that have expired. */
  readonly drafts: boolean;
  readonly future: boolean;
  readonly expired: boolean;
  /** The front matter keys whose values are tags, lower case. */
  readonly tagsFrom: readonly string[];
  /** `local`: pictures become the edition's own, other hosts' too, in the sizes that the app shows. */
  readonly pictures: "remote" | "local";
  /** The moment of the build, against which publish and expiry times are held. */
  readonly now: Date;
};
