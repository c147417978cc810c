import { IdColumn } from "#pipeline/columns/id-column.ts";
import { ListColumn } from "#pipeline/columns/list-column.ts";
import { NumberColumn } from "#pipeline/columns/number-column.ts";
import { TextColumn, type Texts } from "#pipeline/columns/text-column.ts";
import { stemOf } from "#pipeline/content/folder/file-kind.ts";
import type { Facts } from "./describe-page.ts";
import type { Page } from "./page.ts";
import type { Terms } from "./terms.ts";

const DUE = 1;
const LISTABLE = 2;
const MOST_INSTANTS = 10_000;
const NONE: readonly string[] = [];

/**
 * The published pages of a folder, in the order of their paths.
 *
 * There may be a million: what is kept of each are numbers and bytes in columns, and a page is put together when it is
 * asked for. Two that were asked for are one page where their `task` is one.
 */
export class Pages implements Iterable<Page> {
  readonly #terms: Terms;
  #paths: Texts;
  #ids: IdColumn;
  #tasks = new NumberColumn();
  #titles = new TextColumn();
  /** In seconds since 1970; none is not a number. */
  #dates = new NumberColumn();
  /** The last instants that were written out, which many pages share where they have dates alone. */
  readonly #instants = new Map<number, string>();
  #flags = new NumberColumn();
  /** Numbers of words: of languages, and of sections, where 0 is none. */
  #languages = new NumberColumn();
  #sections = new NumberColumn();
  #lists = new ListColumn();
  /** What is another than the path says, by page; of addresses the place, and 0 for one as the path says. */
  #addresses = new TextColumn();
  #addressAt = new NumberColumn();
  readonly #translationKeys = new Map<number, string>();
  readonly #weights = new Map<number, number>();
  readonly #aliases = new Map<number, readonly string[]>();

  /** `paths` and `ids` are those of all tasks. */
  constructor(paths: Texts, ids: IdColumn, terms: Terms) {
    this.#paths = paths;
    this.#ids = ids;
    this.#terms = terms;
  }

  get length(): number {
    return this.#tasks.count;
  }

