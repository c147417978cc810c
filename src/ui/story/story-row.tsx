import { memo, type ReactNode } from "react";
import type { Summary } from "#model/article.ts";
import { type Filter, nextState, termState, withTerm } from "#model/filter.ts";
import { type Term, termKey } from "#model/term.ts";
import { type Address, Link } from "#ui/link.tsx";
import { useLanguage, useMessages } from "#ui/messages/messages.tsx";
import { Icon } from "#ui/shell/icon.tsx";
import { useCalendar, When } from "#ui/when.tsx";
import { SaveButton } from "./save-button.tsx";
import messages from "./story-row.messages.json";

/** What a row needs beside its story, the same for all rows of a list. */
export type RowContext = {
  /** The edition's base: pictures of its own are relative to it. */
  base: string;
  /** The edition's language: that of stories that name none. */
  language: string | undefined;
  /**
   * Whether pictures from other hosts are shown; the edition's own always are. `later`: a document can't know what its
   * reader wishes, so the app adds them; without JavaScript they are there at once.
   */
  loadsRemotePictures: boolean | "later";
  /** Whether a row has room for a picture of the list's whole width. */
  hasLargePictures?: boolean;
  /** Under day headings the hour says when; elsewhere the day does. */
  when: "hour" | "day";
  filter: Filter;
  toStory: (id: string) => Address;
  toFilter: (filter: Filter) => Address;
  onToggleSave: (story: Summary) => void;
  /** Opens what else one can do with a story, beside the button that was pressed; without it a row has no such button. */
  onMore?: (story: Summary, button: HTMLElement) => void;
};

/** So many of its tags a row names. */
const MOST_TAGS = 4;

/** One story in a list. Unread headlines are bold, read ones regular; there are no dots and no badges. */
export const StoryRow = memo(function StoryRow({
  story,
  isCurrent,
  isRead,
  isSaved,
  isBusy,
  isAddress = false,
  saveWords,
  foot,
  context,
}: {
  story: Summary;
  isCurrent: boolean;
  isRead: boolean;
  isSaved: boolean;
  isBusy: boolean;
  /** Only its address is known: how long its text takes to read can't be said. */
  isAddress?: boolean;
  /** What is kept of it on this device. */
  saveWords?: string | null;
  /** What else is to be said of it at its foot. */
  foot?: ReactNode;
  context: RowContext;
}) {
  const { say } = useMessages(messages);
  const { language } = useLanguage();
  const { hasTime } = useCalendar();
  const { source, date } = story;
  const picture = pictureOf(story, context);
  const tags = story.tags.slice(0, MOST_TAGS);
  const last = tags.pop();
  // The ribbon has its place beside the origin, above the picture.
  const hasOrigin =
    source !== undefined ||
    date === null ||
    context.when === "day" ||
    hasTime(date) ||
    picture !== undefined;
  return (
    <article
      aria-current={isCurrent ? "true" : undefined}
      lang={story.language ?? context.language}
      className="row"
    >
      {hasOrigin ? <RowOrigin story={story} when={context.when} /> : null}
      <div className={hasOrigin ? "row-words min-w-0" : "row-words min-w-0 pe-8"}>
        <h3
          dir="auto"
          className={`row-title ${isRead ? "font-normal text-soft" : "font-semibold"}`}
        >
          <Link
            to={context.toStory(story.id)}
            state={{ digest: story.digest }}
            className="row-link"
          >
            {story.title}
            {isRead ? <span className="sr-only">{say("read")}</span> : null}
          </Link>
        </h3>
        {story.excerpt === "" ? null : (
          <p dir="auto" className="row-excerpt">
            {story.excerpt}
          </p>
        )}
      </div>
      <RowPicture image={picture} />
      <div className="row-foot" lang={language}>
        {tags.map((label) => (
          <RowTag key={label} label={label} context={context} />
        ))}
        <RowLast label={last} minutes={isAddress ? undefined : story.minutes} context={context} />
        {foot}
      </div>
      <SaveButton
        title={story.title}
        isSaved={isSaved}
        isBusy={isBusy}
        words={saveWords}
        onToggle={() => context.onToggleSave(story)}
        className="row-save"
      />
      {context.onMore ? (
        <button
          type="button"
          aria-label={say("moreFor", { title: story.title })}
          aria-haspopup="menu"
          title={say("more")}
          onClick={(event) => context.onMore?.(story, event.currentTarget)}
          className="row-more"
        >
          <Icon name="more" />
        </button>
      ) : null}
    </article>
  );
});

/** Who published it and when; nothing where a row has neither, so that the headline stands at its top. */
function RowOrigin({ story, when }: { story: Summary; when: "hour" | "day" }) {
  const { say } = useMessages(messages);
  const { language } = useLanguage();
  return (
    <p className="row-origin" lang={language}>
      {story.source === undefined ? null : <bdi>{story.source}</bdi>}
      <span className="text-faint tabular-nums">
        {story.date === null ? say("noDate") : <When date={story.date} as={when} />}
      </span>
    </p>
  );
}

/** The last of its tags, and what it takes to read it, which never stands on a line of its own. */
function RowLast({
  label,
  minutes,
  context,
}: {
  label: string | undefined;
  minutes: number | undefined;
  context: RowContext;
}) {
  const { say } = useMessages(messages);
  if (label === undefined && minutes === undefined) return null;
  return (
    <span className="row-last">
      {label === undefined ? null : <RowTag label={label} context={context} />}
      {minutes === undefined ? null : (
        <span className="row-minutes tabular-nums">{say("minutes", { minutes })}</span>
      )}
    </span>
  );
}

function RowTag({ label, context }: { label: string; context: RowContext }) {
  const term: Term = { kind: "tag", key: termKey(label) };
  const state = termState(context.filter, term);
  const next = nextState(state);
  const { say } = useMessages(messages);
  return (
    <Link
      to={context.toFilter(withTerm(context.filter, term, next))}
      aria-label={say(next, { label })}
      className={state === "included" ? "row-tag row-tag-chosen" : "row-tag"}
    >
      <bdi>{label}</bdi>
    </Link>
  );
}

type RowImage = { src: string; isLater: boolean };

/** A row's picture, if it is to be shown. */
function pictureOf({ picture }: Summary, context: RowContext): RowImage | undefined {
  if (!picture) return undefined;
  const { base, loadsRemotePictures: remote } = context;
  // A row may come from storage or a backup, where anything can stand.
  const src = (context.hasLargePictures ? undefined : picture.square) ?? picture.src;
  if (src.startsWith("data/files/")) return { src: base + src, isLater: false };
  const isShown = remote !== false && /^https:\/\//i.test(src);
  return isShown ? { src, isLater: remote === "later" } : undefined;
}

function RowPicture({ image }: { image: RowImage | undefined }) {
  if (image === undefined) return <span />;
  const picture = (
    <img
      src={image.src}
      alt=""
      width={84}
      height={84}
      loading="lazy"
      decoding="async"
      referrerPolicy="no-referrer"
      className="row-picture"
      onError={(event) => {
        // A picture that can't be had leaves no hole: the words take its place.
        event.currentTarget.hidden = true;
      }}
    />
  );
  if (!image.isLater) return picture;
  return (
    <span className="row-picture">
      <noscript>{picture}</noscript>
    </span>
  );
}
