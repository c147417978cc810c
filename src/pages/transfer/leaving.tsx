import { useId, useState } from "react";
import { useSaved } from "#data/device/device.ts";
import type { SavedRecord } from "#model/saved.ts";
import { useMessages, useSpeech } from "#ui/messages/messages.tsx";
import { EXPORT_KINDS, type ExportKind } from "./export-kinds.ts";
import { datedName, instantNow } from "./hand-over.ts";
import messages from "./leaving.messages.json";
import { Making } from "./making.tsx";
import { Choice, Deed, Section } from "./section.tsx";
import { useLeaving } from "./use-leaving.ts";

/** One file that holds everything. */
export function Backup() {
  const { say } = useMessages(messages);
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
    <Section name="backup" title={say("backupTitle")}>
      <p className="text-soft">
        {records.length === 0 ? say("backupNone") : say("backupAbout", { count: records.length })}
      </p>
      <Making state={state} onStop={stop} />
      {state.kind === "making" ? null : (
        <Deed isMain={true} onPress={press}>
          {say("makeBackup")}
        </Deed>
      )}
    </Section>
  );
}

const WHICH = ["all", "unarchived", "archived"] as const;

/** The saved stories, in the files of other programs. */
export function Exports() {
  const { say } = useMessages(messages);
  const { records } = useSaved();
  const [which, setWhich] = useState<(typeof WHICH)[number]>("all");
  const archived = records.filter((record) => record.archived === true);
  const chosen =
    which === "all"
      ? records
      : records.filter((record) => (record.archived === true) === (which === "archived"));
  const names = {
    all: say("all", { count: records.length }),
    unarchived: say("unarchived", { count: records.length - archived.length }),
    archived: say("archived", { count: archived.length }),
  };
  return (
    <Section name="take-elsewhere" title={say("elsewhere")}>
      {records.length === 0 ? (
        <p className="text-soft">{say("nothing")}</p>
      ) : (
        <>
          {archived.length === 0 ? null : (
            <Choice
              legend={say("which")}
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
  const { say } = useMessages(messages);
  const speech = useSpeech();
  const { state, make, stop } = useLeaving();
  const about = useId();
  return (
    <li className="border-t border-rule py-3">
      <Deed
        isOff={records.length === 0 || state.kind === "making"}
        describedBy={about}
        onPress={() => make((watch) => kind.make(records, watch, speech))}
      >
        {say(kind.name)}
      </Deed>
      <p id={about} className="text-small text-soft">
        {say(`${kind.name}About`)}
      </p>
      <Making state={state} onStop={stop} />
    </li>
  );
}
