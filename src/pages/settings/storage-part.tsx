import type { ReactNode } from "react";
import { useSaved } from "#data/device/device.ts";
import {
  removesUnvisited,
  type StorageFacts,
  useStorageFacts,
} from "#data/device/storage-facts.ts";
import { page } from "#model/address.ts";
import { type Address, Link } from "#ui/link.tsx";
import { useLanguage, useMessages } from "#ui/messages/messages.tsx";
import { Fold } from "#ui/settings/fold.tsx";
import { sizeWords } from "#ui/story/save-words.ts";
import { useTell } from "#ui/tell.tsx";
import { LargestCopies, sizeOf } from "./largest-copies.tsx";
import messages from "./storage-part.messages.json";

/** What is kept on this device, how much space it takes, and whether the browser will leave it alone. */
export function StoragePart() {
  const { say, rich } = useMessages(messages);
  const { locale } = useLanguage();
  const { facts, askToKeep, lookAgain } = useStorageFacts();
  const { records, isKept } = useSaved();
  const size = records.reduce((sum, record) => sum + sizeOf(record), 0);
  return (
    <Fold
      id="storage"
      title={say("title")}
      state={records.length === 0 ? null : sizeWords(size, locale)}
      // What may be lost is in sight.
      isOpen={!isKept || removesUnvisited(navigator, isInstalled)}
    >
      {isKept ? null : (
        <p role="alert" className="mt-2 text-accent">
          {say("nothingKept")}
        </p>
      )}
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 [&>dt]:text-soft">
        <dt>{say("saved")}</dt>
        <dd className="tabular-nums">
          {records.length === 0
            ? say("nothing")
            : say("stories", { count: records.length, size: sizeWords(size, locale) })}
        </dd>
        {facts ? <Space facts={facts} /> : null}
      </dl>
      {facts ? <Keeping facts={facts} onAsk={askToKeep} /> : null}
      <SevenDays />
      <LargestCopies records={records} onRemoved={() => void lookAgain()} />
      <p className="mt-2 text-small text-soft">
        {rich("kept", {
          a: (words) => <Way to={{ ...page.saved.to(), search: "?show=removed" }}>{words}</Way>,
        })}
      </p>
    </Fold>
  );
}

function Space({ facts: { used, quota } }: { facts: StorageFacts }) {
  const { say } = useMessages(messages);
  const { locale } = useLanguage();
  if (used === null || quota === null) {
    return (
      <>
        <dt>{say("free")}</dt>
        <dd>{say("unknown")}</dd>
      </>
    );
  }
  return (
    <>
      <dt>{say("used")}</dt>
      <dd className="tabular-nums">{say("usedSize", { size: sizeWords(used, locale) })}</dd>
      <dt>{say("free")}</dt>
      <dd className="tabular-nums">
        {say("about", { size: sizeWords(Math.max(0, quota - used), locale) })}
      </dd>
    </>
  );
}

function Keeping({
  facts: { isPersisted },
  onAsk,
}: {
  facts: StorageFacts;
  onAsk: () => Promise<boolean | null>;
}) {
  const { say } = useMessages(messages);
  const tell = useTell();
  if (isPersisted === null) return null;
  if (isPersisted) {
    return <p className="mt-4 text-soft">{say("persisted")}</p>;
  }
  const ask = async () => {
    const isGranted = await onAsk();
    tell({ text: say(isGranted ? "granted" : "notGranted") });
  };
  return (
    <div className="mt-4">
      <p className="text-small text-faint">{say("mayRemove")}</p>
      <button
        type="button"
        onClick={() => void ask()}
        className="min-h-11 underline decoration-accent underline-offset-4 hover:text-ink"
      >
        {say("ask")}
      </button>
    </div>
  );
}

const isInstalled = () => matchMedia("(display-mode: standalone)").matches;

function SevenDays() {
  const { say, rich } = useMessages(messages);
  if (!removesUnvisited(navigator, isInstalled)) return null;
  return (
    <div role="note" className="mt-4 border-s-[3px] border-accent bg-raised px-4 py-3">
      <p>{say("sevenDays")}</p>
      <p className="mt-2 text-soft">
        {rich("install", { a: (words) => <Way to={page.transfer.to()}>{words}</Way> })}
      </p>
    </div>
  );
}

/** Its padding is its target, and moves no line apart. */
function Way({ to, children }: { to: Address; children: ReactNode }) {
  return (
    <Link to={to} className="py-4 underline decoration-accent underline-offset-4">
      {children}
    </Link>
  );
}
