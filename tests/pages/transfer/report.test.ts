import { expect, it } from "vitest";
import { CargoError } from "#data/transfer/arriving/cargo-kinds.ts";
import type { Line, Plan } from "#data/transfer/arriving/plan.ts";
import type { Place, Reason, Refusal } from "#data/transfer/arriving/reason.ts";
import { LeavingError } from "#data/transfer/leaving/leaving.ts";
import { LANGUAGES } from "#model/language.ts";
import { lineWords } from "#pages/transfer/line-words.ts";
import { reportText } from "#pages/transfer/report.ts";
import { transferFailure } from "#pages/transfer/transfer-failure.ts";
import { loadSpeech } from "#ui/messages/catalogs.ts";
import { ENGLISH, type Speech } from "#ui/messages/messages.tsx";

/** Each kind of reason, with the place and the name of the row that it is told of. */
const ROWS: readonly (readonly [Place, string, Reason])[] = [
  [{ kind: "line", number: 12 }, "Ice", { kind: "noAddress" }],
  [{ kind: "line", number: 1300 }, "Ice", { kind: "addressTooLong" }],
  [{ kind: "entry", number: 3 }, "", { kind: "noSuchAddress", text: "nowhere" }],
  [{ kind: "entry", number: 4 }, "Ice", { kind: "otherScheme", scheme: "javascript:" }],
  [{ kind: "entry", number: 5 }, "Ice", { kind: "textTooLong" }],
  [{ kind: "file", file: "metadata_0.json" }, "Ice", { kind: "noList" }],
  [{ kind: "file", file: "a.html" }, "Ice", { kind: "fileTooLarge" }],
  [{ kind: "line", number: 6 }, "Ice", { kind: "quotes" }],
  [{ kind: "line", number: 7 }, "Ice", { kind: "quotesToEnd" }],
  [{ kind: "line", number: 8 }, "Ice", { kind: "fields", count: 1, expected: 5 }],
  [{ kind: "line", number: 9 }, "Ice", { kind: "fields", count: 2, expected: 5 }],
  [{ kind: "article", number: 1 }, "Ice", { kind: "newerEntry" }],
  [{ kind: "removalEntry", number: 1 }, "", { kind: "malformed" }],
  [{ kind: "readMark", number: 1 }, "", { kind: "malformedAt", at: "0" }],
  [{ kind: "unreadMark", number: 1 }, "", { kind: "malformed" }],
  [{ kind: "position", number: 1 }, "", { kind: "malformed" }],
  [{ kind: "muted", number: 1 }, "", { kind: "malformed" }],
  [{ kind: "view", number: 1 }, "", { kind: "malformed" }],
  [{ kind: "settings" }, "", { kind: "malformedAt", at: "theme" }],
  [{ kind: "entryOf", file: "metadata_0.json", number: 2 }, "Ice", { kind: "twice" }],
  [{ kind: "article", number: 2 }, "Ice", { kind: "changedLater", day: "2026-06-01" }],
  [{ kind: "article", number: 3 }, "Ice", { kind: "takenOutLater", day: "2026-06-01" }],
  [{ kind: "article", number: 4 }, "Ice", { kind: "full" }],
  [{ kind: "removal" }, "Ice", { kind: "denied" }],
  [{ kind: "article", number: 5 }, "Ice", { kind: "occupied" }],
  [{ kind: "article", number: 6 }, "Ice", { kind: "unloaded" }],
  [{ kind: "article", number: 7 }, "Ice", { kind: "stoppedBefore" }],
];

const REFUSALS: readonly Refusal[] = [
  { kind: "unknown" },
  { kind: "tooLarge" },
  { kind: "cutOff" },
  { kind: "zipDamaged" },
  { kind: "zipNothing" },
  { kind: "tooDeep" },
  { kind: "malformedBackup" },
  { kind: "malformedBackupAt", at: "made" },
  { kind: "newerBackup", found: 9, known: 1 },
];

const lines = ROWS.map(
  ([where, name, why]): Line => ({ file: "f", where, name, outcome: "failed", why }),
);
const plan: Plan = {
  files: [
    { file: "b", format: "backup", rows: 0 },
    { file: "m", format: "bookmarks", rows: 0 },
    { file: "p", format: "Pocket (CSV)", rows: 0 },
  ],
  lines,
  copies: [],
  removals: [],
  belongings: {
    read: new Map(),
    unread: new Map(),
    positions: new Map(),
    mutes: new Map(),
    views: new Map(),
    settings: null,
  },
};
const taken = { lines, isStopped: true, areBelongingsKept: true };
const refused = REFUSALS.map((refusal) => ({ file: "r", error: new CargoError(refusal) }));
const reportIn = (speech: Speech) => reportText(plan, taken, refused, speech);

