/** Hands a file to the reader, who finds it where downloads are. */
export function handOver(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken the file over by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Names a file of today, by this device's calendar. */
export function datedName(what: string, ending: string, now = new Date()): string {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
  return `offprint-${what}-${day}.${ending}`;
}

/** The present moment as instants are written: RFC 3339 in UTC, to the second. */
export function instantNow(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}
