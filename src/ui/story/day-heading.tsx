import { useCalendar } from "#ui/when.tsx";

/** The line above the first story of a day. */
export function DayHeading({ date }: { date: string | null }) {
  const calendar = useCalendar();
  return (
    <h2 className="px-4 pt-6 pb-2 text-label leading-none font-semibold tracking-[0.09em] text-faint uppercase wide:px-6">
      {date === null ? "Without a date" : calendar.long(date)}
    </h2>
  );
}
