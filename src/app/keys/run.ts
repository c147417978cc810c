import type { QueryClient } from "@tanstack/react-query";
import { openSaved } from "#data/device/device.ts";
import { toggleRead, undoAct, undoLast } from "#data/device/reading-acts.ts";
import { articleQuery } from "#data/edition/edition-queries.ts";
import { page } from "#model/address.ts";
import type { CommandId } from "#model/command.ts";
import { failureWords } from "#ui/failure-words.ts";
import { deedNow } from "#ui/keys/deeds.ts";
import { messagesOf, type Speech } from "#ui/messages/messages.tsx";
import { actMessage, actWords } from "#ui/story/act-words.ts";
import { currentRow, follow, showRow, walk } from "#ui/story/row-walk.ts";
import type { Message } from "#ui/tell.tsx";
import messages from "./keyboard.messages.json";
import { aimAt, listPane, mainPane } from "./where.ts";

type To = { readonly pathname: string; readonly search?: string };

/** What commands need of the app around them. */
export type Surroundings = {
  readonly client: QueryClient;
  /** The story that is open, by its id. */
  readonly openId: string | null;
  /** Whether that is one of the stories for so many minutes, which have an order of their own. */
  readonly isInQueue: boolean;
  /** Whether the page is a list, with nothing open beside it. */
  readonly isList: boolean;
  readonly navigate: (to: To | -1) => void;
  readonly tell: (message: Message) => void;
  readonly speech: Speech;
  readonly open: (what: "help" | "palette") => void;
};

/** What only an article that is open can do, or the voice that reads it. */
const LISTENING = {
  listen: () => deedNow("listen")?.(),
  sentenceOn: () => deedNow("sentenceOn")?.(),
  sentenceBack: () => deedNow("sentenceBack")?.(),
  paragraphOn: () => deedNow("paragraphOn")?.(),
  faster: () => deedNow("faster")?.(),
  slower: () => deedNow("slower")?.(),
};

/** Says whether a command does anything on the page as it is. */
export function isPossible(id: CommandId): boolean {
  return !isListening(id) || deedNow(id) !== undefined;
}

function isListening(id: CommandId): id is keyof typeof LISTENING {
  return Object.hasOwn(LISTENING, id);
}

/** What each command does. A key does what the button or the link for it does, wherever there is one. */
export function deedsIn(app: Surroundings): Readonly<Record<CommandId, () => void>> {
  const go = (to: To) => () => app.navigate(to);
  return {
    next: () => void openBeside(app, 1),
    previous: () => void openBeside(app, -1),
    nextRow: () => void focusBeside(1),
    previousRow: () => void focusBeside(-1),
    open: () => goTo(aimedLink()),
    original: () => void openOriginal(app),
    read: () => markAimed(app),
    save: () => press(aimAt(app.openId)?.place, "button[aria-pressed]"),
    allShown: () => deedNow("allShown")?.(),
    undo: () => takeBack(app),
    pageDown: () => turnPage(app, 1),
    pageUp: () => turnPage(app, -1),
    ...LISTENING,
    home: go(page.latest.to()),
    saved: go(page.saved.to()),
    tags: go(page.tags.to()),
    views: go(page.views.to()),
    minutes: go(page.minutes.to()),
    settings: go(page.settings.to()),
    search: () => search(app),
    palette: () => app.open("palette"),
    help: () => app.open("help"),
    back: () => goBack(app),
  };
}

async function openBeside({ openId, isInQueue }: Surroundings, step: 1 | -1): Promise<void> {
  const list = listPane();
  if (!list) return;
  // A story that was reached from elsewhere stands in no row: its own end leads on.
  const isApart = isInQueue || (openId !== null && currentRow(list) === null);
  const link = isApart ? null : await walk(list, step);
  const row = link?.closest("li");
  if (row) showRow(row, list);
  goTo(link ?? way(step));
}

function goTo(link: HTMLAnchorElement | null): void {
  if (link) follow(link);
}

function way(step: 1 | -1): HTMLAnchorElement | null {
  return mainPane()?.querySelector(`a[rel=${step === 1 ? "next" : "prev"}]`) ?? null;
}

async function focusBeside(step: 1 | -1): Promise<void> {
  const list = listPane();
  const link = list && (await walk(list, step));
  link?.focus({ preventScroll: true });
}

function aimedLink(): HTMLAnchorElement | null {
  return aimAt(null)?.place.querySelector<HTMLAnchorElement>("h3 a") ?? null;
}

function press(place: Element | null | undefined, selector: string): void {
  place?.querySelector<HTMLElement>(selector)?.click();
}

async function openOriginal({ client, openId, tell, speech }: Surroundings): Promise<void> {
  const aim = aimAt(openId);
  if (!aim) return;
  // The copy on this device outlives the edition.
  const article = await openSaved(aim.id)
    .catch(() => client.ensureQueryData(articleQuery(aim.id)))
    .catch(() => null);
  if (article?.link) window.open(article.link, "_blank", "noopener,noreferrer");
  else tell({ text: messagesOf(messages, speech).say("noOriginal") });
}

function markAimed({ openId, tell, speech }: Surroundings): void {
  const aim = aimAt(openId);
  if (aim) tell(actMessage(toggleRead(aim), undoAct, speech));
}

function takeBack({ tell, speech }: Surroundings): void {
  const { say } = messagesOf(messages, speech);
  const undone = undoLast();
  tell({
    text: undone ? say("undone", { words: actWords(undone.act, speech) }) : say("nothingToUndo"),
  });
}

/** Of the last page so much stays in sight. */
const KEPT_PX = 96;

function turnPage(app: Surroundings, step: 1 | -1): void {
  const { openId, isList } = app;
  const pane = isList ? listPane() : mainPane();
  if (!pane) return;
  const before = pane.scrollTop;
  pane.scrollTop += step * Math.max(KEPT_PX, pane.clientHeight - KEPT_PX);
  const isAtEnd = pane.scrollTop === before && step === 1;
  if (isAtEnd && openId !== null) void goToUnread(app);
}

async function goToUnread({ tell, speech }: Surroundings): Promise<void> {
  const goOn = deedNow("nextUnread");
  // In a queue all that follows is to be read.
  if (!goOn) return way(1)?.click();
  try {
    if ((await goOn()) === false) tell({ text: messagesOf(messages, speech).say("noUnread") });
  } catch (error) {
    tell({ text: failureWords(error, speech) });
  }
}

/** Goes to the page's own search, where it has one; what finds everything is everywhere. */
function search({ open }: Surroundings): void {
  const field = [...document.querySelectorAll<HTMLElement>(".pane input[type=search]")].find(
    (each) => getComputedStyle(each).visibility === "visible",
  );
  if (field) field.focus();
  else open("palette");
}

function goBack({ openId, isList, navigate }: Surroundings): void {
  if (isList) return;
  // The router counts there how far one has come.
  const isFirst = !(Number(window.history.state?.idx) > 0);
  if (openId !== null) press(mainPane(), ".article-bar a");
  else navigate(isFirst ? page.latest.to() : -1);
}
