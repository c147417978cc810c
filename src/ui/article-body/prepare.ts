import { embedLink } from "./embeds.ts";
import { linkInsteadOfPicture, preparePicture } from "./pictures.ts";
import type { Rules } from "./rules.ts";

/** Saves what is meant by an element that will go, or by attributes that will; nothing of the source is moved. */
export function prepare(element: Element, name: string, rules: Rules): void {
  switch (name) {
    case "iframe":
    case "object":
    case "embed": {
      const link = embedLink(element, rules, rules.say);
      if (link) element.before(link);
      return;
    }
    case "img":
      preparePicture(element);
      if (rules.pictures === "link") linkInsteadOfPicture(element, rules, rules.say);
      return;
    case "input":
      prepareTask(element);
      return;
    case "ol":
      prepareNumbers(element);
      return;
    case "td":
    case "th":
      prepareCell(element);
      return;
    case "a":
      prepareAnchor(element);
      return;
  }
}

/** The box of a task in a list becomes a character of its text. */
function prepareTask(box: Element): void {
  const item = box.closest("li");
  if (!item || box.getAttribute("type") !== "checkbox") return;
  const isDone = box.hasAttribute("checked");
  item.setAttribute("data-task", isDone ? "done" : "open");
  box.before(isDone ? "☑ " : "☐ ");
}

const NUMBERS = new Map([
  ["a", "lower-alpha"],
  ["A", "upper-alpha"],
  ["i", "lower-roman"],
  ["I", "upper-roman"],
]);

/** A style sheet can't tell `type="a"` from `type="A"`. */
function prepareNumbers(list: Element): void {
  const numbers = NUMBERS.get(list.getAttribute("type") ?? "");
  if (numbers) list.setAttribute("data-numbers", numbers);
}

/** Markdown says in a style how a column is aligned. */
function prepareCell(cell: Element): void {
  const side = /text-align\s*:\s*(left|center|right)/i.exec(cell.getAttribute("style") ?? "")?.[1];
  if (side) cell.setAttribute("align", side.toLowerCase());
}

/** Old pages name the place that a footnote leads to with `<a name>`. */
function prepareAnchor(anchor: Element): void {
  const name = anchor.getAttribute("name");
  if (name && !anchor.hasAttribute("id")) anchor.setAttribute("id", name);
}
