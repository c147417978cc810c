import type { DeviceStock } from "#data/transfer/stock.ts";
import { BACKUP_FORMAT, BACKUP_VERSION } from "#model/backup.ts";
import { eachStory, type Leaving, type LeavingWatch } from "./leaving.ts";
import { createSlices, type Slices } from "./slices.ts";

/**
 * Writes all that is on the device into one file. Each entry stands in a line of its own, so that a file that is cut off
 * or damaged costs only the lines that are; and it is never one text in memory.
 *
 * @param now when it is made, as instants are
 */
export async function makeBackup(
  stock: DeviceStock,
  now: string,
  watch: LeavingWatch = {},
): Promise<Leaving> {
  const file = createSlices();
  const head = { format: BACKUP_FORMAT, v: BACKUP_VERSION, made: now, settings: stock.settings };
  file.write(`${JSON.stringify(head).slice(0, -1)},\n"saved":[`);
  let separator = "";
  const { count, failed } = await eachStory(stock.records, watch, ({ id, ...entry }) => {
    file.write(`${separator}\n${JSON.stringify(entry)}`);
    separator = ",";
  });
  const removed = [...stock.words].flatMap(([id, { held, changedAt }]) =>
    held ? [] : [{ id, changedAt }],
  );
  writeList(file, "removed", removed);
  writeList(file, "read", [...stock.read]);
  writeList(file, "unread", [...stock.unread]);
  writeList(
    file,
    "positions",
    [...stock.positions].map(([id, place]) => ({ id, ...place })),
  );
  writeList(file, "mutes", [...stock.mutes.values()]);
  writeList(file, "views", [...stock.views.values()]);
  file.write("\n]}\n");
  return { blob: file.blob("application/json"), count, failed };
}

function writeList(file: Slices, name: string, entries: readonly unknown[]): void {
  file.write(`\n],\n"${name}":[`);
  for (const [at, entry] of entries.entries()) {
    file.write(`${at === 0 ? "" : ","}\n${JSON.stringify(entry)}`);
  }
}
