import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router-dom";
import { useSaved } from "#data/device/device.ts";
import { documentImprint } from "#data/edition/imprint.ts";
import { storiesAtHand } from "#data/edition/stories-at-hand.ts";
import { type TermSearch, useTermSearch } from "#data/edition/use-term-search.ts";
import { page } from "#model/address.ts";
import type { Command, CommandId } from "#model/command.ts";
import { EMPTY_FILTER, withTerm } from "#model/filter.ts";
import { foldText, wordTest } from "#model/saved-text.ts";
import type { Term } from "#model/term.ts";
import commandMessages from "#ui/keys/commands.messages.json";
import paletteMessages from "#ui/keys/palette.messages.json";
import { type Finding, Palette } from "#ui/keys/palette.tsx";
import { useMessages } from "#ui/messages/messages.tsx";
import { isPossible } from "./run.ts";

/** So many of each kind are shown. */
const MOST = 7;
/** Of what can be done, all without a word, since one may not know what there is. */
const NOT_HERE: readonly CommandId[] = ["palette", "pageDown", "pageUp"];

/** What can be done, and the tags, sources and stories that are at hand, found by their words. */
export function FindAnything({
  commands,
  onCommand,
  onClose,
}: {
  commands: readonly Command[];
  onCommand: (id: CommandId) => void;
  onClose: () => void;
}) {
  const { say } = useMessages(paletteMessages);
  const [text, setText] = useState("");
  const tags = useTermSearch("tag", text);
  const sources = useTermSearch("source", text);
  const stories = useStories(text);
  const doing = useCommands(commands, onCommand, text);
  const toTerm = useTermFindings();
  const groups = [
    { name: say("commands"), findings: doing },
    { name: say("tags"), findings: toTerm("tag", tags) },
    { name: say("sources"), findings: toTerm("source", sources) },
    { name: say("stories"), findings: stories },
  ];
  // Who types means what is in the edition; who has not yet, what can be done.
  const ordered = text.trim() === "" ? groups : [...groups.slice(1), ...groups.slice(0, 1)];
  return (
    <Palette
      text={text}
      onText={setText}
      groups={ordered}
      isLoading={tags.isLoading || sources.isLoading}
      onClose={onClose}
    />
  );
}

function useCommands(
  commands: readonly Command[],
  onCommand: (id: CommandId) => void,
  text: string,
): readonly Finding[] {
  const { say } = useMessages(commandMessages);
  const isFound = wordTest(text);
  return commands
    .filter(({ id }) => !NOT_HERE.includes(id) && isPossible(id))
    .map(({ id, keys }) => ({ id: `do-${id}`, label: say(id), keys, run: () => onCommand(id) }))
    .filter(({ label }) => isFound(foldText(label)));
}

function useTermFindings() {
  const navigate = useNavigate();
  const { language } = documentImprint();
  return (kind: "tag" | "source", { entries }: TermSearch): readonly Finding[] =>
    entries.slice(0, MOST).map(({ key, label, count }) => {
      const term: Term = { kind, key };
      return {
        id: `${kind}-${key}`,
        label,
        lang: language,
        detail: String(count),
        run: () => void navigate(page.latest.to(withTerm(EMPTY_FILTER, term, "included"))),
      };
    });
}

/** Stories that were fetched for lists, and what is saved; of one that is both the edition's. */
function useStories(text: string): readonly Finding[] {
  const navigate = useNavigate();
  const client = useQueryClient();
  const { records } = useSaved();
  const { say } = useMessages(paletteMessages);
  if (text.trim() === "") return [];
  const isFound = wordTest(text);
  const atHand = storiesAtHand(client);
  const known = new Set(atHand.map(({ id }) => id));
  const kept = records.filter(({ id }) => !known.has(id));
  const found = [
    ...atHand.map((story) => ({ story, isKept: false })),
    ...kept.map(({ summary }) => ({ story: summary, isKept: true })),
  ];
  return found
    .filter(({ story }) => isFound(foldText(`${story.title} ${story.source ?? ""}`)))
    .slice(0, MOST)
    .map(({ story, isKept }) => ({
      id: `story-${story.id}`,
      label: story.title,
      isStory: true,
      lang: story.language ?? documentImprint().language,
      detail: isKept ? say("saved") : story.source,
      run: () =>
        void navigate(isKept ? page.saved.to(story.id) : page.article.to(story.id), {
          state: { digest: story.digest },
        }),
    }));
}
