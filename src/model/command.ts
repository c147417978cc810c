/**
 * What a reader can do by a key: each command with the keys that it has unless they choose others. Keys are written as
 * `Shift+A`, one after another as `G S`; a letter is the one that is typed or, where the layout has no Latin letters,
 * the one at its place.
 */
const COMMANDS = {
  next: { group: "stories", keys: ["J"] },
  previous: { group: "stories", keys: ["K"] },
  nextRow: { group: "stories", keys: ["N"] },
  previousRow: { group: "stories", keys: ["P"] },
  open: { group: "stories", keys: ["O", "Enter"] },
  original: { group: "stories", keys: ["V"] },
  read: { group: "stories", keys: ["M"] },
  save: { group: "stories", keys: ["S"] },
  allShown: { group: "stories", keys: ["Shift+A"] },
  undo: { group: "stories", keys: ["Z"] },
  pageDown: { group: "reading", keys: ["Space"] },
  pageUp: { group: "reading", keys: ["Shift+Space"] },
  listen: { group: "listening", keys: ["L"] },
  sentenceOn: { group: "listening", keys: ["Shift+J"] },
  sentenceBack: { group: "listening", keys: ["Shift+K"] },
  paragraphOn: { group: "listening", keys: ["Shift+L"] },
  faster: { group: "listening", keys: ["F"] },
  slower: { group: "listening", keys: ["D"] },
  home: { group: "places", keys: ["G H"] },
  saved: { group: "places", keys: ["G S"] },
  tags: { group: "places", keys: ["G T"] },
  views: { group: "places", keys: ["G V"] },
  minutes: { group: "places", keys: ["G M"] },
  settings: { group: "places", keys: ["G P"] },
  search: { group: "app", keys: ["/"] },
  palette: { group: "app", keys: ["Mod+K"] },
  // Not every layout types a question mark with the key that has the slash.
  help: { group: "app", keys: ["?", "Shift+/"] },
  back: { group: "app", keys: ["Escape"] },
} as const satisfies Record<string, { group: string; keys: readonly string[] }>;

export type CommandId = keyof typeof COMMANDS;
type CommandGroup = (typeof COMMANDS)[CommandId]["group"];

/** A command with the keys that it has now. */
export type Command = {
  readonly id: CommandId;
  readonly group: CommandGroup;
  readonly keys: readonly string[];
};

export const COMMAND_GROUPS = ["stories", "reading", "listening", "places", "app"] as const;

/** Keys that the reader chose, by command; a command without keys has none. */
export type ChosenKeys = Readonly<Record<string, string[]>>;

/** Says whether a name is that of a command. */
export function isCommandId(name: string): name is CommandId {
  return Object.hasOwn(COMMANDS, name);
}

/** All commands in their order, with the reader's own keys where they chose any. */
export function commandsWith(chosen: ChosenKeys): readonly Command[] {
  return Object.keys(COMMANDS)
    .filter(isCommandId)
    .map((id) => ({ id, group: COMMANDS[id].group, keys: chosen[id] ?? COMMANDS[id].keys }));
}

/**
 * Gives a command other keys. What has them already loses them: no key does two things.
 *
 * @param keys null for those that it has at first
 */
export function chooseKeys(
  chosen: ChosenKeys,
  id: CommandId,
  keys: readonly string[] | null,
): ChosenKeys {
  const wanted = keys ?? COMMANDS[id].keys;
  const changed = new Map<string, string[]>(Object.entries(chosen));
  for (const other of commandsWith(chosen)) {
    const left = other.keys.filter((each) => !wanted.some((key) => clashes(key, each)));
    if (other.id !== id && left.length < other.keys.length) changed.set(other.id, left);
  }
  if (keys === null) changed.delete(id);
  else changed.set(id, [...keys]);
  return Object.fromEntries(changed);
}

/** Says whether one of two keys keeps the other from being pressed: they are the same, or one begins the other. */
function clashes(one: string, other: string): boolean {
  return `${one} `.startsWith(`${other} `) || `${other} `.startsWith(`${one} `);
}
