import { useId, useState } from "react";
import { useSaved } from "#data/device/device.ts";
import type { SavedRecord } from "#model/saved.ts";
import { EXPORT_KINDS, type ExportKind } from "./export-kinds.ts";
import { datedName, instantNow } from "./hand-over.ts";
import { Making } from "./making.tsx";
import { Choice, Deed, Section, some } from "./section.tsx";
import { useLeaving } from "./use-leaving.ts";

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

const WHICH = ["all", "unarchived", "archived"] as const;

/** The saved stories, in the files of other programs. */
export function Exports() {
  const { records } = useSaved();
  const [which, setWhich] = useState<(typeof WHICH)[number]>("all");
  const archived = records.filter((record) => record.archived === true);
  const chosen =
    which === "all"
      ? records
      : records.filter((record) => (record.archived === true) === (which === "archived"));
  const names = {
    all: `All ${records.length}`,
    unarchived: `Not archived: ${records.length - archived.length}`,
    archived: `Archived: ${archived.length}`,
  };
  return (
    <Section name="take-elsewhere" title="Take them elsewhere">
      {records.length === 0 ? (
        <p className="text-soft">Nothing is saved yet that could leave.</p>
      ) : (
        <>
          {archived.length === 0 ? null : (
            <Choice
              legend="Which stories"
              values={WHICH}
              names={names}
              value={which}
              onChange={setWhich}
            />
          )}
          <ul>
            {EXPORT_KINDS.map((kind) => (
              <Export key={kind.name} kind={kind} records={chosen} />
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function Export({ kind, records }: { kind: ExportKind; records: readonly SavedRecord[] }) {
  const { state, make, stop } = useLeaving();
  const about = useId();
  return (
    <li className="border-t border-rule py-3">
      <Deed
        isOff={records.length === 0 || state.kind === "making"}
        describedBy={about}
        onPress={() => make((watch) => kind.make(records, watch))}
      >
        {kind.name}
      </Deed>
      <p id={about} className="text-small text-soft">
        {kind.about}
      </p>
      <Making state={state} onStop={stop} />
    </li>
  );
}
