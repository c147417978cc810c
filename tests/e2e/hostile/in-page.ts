import { faultsIn } from "./faults.ts";

/**
 * What runs inside the page: it watches for scripts of strangers from the start, goes from story to story as the app's
 * own links do, and says what is wrong with each. Tests find it as `globalThis.hostile`.
 */

const ran: string[] = [];

/** Functions that no story may call, of which the corpus calls `alert`. */
for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
  Reflect.set(globalThis, name, () => {
    ran.push(`${name} was called`);
    return null;
  });
}

/** Names that strangers try to take, and what stands there. */
const NAMES = [
  ..."app attributes body caches childNodes config constructor cookie createElement currentScript".split(
    " ",
  ),
  ..."defaultView getElementById hasOwnProperty head implementation localStorage main name".split(
    " ",
  ),
  ..."navigator nodeName parentNode querySelector removeChild root toString trustedTypes".split(
    " ",
  ),
];
const before = new Map<string, unknown>();

/** Remembers what the app's own page has, once the app stands. */
export function rememberGlobals(): void {
  for (const [key, value] of globals()) before.set(key, value);
}

function globals(): [string, unknown][] {
  return NAMES.flatMap((name): [string, unknown][] => [
    [`window.${name}`, standsAt(window, name)],
    [`document.${name}`, standsAt(document, name)],
  ]);
}

/** Things are told apart by themselves, texts and numbers by their kind: a cookie may change, not become an element. */
function standsAt(holder: object, name: string): unknown {
  const value: unknown = Reflect.get(holder, name);
  return typeof value === "object" || typeof value === "function" ? value : typeof value;
}

function changedGlobals(): string[] {
  const changed = globals().filter(([key, value]) => before.get(key) !== value);
  const inherited = Object.keys(Object.prototype);
  return [
    ...changed.map(([key]) => `${key} is another`),
    ...inherited.map((key) => `every object has “${key}”`),
  ];
}

/** Goes to an address within the app, waits for the story of that title, and says all that is wrong there. */
export async function open(address: string, title: string): Promise<string[]> {
  history.pushState(null, "", address);
  dispatchEvent(new PopStateEvent("popstate"));
  const isThere = await until(() => heading() === title && isDrawn());
  if (!isThere) return [`the story did not open: ${heading()}`];
  const here = location.href;
  const faults = [...faultsOfStory(), ...changedGlobals()];
  provoke(story());
  await pause(4);
  if (location.href !== here) faults.push(`went to ${location.href}`);
  return [...faults, ...ran.splice(0)];
}

const { querySelector } = Document.prototype;

/** Where no sanitizer stands, a story takes the document's own function away. */
function find(selector: string): HTMLElement | null {
  return querySelector.call(document, selector) as HTMLElement | null;
}

function heading(): string | null | undefined {
  return find("#main-pane h1")?.textContent;
}

function story(): HTMLElement | null {
  return find("#main-pane .prose");
}

function isDrawn(): boolean {
  return (
    find("#main-pane article footer") !== null && find("#main-pane .prose[aria-busy=true]") === null
  );
}

/** What is wrong with a document in which the app has not begun. */
export function faultsOfDocument(): string[] {
  const foreign = document.querySelectorAll(
    "iframe, object, embed, form, base, svg :is(script, a, image, use, foreignObject, animate, set), meta[http-equiv=refresh], script:not([src^='/news/assets/'])",
  );
  const bad = [...foreign].map((element) => `${element.localName} in the document`);
  const handling = [...document.querySelectorAll("*")].filter((element) =>
    element.getAttributeNames().some((name) => name.startsWith("on")),
  );
  return [
    ...bad,
    ...handling.map((element) => `a handler on ${element.localName}`),
    ...faultsAround(),
    // Pictures from elsewhere wait in these; without scripts they are seen, and judged, like all others.
    ...faultsOfStory().filter((fault) => fault !== "element noscript"),
  ];
}

/** What is missing behind a story's text in its pane, where that ended the pane too soon. */
function faultsAround(): string[] {
  const pane = find("#main-pane");
  if (!pane) return [];
  const isWhole =
    pane.querySelector("article > footer") !== null && !pane.nextElementSibling?.matches("p");
  return isWhole && pane.parentElement?.children.length === 2 ? [] : ["it ended its pane"];
}

/** What is wrong with a page that was exported, and lies somewhere where no policy of ours holds. */
export async function faultsOfExport(): Promise<string[]> {
  provoke(document.body);
  await pause(4);
  const broken = [...document.querySelectorAll("parsererror")];
  const around = broken.map(({ textContent }) => `no XML: ${textContent}`);
  return [...around, ...faultsOfDocument(), ...faultsOfMarkup(), ...ran.splice(0)];
}

/** Shows texts that were exported as HTML, one after the other, and says what is wrong with each. */
export async function faultsOfTexts(...htmls: string[]): Promise<string[]> {
  const faults: string[] = [];
  for (const html of htmls) {
    document.body.innerHTML = html;
    provoke(document.body);
    await pause(4);
    const found = [...faultsOfDocument(), ...faultsOfMarkup(), ...ran.splice(0)];
    faults.push(...found.map((fault) => `${fault} in ${html.slice(0, 80)}`));
  }
  return faults;
}

