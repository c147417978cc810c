import { useEffect, useRef } from "react";
import { Link } from "react-router-dom";
import { useSaved } from "#data/device/device.ts";
import {
  removesUnvisited,
  type StorageFacts,
  useStorageFacts,
} from "#data/device/storage-facts.ts";
import { page } from "#model/address.ts";
import { sizeWords } from "#ui/story/save-words.ts";
import { useTell } from "#ui/tell.tsx";
import { LargestCopies, sizeOf } from "./largest-copies.tsx";

/** What is kept on this device, how much space it takes, and whether the browser will leave it alone. */
export function StoragePart() {
  const { facts, askToKeep, lookAgain } = useStorageFacts();
  const { records, isKept } = useSaved();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // One who comes for it comes to it; the part is loaded when the page stands already.
    if (location.hash === "#storage") heading.current?.scrollIntoView({ block: "start" });
  }, []);
  const size = records.reduce((sum, record) => sum + sizeOf(record), 0);
  return (
    <section aria-labelledby="storage" className="mt-10 border-t border-rule pt-6">
      <h2
        ref={heading}
        id="storage"
        className="scroll-mt-6 font-serif text-head font-medium tracking-tight"
      >
        Storage
      </h2>
      {isKept ? null : (
        <p role="alert" className="mt-2 text-accent">
          This browser lets the site store nothing: what you save is gone when the page is closed.
        </p>
      )}
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 [&>dt]:text-soft">
        <dt>Saved</dt>
        <dd className="tabular-nums">
          {records.length === 0
            ? "Nothing yet"
            : `${records.length.toLocaleString("en-GB")} ${records.length === 1 ? "story" : "stories"}, ${sizeWords(size)} with their pictures`}
        </dd>
        {facts ? <Space facts={facts} /> : null}
      </dl>
      {facts ? <Keeping facts={facts} onAsk={askToKeep} /> : null}
      <SevenDays />
      <LargestCopies records={records} onRemoved={() => void lookAgain()} />
      <p className="mt-2 text-small text-soft">
        What you take out is kept for thirty more days, so that it can be put back:{" "}
        <Link
          to={{ ...page.saved.to(), search: "?show=removed" }}
          className="inline-flex min-h-11 items-center underline decoration-accent underline-offset-4"
        >
          what was taken out lately
        </Link>
      </p>
    </section>
  );
}

function Space({ facts: { used, quota } }: { facts: StorageFacts }) {
  if (used === null || quota === null) {
    return (
      <>
        <dt>Free</dt>
        <dd>This browser does not say</dd>
      </>
    );
  }
  return (
    <>
      <dt>Used in all</dt>
      <dd className="tabular-nums">{sizeWords(used)}, with what the app keeps to open offline</dd>
      <dt>Free</dt>
      <dd className="tabular-nums">about {sizeWords(Math.max(0, quota - used))}</dd>
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
  const tell = useTell();
  if (isPersisted === null) return null;
  if (isPersisted) {
    return (
      <p className="mt-4 text-soft">
        The browser has promised to remove nothing of this by itself, also when space runs short.
      </p>
    );
  }
  const ask = async () => {
    const isGranted = await onAsk();
    tell({
      text: isGranted
        ? "The browser has promised to remove nothing by itself"
        : "The browser has not promised it. Installing the app, or visiting often, may change its mind.",
    });
  };
  return (
    <div className="mt-4 text-soft">
      <p>
        When the device runs short of space, the browser may remove what sites keep, this one’s too.
        It can be asked not to.
      </p>
      <button
        type="button"
        onClick={() => void ask()}
        className="min-h-11 underline decoration-accent underline-offset-4 hover:text-ink"
      >
        Ask the browser to keep it
      </button>
    </div>
  );
}

function SevenDays() {
  const isInstalled = () => matchMedia("(display-mode: standalone)").matches;
  if (!removesUnvisited(navigator, isInstalled)) return null;
  return (
    <div role="note" className="mt-4 border-s-[3px] border-accent bg-raised px-4 py-3">
      <p>
        Safari removes everything that a site keeps when you have not come by for seven days of
        using it. What you saved would be gone.
      </p>
      <p className="mt-2 text-soft">
        An installed app is spared: press Share, then “Add to Home Screen” (on a Mac, “Add to
        Dock”), and save your stories there. Or keep{" "}
        <Link
          to={page.transfer.to()}
          className="inline-flex min-h-11 items-center underline decoration-accent underline-offset-4"
        >
          a backup in a file
        </Link>
        .
      </p>
    </div>
  );
}