  /** Adds the page of a task; they must ascend. */
  add(task: number, facts: Facts): void {
    const path = this.#paths.at(task);
    const number = this.#tasks.push(task);
    this.#titles.push(facts.title);
    this.#dates.push(facts.date === null ? Number.NaN : Date.parse(facts.date) / 1000);
    this.#flags.push((facts.isDue ? DUE : 0) | (facts.mayBeListed ? LISTABLE : 0));
    this.#languages.push(this.#terms.wordNumber(facts.language));
    const { section } = facts;
    this.#sections.push(section === undefined ? 0 : this.#terms.wordNumber(section) + 1);
    const numbers = facts.termNumbers?.(this.#terms);
    this.#lists.push(numbers ?? this.#terms.of(facts.tags, facts.keywords));
    const isAsItsPath = facts.address === addressOf(path);
    this.#addressAt.push(isAsItsPath ? 0 : this.#addresses.push(facts.address) + 1);
    const key = facts.translationKey;
    if (key !== stemOf(path)) this.#translationKeys.set(number, key);
    if (facts.weight !== 0) this.#weights.set(number, facts.weight);
    if (facts.aliases.length > 0) this.#aliases.set(number, facts.aliases);
  }

  /** Lets go of all of them: from then on there are none. */
  letGo(): void {
    this.#paths = this.#titles = this.#addresses = new TextColumn();
    this.#ids = new IdColumn();
    this.#tasks = this.#dates = this.#flags = new NumberColumn();
    this.#languages = this.#sections = this.#addressAt = new NumberColumn();
    this.#lists = new ListColumn();
    for (const map of [this.#translationKeys, this.#weights, this.#aliases]) map.clear();
  }

  at(number: number): Page {
    return new PageAt(this, number);
  }

  *[Symbol.iterator](): Generator<Page> {
    for (let number = 0; number < this.length; number++) yield this.at(number);
  }

  pathOf(number: number): string {
    return this.#paths.at(this.#tasks.at(number));
  }

  idOf(number: number): string {
    return this.#ids.at(this.#tasks.at(number));
  }

  /** Says where a page's id stands to another one, given as its bytes: below 0 for before it, above for behind. */
  compareId(number: number, id: Buffer): number {
    return this.#ids.compareTo(this.#tasks.at(number), id);
  }

  taskOf(number: number): number {
    return this.#tasks.at(number);
  }

  titleOf(number: number): string {
    return this.#titles.at(number);
  }

  /** In seconds since 1970; not a number where it has none. */
  secondsOf(number: number): number {
    return this.#dates.at(number);
  }

  dateOf(number: number): string | null {
    const seconds = this.secondsOf(number);
    if (Number.isNaN(seconds)) return null;
    const known = this.#instants.get(seconds);
    if (known !== undefined) return known;
    const instant = `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
    if (this.#instants.size >= MOST_INSTANTS) this.#instants.clear();
    this.#instants.set(seconds, instant);
    return instant;
  }

  languageOf(number: number): string {
    return this.#terms.wordAt(this.#languages.at(number));
  }

  /** The languages of all. */
  languages(): Set<string> {
    const words = new Set<number>();
    for (let number = 0; number < this.length; number++) words.add(this.#languages.at(number));
    return new Set([...words].map((word) => this.#terms.wordAt(word)));
  }

  translationKeyOf(number: number): string {
    return this.#translationKeys.get(number) ?? stemOf(this.pathOf(number));
  }

  sectionOf(number: number): string | undefined {
    const word = this.#sections.at(number);
    return word === 0 ? undefined : this.#terms.wordAt(word - 1);
  }

  isDueAt(number: number): boolean {
    return (this.#flags.at(number) & DUE) !== 0;
  }

  mayBeListedAt(number: number): boolean {
    return (this.#flags.at(number) & LISTABLE) !== 0;
  }

  weightOf(number: number): number {
    return this.#weights.get(number) ?? 0;
  }

  addressOf(number: number): string {
    const place = this.#addressAt.at(number);
    return place === 0 ? addressOf(this.pathOf(number)) : this.#addresses.at(place - 1);
  }

  aliasesOf(number: number): readonly string[] {
    return this.#aliases.get(number) ?? NONE;
  }

  get hasAliases(): boolean {
    return this.#aliases.size > 0;
  }

  /** Those that have old addresses. */
  *withAliases(): Generator<Page> {
    for (const number of this.#aliases.keys()) yield this.at(number);
  }

  /** Those that have a weight. */
  *withWeights(): Generator<Page> {
    for (const number of this.#weights.keys()) yield this.at(number);
  }

  termsOf(number: number): number[] {
    return this.#lists.at(number);
  }

  /** Tells each of a page's terms. */
  eachTermOf(number: number, tell: (term: number) => void): void {
    this.#lists.each(number, tell);
  }

  /** Above the numbers of all terms. */
  get termBound(): number {
    return this.#terms.bound;
  }

  /** Says whether two pages stand so by date and id: below 0 for the newer one first; one without a date is the oldest. */
  compare(a: number, b: number): number {
    const step = rankOf(this.#dates.at(b)) - rankOf(this.#dates.at(a));
    return step || this.#ids.compare(this.#tasks.at(a), this.#tasks.at(b));
  }
}

function rankOf(seconds: number): number {
  return Number.isNaN(seconds) ? -1e15 : seconds;
}

/** The address of most pages: that of their file. */
export function addressOf(path: string): string {
  return `/${stemOf(path)}/`;
}

/** A page where it stands. */
class PageAt implements Page {
  readonly #pages: Pages;
  readonly #number: number;

  constructor(pages: Pages, number: number) {
    this.#pages = pages;
    this.#number = number;
  }

  get path() {
    return this.#pages.pathOf(this.#number);
  }
  get id() {
    return this.#pages.idOf(this.#number);
  }
  get task() {
    return this.#pages.taskOf(this.#number);
  }
  get title() {
    return this.#pages.titleOf(this.#number);
  }
  get date() {
    return this.#pages.dateOf(this.#number);
  }
  get language() {
    return this.#pages.languageOf(this.#number);
  }
  get translationKey() {
    return this.#pages.translationKeyOf(this.#number);
  }
  get section() {
    return this.#pages.sectionOf(this.#number);
  }
  get isDue() {
    return this.#pages.isDueAt(this.#number);
  }
  get mayBeListed() {
    return this.#pages.mayBeListedAt(this.#number);
  }
  get weight() {
    return this.#pages.weightOf(this.#number);
  }
  get address() {
    return this.#pages.addressOf(this.#number);
  }
  get aliases() {
    return this.#pages.aliasesOf(this.#number);
  }
  get terms() {
    return this.#pages.termsOf(this.#number);
  }
}