/** What a text that was exported must not hold, whoever shows it: controls, and addresses that do something. */
function faultsOfMarkup(): string[] {
  const controls = document.querySelectorAll(
    "input:not([type=checkbox]), button, select, textarea, [style], [contenteditable], [autofocus]",
  );
  const leading = [...document.querySelectorAll("[href], [src], [poster], [cite]")].filter(
    (element) =>
      ["href", "src", "poster", "cite"].some((name) => isLively(element.getAttribute(name) ?? "")),
  );
  return [
    ...[...controls].map(({ localName }) => `a ${localName}`),
    ...leading.map((element) => `an address on ${element.localName}: ${element.outerHTML}`),
  ];
}

function isLively(address: string): boolean {
  const isPicture = /^data:image\/(?:png|jpe?g|gif|webp|avif);base64,/i.test(address);
  const { protocol } = new URL(address, location.href);
  return !isPicture && !/^(?:https?|mailto):$/.test(protocol);
}

/** What is wrong with the story that stands there: what it holds, and what it covers. */
export function faultsOfStory(): string[] {
  const prose = story();
  return prose ? [...faultsIn(withoutZoom(prose)), ...faultsOfLayout(prose)] : [];
}

/** Without what the app itself says of a picture that can be looked at closely: of one that came, and so seldom here. */
function withoutZoom(prose: HTMLElement): HTMLElement {
  const copy = prose.cloneNode(true) as HTMLElement;
  for (const picture of copy.querySelectorAll("img[role=button]")) picture.removeAttribute("role");
  return copy;
}

function faultsOfLayout(prose: HTMLElement): string[] {
  const faults: string[] = [];
  const { scrollWidth } = document.documentElement;
  if (scrollWidth > innerWidth) faults.push(`the page is ${scrollWidth} pixels wide`);
  if (prose.contains(document.activeElement)) faults.push("it took the focus");
  const column = prose.getBoundingClientRect();
  const pane = prose.closest(".pane")?.getBoundingClientRect();
  if (pane && (column.left < pane.left || column.right > pane.right)) {
    faults.push("its column is wider than the pane");
  }
  for (const [x, y] of pointsOf(window.innerWidth, window.innerHeight)) {
    const isInside = x >= column.left && x <= column.right && y >= column.top && y <= column.bottom;
    if (!isInside && prose.contains(document.elementFromPoint(x, y))) {
      faults.push(`it covers the point ${x}, ${y}`);
      break;
    }
  }
  return [...faults, ...coveredControls()];
}

function pointsOf(width: number, height: number): [number, number][] {
  const steps = [0.02, 0.12, 0.3, 0.5, 0.7, 0.88, 0.98];
  return steps.flatMap((x) =>
    steps.map((y): [number, number] => [Math.round(x * width), Math.round(y * height)]),
  );
}

/** The app's own controls that can't be reached with a pointer any more. */
function coveredControls(): string[] {
  const controls = document.querySelectorAll<HTMLElement>(
    "#main-pane .sticky :is(button, a), nav a",
  );
  return [...controls].flatMap((control) => {
    const { left, top, width, height } = control.getBoundingClientRect();
    const isSeen = width > 0 && height > 0 && top >= 0 && top + height < innerHeight;
    if (!isSeen || control.closest(".prose, [popover]")) return [];
    const found = document.elementFromPoint(left + width / 2, top + height / 2);
    const isFree = found === null || control.contains(found) || found.contains(control);
    return isFree ? [] : [`${control.textContent || control.ariaLabel} can't be pressed`];
  });
}

const EVENTS = [
  ..."animationend animationstart auxclick beforeinput beforetoggle begin blur change click".split(
    " ",
  ),
  ..."contextmenu copy cuechange dblclick drop end error focus focusin focusout input invalid".split(
    " ",
  ),
  ..."keydown load loadedmetadata loadstart mouseover paste pointerdown pointerenter pointerover".split(
    " ",
  ),
  ..."reset scroll scrollend select submit toggle touchstart transitionend wheel".split(" "),
];

/** Touches what would do something, and a few that should not, as far as that follows no link. */
function provoke(within: HTMLElement | null): void {
  const elements = [...(within?.querySelectorAll<HTMLElement>("*") ?? [])];
  const handling = elements.filter((element) =>
    element.getAttributeNames().some((name) => name.startsWith("on")),
  );
  for (const element of [...handling, ...elements.slice(0, 5)]) {
    if (element.closest("a[href],summary")) continue;
    for (const name of EVENTS) element.dispatchEvent(new Event(name, { bubbles: true }));
  }
}

/** Presses the ribbon of the story that stands there; says where it did not become a saved one. */
export async function save(): Promise<string[]> {
  const ribbon = () => find("#main-pane .sticky button[aria-pressed]");
  ribbon()?.click();
  const isSaved = await until(() => ribbon()?.ariaPressed === "true");
  return isSaved ? [] : ["it can't be saved"];
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function until(isSo: () => boolean): Promise<boolean> {
  const deadline = performance.now() + 4_000;
  while (!isSo()) {
    if (performance.now() > deadline) return false;
    await pause(2);
  }
  return true;
}