it("each kind of reason is told in the reader’s language", async () => {
  expect(reportIn(await loadSpeech("de"))).toBe(`Vor dem Ende angehalten.
b: Sicherung von Offprint
  Gelesene Zeilen: 0
  Hinzugekommen: 0
  Geändert: 0
  Herausgenommen: 0
  Schon hier: 0
  Übergangen: 0
  Fehlgeschlagen: 0
m: Lesezeichen (HTML)
  Gelesene Zeilen: 0
  Hinzugekommen: 0
  Geändert: 0
  Herausgenommen: 0
  Schon hier: 0
  Übergangen: 0
  Fehlgeschlagen: 0
p: Pocket (CSV)
  Gelesene Zeilen: 0
  Hinzugekommen: 0
  Geändert: 0
  Herausgenommen: 0
  Schon hier: 0
  Übergangen: 0
  Fehlgeschlagen: 0
r: nicht gelesen. Sie ist von keiner Art, die hier bekannt ist: eine Sicherung von Offprint oder was Pocket, Instapaper, Omnivore, wallabag, Karakeep, Readwise Reader, die Lesezeichen eines Browsers oder ein JSON Feed enthalten.
r: nicht gelesen. Sie ist größer als 400 MB, mehr als ein Browser auf einmal lesen kann.
r: nicht gelesen. Sie ist abgeschnitten oder beschädigt: sie beginnt als JSON und endet nicht so.
r: nicht gelesen. Diese ZIP-Datei ist abgeschnitten oder beschädigt.
r: nicht gelesen. In dieser ZIP-Datei ist nichts lesbar. Keine der Dateien darin ist hier bekannt: eine Sicherung von Offprint oder was Pocket, Instapaper, Omnivore, wallabag, Karakeep, Readwise Reader, die Lesezeichen eines Browsers oder ein JSON Feed enthalten.
r: nicht gelesen. Sie hat mehr ineinander geschachtelte Elemente, als irgendein Programm schreibt.
r: nicht gelesen. Die Sicherung hat nicht die Form, die sie haben sollte.
r: nicht gelesen. Die Sicherung hat bei „made“ nicht die Form, die sie haben sollte.
r: nicht gelesen. Die Sicherung hat Version 9; diese Version von Offprint liest bis 1.
Fehlgeschlagen: f, Zeile 12: Ice: es hat keine Adresse
Fehlgeschlagen: f, Zeile 1300: Ice: die Adresse ist zu lang
Fehlgeschlagen: f, Eintrag 3: ohne Titel: „nowhere“ ist keine Adresse
Fehlgeschlagen: f, Eintrag 4: Ice: nur http- und https-Adressen werden hereingeholt, nicht „javascript:“
Fehlgeschlagen: f, Eintrag 5: Ice: der Text ist länger als 5 Millionen Zeichen
Fehlgeschlagen: f, metadata_0.json: Ice: es ist keine Liste in JSON
Fehlgeschlagen: f, a.html: Ice: es ist zu groß
Fehlgeschlagen: f, Zeile 6: Ice: die Anführungszeichen passen nicht zusammen
Fehlgeschlagen: f, Zeile 7: Ice: von hier an sind die Anführungszeichen der Datei nicht mehr zu deuten
Fehlgeschlagen: f, Zeile 8: Ice: hier steht 1 Feld, erwartet werden 5
Fehlgeschlagen: f, Zeile 9: Ice: hier stehen 2 Felder, erwartet werden 5
Fehlgeschlagen: f, Artikel 1: Ice: es stammt von einer neueren Version von Offprint
Fehlgeschlagen: f, Entfernung 1: ohne Titel: es hat nicht die Form, die es haben sollte
Fehlgeschlagen: f, Lesevermerk 1: ohne Titel: es hat nicht die Form, die es haben sollte, bei „0“
Fehlgeschlagen: f, Ungelesen-Vermerk 1: ohne Titel: es hat nicht die Form, die es haben sollte
Fehlgeschlagen: f, Leseposition 1: ohne Titel: es hat nicht die Form, die es haben sollte
Fehlgeschlagen: f, Stummgeschaltetes 1: ohne Titel: es hat nicht die Form, die es haben sollte
Fehlgeschlagen: f, Ansicht 1: ohne Titel: es hat nicht die Form, die es haben sollte
Fehlgeschlagen: f, Einstellungen: Einstellungen: es hat nicht die Form, die es haben sollte, bei „theme“
Fehlgeschlagen: f, metadata_0.json, Eintrag 2: Ice: die Dateien enthalten es zweimal
Fehlgeschlagen: f, Artikel 2: Ice: es wurde später geändert, am 2026-06-01
Fehlgeschlagen: f, Artikel 3: Ice: es wurde später herausgenommen, am 2026-06-01
Fehlgeschlagen: f, Artikel 4: Ice: der Speicher ist voll
Fehlgeschlagen: f, Entfernung: Ice: der Browser verweigert den Zugriff auf seinen Speicher
Fehlgeschlagen: f, Artikel 5: Ice: an seiner Stelle liegt etwas, das nicht gelesen werden kann: siehe die gespeicherten Artikel
Fehlgeschlagen: f, Artikel 6: Ice: ein Teil der App konnte nicht geladen werden: gehen Sie online und versuchen Sie es noch einmal
Fehlgeschlagen: f, Artikel 7: Ice: vorher wurde angehalten
`);
});

