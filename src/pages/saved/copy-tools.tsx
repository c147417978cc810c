import { addLabel, archive, dropLabel, fetchPictures } from "#data/device/read-later.ts";
import type { SavedRecord } from "#model/saved.ts";
import { PLAIN_VIEW } from "#model/saved-view.ts";
import { termKey } from "#model/term.ts";
import { Link } from "#ui/link.tsx";
import { useLanguage, useMessages } from "#ui/messages/messages.tsx";
import { Icon } from "#ui/shell/icon.tsx";
import messages from "./copy-tools.messages.json";
import deeds from "./deeds.messages.json";
import { LabelField } from "./label-field.tsx";
import { useDeed } from "./use-deed.ts";
import { toView } from "./view-panel.tsx";

/** Puts an article into the archive, or back among what is to be read. */
export function ArchiveButton({ record: { id, archived = false } }: { record: SavedRecord }) {
  const { say } = useMessages(messages);
  const { say: sayDeed } = useMessages(deeds);
  const act = useDeed();
  return (
    <button
      type="button"
      onClick={() => act(archive([id], !archived), say(archived ? "back" : "archived"))}
      className="min-h-11 px-2 text-small text-soft hover:text-ink"
    >
      {sayDeed(archived ? "putBack" : "archive")}
    </button>
  );
}

/** What one can do with a copy at its end: its own tags, its pictures that are missing, the archive. */
export function CopyTools({ record, isFetching }: { record: SavedRecord; isFetching: boolean }) {
  const { say } = useMessages(messages);
  const { language } = useLanguage();
  const { id, labels = [], pictures } = record;
  const act = useDeed();
  const missing = pictures ? pictures.all - pictures.kept : 0;
  return (
    <section
      aria-label={say("name")}
      lang={language}
      className="no-print mt-6 border-t border-rule pt-3 text-small text-soft"
    >
      <ul aria-label={say("tags")} className="flex flex-wrap gap-x-5">
        {labels.map((label) => (
          <li key={label} className="inline-flex items-center">
            <Link
              to={toView({ ...PLAIN_VIEW, shelf: "all", labels: [termKey(label)] })}
              className="inline-flex min-h-11 items-center text-base italic hover:text-ink"
            >
              <bdi className="border-b border-accent">{label}</bdi>
            </Link>
            <button
              type="button"
              aria-label={say("dropTag", { label })}
              onClick={() => act(dropLabel([id], label), say("dropped", { label }))}
              className="grid min-h-11 w-9 place-items-center text-faint hover:text-accent"
            >
              <Icon name="close" className="!size-3" />
            </button>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-x-4">
        <LabelField onAdd={(label) => act(addLabel([id], label), say("tagged", { label }))} />
        <ArchiveButton record={record} />
        {missing > 0 && !isFetching ? (
          <button
            type="button"
            onClick={() => void fetchPictures(record)}
            className="min-h-11 underline decoration-accent underline-offset-4 hover:text-ink"
          >
            {say("fetch", { count: missing })}
          </button>
        ) : null}
      </div>
    </section>
  );
}
