import { useSaved } from "#data/device/device.ts";
import { datedName, instantNow } from "./hand-over.ts";
import { Deed, number, Progress, Section, some } from "./section.tsx";
import { type LeavingState, useLeaving } from "./use-leaving.ts";

/** One file that holds everything. */
export function Backup() {
  const { records } = useSaved();
  const { state, make, stop } = useLeaving();
  const press = () =>
    make(async (watch) => {
      const now = instantNow();
      const [{ makeBackup }, { readStock }] = await Promise.all([
        import("#data/transfer/leaving/make-backup.ts"),
        import("#data/transfer/stock.ts"),
      ]);
      const backup = await makeBackup(await readStock(now), now, watch);
      return { ...backup, name: datedName("backup", "json") };
    });
  return (
    <Section name="backup" title="Keep a backup">
      <p className="text-soft">
        One file holds {some(records.length, "saved story", "saved stories")} with the text, your
        tags, what you have read and how far, and your settings. Taken in on this or another device
        it merges with what is there: of each story the last word counts, and twice is the same as
        once.
      </p>
      <Making state={state} onStop={stop} />
      {state.kind === "making" ? null : (
        <Deed isMain={true} onPress={press}>
          Make a backup
        </Deed>
      )}
    </Section>
  );
}

/** What becomes of a file that is being made. */
function Making({ state, onStop }: { state: LeavingState; onStop: () => void }) {
  switch (state.kind) {
    case "idle":
      return null;
    case "making":
      return <Progress label="Making the file" done={state.done} all={state.all} onStop={onStop} />;
    case "failed":
      return (
        <p role="alert" className="text-soft">
          The file could not be made. {state.why}
        </p>
      );
    case "made":
      return <Made {...state} />;
  }
}

function Made({ name, bytes, count, failed }: Extract<LeavingState, { kind: "made" }>) {
  return (
    <div role="status" className="text-soft">
      <p>
        <bdi className="font-semibold text-ink [overflow-wrap:anywhere]">{name}</bdi> is among your
        downloads: {some(count, "story", "stories")}, {sizeOf(bytes)}.
      </p>
      {failed.length === 0 ? null : (
        <details open={true} className="text-small">
          <summary className="min-h-11 cursor-pointer py-3">
            {some(failed.length, "story is", "stories are")} not in it
          </summary>
          <ul>
            {failed.map(({ name: title, why }) => (
              <li key={title} className="border-t border-rule py-2">
                <bdi>{title}</bdi>: {why}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function sizeOf(bytes: number): string {
  if (bytes < 1_000_000) return `${number(Math.max(1, Math.round(bytes / 1_000)))} kB`;
  return `${(bytes / 1_000_000).toLocaleString("en-GB", { maximumFractionDigits: 1 })} MB`;
}