it("and in English", () => {
  expect(reportIn(ENGLISH)).toBe(`Stopped before its end.
b: Backup of Offprint
  Rows read: 0
  Added: 0
  Changed: 0
  Taken out: 0
  Already here: 0
  Skipped: 0
  Failed: 0
m: Bookmarks (HTML)
  Rows read: 0
  Added: 0
  Changed: 0
  Taken out: 0
  Already here: 0
  Skipped: 0
  Failed: 0
p: Pocket (CSV)
  Rows read: 0
  Added: 0
  Changed: 0
  Taken out: 0
  Already here: 0
  Skipped: 0
  Failed: 0
r: not read. It is none that is known here: a backup of Offprint, or what Pocket, Instapaper, Omnivore, wallabag, Karakeep, Readwise Reader, a browser’s bookmarks or a JSON Feed hold.
r: not read. It is larger than 400 MB, which is more than a browser can read at once.
r: not read. It is cut off or damaged: it begins as JSON and does not end as such.
r: not read. This ZIP is cut off or damaged.
r: not read. In this ZIP nothing can be read. It is none that is known here: a backup of Offprint, or what Pocket, Instapaper, Omnivore, wallabag, Karakeep, Readwise Reader, a browser’s bookmarks or a JSON Feed hold.
r: not read. It has more elements within one another than any program writes.
r: not read. The backup is not in the form it should have.
r: not read. The backup is not in the form it should have at “made”.
r: not read. The backup has version 9; this version of Offprint reads up to 1.
Failed: f, line 12: Ice: it has no address
Failed: f, line 1300: Ice: its address is too long
Failed: f, entry 3: without a title: “nowhere” is no address
Failed: f, entry 4: Ice: only http and https addresses are taken in, not “javascript:”
Failed: f, entry 5: Ice: its text is longer than 5 million characters
Failed: f, metadata_0.json: Ice: it is no list in JSON
Failed: f, a.html: Ice: it is too large
Failed: f, line 6: Ice: its quotation marks don’t match
Failed: f, line 7: Ice: from here on the file’s quotation marks can’t be made out
Failed: f, line 8: Ice: it has 1 field where 5 are expected
Failed: f, line 9: Ice: it has 2 fields where 5 are expected
Failed: f, article 1: Ice: it was made by a newer version of Offprint
Failed: f, removal 1: without a title: it is not in the form it should have
Failed: f, read mark 1: without a title: it is not in the form it should have, at “0”
Failed: f, unread mark 1: without a title: it is not in the form it should have
Failed: f, position 1: without a title: it is not in the form it should have
Failed: f, muted 1: without a title: it is not in the form it should have
Failed: f, view 1: without a title: it is not in the form it should have
Failed: f, settings: Settings: it is not in the form it should have, at “theme”
Failed: f, metadata_0.json, entry 2: Ice: the files hold it twice
Failed: f, article 2: Ice: it was changed later, on 2026-06-01
Failed: f, article 3: Ice: it was taken out later, on 2026-06-01
Failed: f, article 4: Ice: the storage is full
Failed: f, removal: Ice: the browser denies access to its storage
Failed: f, article 5: Ice: something that can’t be read lies in its place: see the saved stories
Failed: f, article 6: Ice: a part of the app could not be loaded: go online and try again
Failed: f, article 7: Ice: it was stopped before
`);
});

it.each(LANGUAGES.slice(1))(
  "no reason and no refusal is left in English in %s",
  async (language) => {
    const speech = await loadSpeech(language);
    const told = (spoken: Speech) => [
      ...lines.map((line) => lineWords(line, spoken).why),
      ...refused.map(({ error }) => transferFailure(error, spoken)),
    ];
    const english = told(ENGLISH);
    const words = told(speech);
    expect(words.filter((each, at) => each === english[at])).toEqual([]);
    for (const given of ["nowhere", "javascript:", "2026-06-01", "theme", "made", "9"]) {
      expect(words.join("\n")).toContain(given);
    }
  },
);

it("what can’t leave is told too, and so is a part of the app that is not to be had", async () => {
  const german = await loadSpeech("de");
  const missing = new TypeError("Failed to fetch dynamically imported module: https://a.example");
  const errors = [new LeavingError("emptyBook"), new LeavingError("noText"), missing];
  expect(errors.map((error) => transferFailure(error, ENGLISH))).toEqual([
    "None of these stories has a text: a book would be empty.",
    "It has no text: only its address is kept.",
    "A part of the app could not be loaded. Go online and try again.",
  ]);
  expect(errors.map((error) => transferFailure(error, german))).toEqual([
    "Keiner dieser Artikel hat einen Text: das Buch wäre leer.",
    "Er hat keinen Text: nur seine Adresse ist gespeichert.",
    "Ein Teil der App konnte nicht geladen werden. Gehen Sie online und versuchen Sie es noch einmal.",
  ]);
});
