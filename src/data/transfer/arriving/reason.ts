/** Where in a file a row stands, as a kind with what belongs into its words; a `number` counts from 1. */
export type Place =
  | {
      readonly kind:
        | "line"
        | "entry"
        | "article"
        | "removalEntry"
        | "readMark"
        | "unreadMark"
        | "position"
        | "muted"
        | "view";
      readonly number: number;
    }
  | { readonly kind: "entryOf"; readonly file: string; readonly number: number }
  | { readonly kind: "file"; readonly file: string }
  | { readonly kind: "removal" | "settings" };

/**
 * Why a row is not taken in, as a kind with what belongs into its words; a `day` is one of the calendar in UTC,
 * `YYYY-MM-DD`.
 */
export type Reason =
  | {
      readonly kind:
        | "noAddress"
        | "addressTooLong"
        | "textTooLong"
        | "noList"
        | "fileTooLarge"
        | "quotes"
        | "quotesToEnd"
        | "newerEntry"
        | "malformed"
        | "twice"
        | "full"
        | "denied"
        | "occupied"
        | "unloaded"
        | "stoppedBefore";
    }
  | { readonly kind: "noSuchAddress"; readonly text: string }
  | { readonly kind: "otherScheme"; readonly scheme: string }
  | { readonly kind: "fields"; readonly count: number; readonly expected: number }
  | { readonly kind: "malformedAt"; readonly at: string }
  | { readonly kind: "changedLater" | "takenOutLater"; readonly day: string };

/** Why nothing of a file can be read, as a kind with what belongs into its words. */
export type Refusal =
  | {
      readonly kind:
        | "unknown"
        | "tooLarge"
        | "cutOff"
        | "zipDamaged"
        | "zipNothing"
        | "tooDeep"
        | "malformedBackup";
    }
  | { readonly kind: "malformedBackupAt"; readonly at: string }
  | { readonly kind: "newerBackup"; readonly found: number; readonly known: number };
