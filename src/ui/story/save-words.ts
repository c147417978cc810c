import type { SavedRecord } from "#model/saved.ts";

/** What is known of one article's copy on this device. */
export type SaveState = {
  readonly record: SavedRecord | undefined;
  /** Of the last press on Save, as long as the page is open. */
  readonly status:
    | { readonly kind: "saving" }
    | { readonly kind: "saved"; readonly isLocal: boolean; readonly isMirrored: boolean }
    | { readonly kind: "failed"; readonly reason: string }
    | undefined;
  /** Its pictures are on their way. */
  readonly isFetching: boolean;
};

const FAILURES: Record<string, string> = {
  full: "Not saved: the storage is full",
  denied: "Not saved: the browser lets nothing be stored",
  occupied: "Not saved: something unreadable lies in its place",
  unloaded: "Not saved: a part of the app is missing",
};

/** Says what is kept of an article, and what is missing; null where it is not saved and nobody asked for it. */
export function saveWords({ record, status, isFetching }: SaveState): string | null {
  if (status?.kind === "saving") return "Saving…";
  if (status?.kind === "failed") return FAILURES[status.reason] ?? "Not saved";
  if (!record) return null;
  if (status?.kind === "saved" && !(status.isLocal || status.isMirrored)) {
    return "Saved until this page is closed";
  }
  if (record.link !== undefined) return "Only the address is kept";
  if (isFetching) return "Saved, its pictures are being fetched…";
  return pictureWords(record);
}

/** A number of bytes for people. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  if (bytes < 999_500) return `${Math.round(bytes / 1_000)} kB`;
  if (bytes < 999_500_000) return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`;
  return `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}

function pictureWords({ pictures }: SavedRecord): string {
  if (!pictures) return "Saved on this device";
  const { all, kept, bytes, elsewhere = 0 } = pictures;
  const missing = all - kept;
  const far = elsewhere > 0 ? `, ${count(elsewhere)} online only` : "";
  if (missing > 0) return `Saved, ${count(missing)} missing${far}`;
  if (all > 0) return `Saved with ${count(all)} · ${sizeWords(bytes)}${far}`;
  return far ? `Saved with text${far}` : "Saved on this device";
}

function count(pictures: number): string {
  return pictures === 1 ? "1 picture" : `${pictures} pictures`;
}
