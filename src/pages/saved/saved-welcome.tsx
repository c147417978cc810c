import { useSaved } from "#data/device/device.ts";

/** What stands beside the saved list on wide screens until a story is chosen. */
export function SavedWelcome() {
  const { records } = useSaved();
  const minutes = records.reduce((sum, { summary }) => sum + summary.minutes, 0);
  if (records.length === 0) return null;
  return (
    <div className="grid h-full place-items-center px-10">
      <p className="max-w-[26rem] text-center font-serif text-head text-soft text-balance">
        {records.length === 1 ? "One story is" : `${records.length} stories are`} kept on this
        device: {minutes} {minutes === 1 ? "minute" : "minutes"} of reading, with or without the
        network.
      </p>
    </div>
  );
}
