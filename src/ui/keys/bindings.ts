import {
  createSequenceMatcher,
  formatForDisplay,
  type Hotkey,
  validateHotkey,
} from "@tanstack/hotkeys";
import type { Command, CommandId } from "#model/command.ts";

/** After so long the first of two keys counts as forgotten. */
const BETWEEN_MS = 1_500;

/** Binds commands to their keys: gives the function that says which one a key press asks for, if any. */
export function bindKeys(commands: readonly Command[]): (event: KeyboardEvent) => CommandId | null {
  const bound = commands.flatMap(({ id, keys }) =>
    keys.flatMap((each) => {
      const steps = stepsOf(each);
      return steps.every(isHotkey)
        ? [
            {
              id,
              length: steps.length,
              matcher: createSequenceMatcher(steps, { timeout: BETWEEN_MS }),
            },
          ]
        : [];
    }),
  );
  // In `G S` the S is no save.
  bound.sort((a, b) => b.length - a.length);
  return (pressed) => {
    const event = asTyped(pressed);
    // All of them hear of it: where one goes on, another has to begin anew.
    const matches = bound.filter(({ matcher }) => matcher.match(event));
    return matches[0]?.id ?? null;
  };
}

/**
 * What is typed counts where it is of ASCII: there a key's place would make it two keys (on a French keyboard the comma
 * has the place of M). Elsewhere the library goes by the place.
 */
function asTyped(event: KeyboardEvent): KeyboardEvent {
  if (!/^[!-~]$/.test(event.key)) return event;
  const { type, key, repeat, isComposing, ctrlKey, shiftKey, altKey, metaKey } = event;
  return new KeyboardEvent(type, { key, repeat, isComposing, ctrlKey, shiftKey, altKey, metaKey });
}

/** The keys as they are called on the reader's keyboard, one after another. */
export function keysInWords(keys: string): readonly string[] {
  return stepsOf(keys).map((step) => formatForDisplay(step, { useSymbols: { keys: false } }));
}

function stepsOf(keys: string): string[] {
  return keys.split(" ").filter(Boolean);
}

function isHotkey(text: string): text is Hotkey {
  return validateHotkey(text).valid;
}
