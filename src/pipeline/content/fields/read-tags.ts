import { termKey } from "#model/term.ts";
import type { TermTitles } from "#pipeline/content/site/term-titles.ts";
import { type Fields, wordsOf } from "#pipeline/content/source/fields.ts";
import { cutAtWord, plainText } from "#pipeline/content/source/plain-text.ts";

const MOST_TAGS = 100;
const LONGEST_TAG = 100;

/**
 * Reads the labels under some keys, each as the term's own page calls it; of labels that are the same term the first
 * stays. A text is one label.
 */
export function readTags(
  fields: Fields,
  keys: readonly string[],
  titles: Pick<TermTitles, "labelOf">,
): string[] {
  const labels = new Map<string, string>();
  for (const key of keys) {
    const words = wordsOf(fields.anywhere(key));
    for (const word of words.slice(0, MOST_TAGS * 10)) {
      const label = plainText(word, LONGEST_TAG);
      addLabel(labels, cutAtWord(titles.labelOf(key, label), LONGEST_TAG));
    }
    if (labels.size <= MOST_TAGS) continue;
    fields.tell(
      key,
      `“${key}” has ${words.length} terms; only the first ${MOST_TAGS} count. Shorten it.`,
    );
    break;
  }
  return [...labels.values()].slice(0, MOST_TAGS);
}

function addLabel(labels: Map<string, string>, label: string): void {
  const key = termKey(label);
  if (key !== "" && !labels.has(key)) labels.set(key, label);
}
