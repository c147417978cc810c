import { type Document, isCollection, isScalar, type Node, visit, type YAMLParseError } from "yaml";

/** What is wrong with YAML, where it begins, and what to do; without advice the sentence is the parser's own. */
export type YamlFault = {
  readonly at: number;
  readonly message: string;
  readonly advice?: string;
};

/** Says the commonest faults in words for people, at the place where they begin and not where the parser gave up. */
export function yamlFault(error: YAMLParseError, document: Document, text: string): YamlFault {
  const { code, message } = error;
  const [at] = error.pos;
  if (/call stack/.test(message)) return { at, message: "it is nested too deep" };
  if (code === "TAB_AS_INDENT") {
    return { at, message: "a tab indents this line", advice: "Indent with spaces" };
  }
  const fault = /^Flow (?:sequence|map)/.test(message)
    ? unclosedBracket(document, text, at)
    : unclosedQuote(error, document, text);
  return fault ?? lineFault(error, text) ?? { at, message };
}

function unclosedBracket(document: Document, text: string, at: number): YamlFault | null {
  const isOpen = (node: Node) => isCollection(node) && node.flow === true && endOf(node) >= at;
  const start = nodesOf(document).find(isOpen)?.range?.[0];
  if (start === undefined) return null;
  const [name, end] = text[start] === "{" ? ["map", "}"] : ["list", "]"];
  const message = `the ${name} that begins here with “${text[start]}” never ends`;
  return { at: start, message, advice: `Close it with “${end}”` };
}

/** A text whose quote is missing ends at the next one, wherever that is, or never. */
function unclosedQuote(
  { code, message, pos: [at] }: YAMLParseError,
  document: Document,
  text: string,
): YamlFault | null {
  const isMissing = /^Missing closing .quote/.test(message);
  if (!isMissing && code !== "UNEXPECTED_TOKEN") return null;
  const last = nodesOf(document).findLast((node) => isQuoted(node) && startOf(node) < at);
  if (!last) return null;
  const start = startOf(last);
  const quote = text[start] ?? "";
  if (isMissing || text.slice(start, at).includes("\n")) {
    const begun = `the text that begins here with “${quote}” never ends`;
    return { at: start, message: begun, advice: `Close it with “${quote}”` };
  }
  if (!/at node end$/.test(message)) return null;
  const way = quote === "'" ? "Write a quote within the text twice" : "Put a backslash before it";
  return { at, message: `text stands behind the closing “${quote}”`, advice: way };
}

function lineFault({ code, message, pos: [at] }: YAMLParseError, text: string): YamlFault | null {
  const rest = /[^\n]*/.exec(text.slice(at))?.[0] ?? "";
  const hasKey = /:(?:\s|$)/.test(rest);
  if (code === "BLOCK_AS_IMPLICIT_KEY" && hasKey) {
    const advice = "Put the text behind the first one in quotes";
    return { at, message: "a second colon stands in this line", advice };
  }
  if (!/^Implicit (?:map )?keys need/.test(message) || hasKey || rest.startsWith("- ")) return null;
  const advice = "Write “key: value”, with a space behind the colon";
  return { at, message: "this line has no key", advice };
}

function isQuoted(node: Node): boolean {
  return isScalar(node) && (node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE");
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

function endOf(node: Node): number {
  return node.range?.[1] ?? 0;
}

/** All nodes, in the order of the document. */
function nodesOf(document: Document): Node[] {
  const nodes: Node[] = [];
  visit(document, { Node: (_, node) => void nodes.push(node) });
  return nodes;
}
