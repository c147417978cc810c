import type { MarkdownIt, Token } from "markdown-it";

const BOX = /^\[([ xX])\] /;

/** Makes boxes of GitHub's tasks, `- [ ] do it`. */
export function taskLists(md: MarkdownIt): void {
  md.core.ruler.after("inline", "task-lists", ({ tokens, Token: Made }) => {
    for (const [at, inline] of tokens.entries()) {
      const isItem =
        inline.type === "inline" &&
        tokens[at - 1]?.type === "paragraph_open" &&
        tokens[at - 2]?.type === "list_item_open";
      const mark = isItem ? BOX.exec(inline.content)?.[1] : undefined;
      if (mark !== undefined) addBox(inline, new Made("html_inline", "", 0), mark !== " ");
    }
  });
}

function addBox(inline: Token, box: Token, isDone: boolean): void {
  const [first] = inline.children ?? [];
  if (!first) return;
  box.content = `<input type="checkbox" disabled=""${isDone ? ' checked=""' : ""}>`;
  first.content = first.content.slice(3);
  inline.children?.unshift(box);
}
