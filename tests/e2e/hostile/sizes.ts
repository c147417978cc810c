import type { HostileBody } from "./hostile-bodies.ts";

/** Bodies meant to hang the reader's browser, or to leave nothing to draw. */
export function sizes(): HostileBody[] {
  const bodies: readonly [name: string, html: string][] = [
    ["nothing", ""],
    ["white space", " \n\t "],
    ["plain text", "Only words & signs < > here."],
    ["a lone bracket", "<"],
    ["an unfinished mark", "<p title="],
    ["5,000 elements deep", "<div>".repeat(5_000)],
    ["1,000 quotations deep", "<blockquote>x".repeat(1_000)],
    ["500 tables deep", "<table><tr><td>".repeat(500)],
    ["500 lists deep", "<ul><li>x".repeat(500)],
    ["500 formatting elements that the parser opens again", `${"<b><i><u>".repeat(170)}<p>x<p>y`],
    ["3,000 links", '<a href="https://paper.example/?utm_source=x">x</a> '.repeat(3_000)],
    ["a word of 100,000 letters", `<p>${"x".repeat(100_000)}</p>`],
    ["a line of 50,000 letters of code", `<pre><code>${"y".repeat(50_000)}</code></pre>`],
    [
      "an address of 100,000 letters",
      `<a href="https://paper.example/${"z".repeat(100_000)}">x</a>`,
    ],
    [
      "1,000 candidates in a set",
      `<img srcset="${"https://paper.example/a.jpg 1w,".repeat(1_000)}">`,
    ],
    ["a set of nothing but brackets", `<img srcset="a ${"(".repeat(20_000)}">`],
    [
      "1,000 attributes",
      `<p ${Array.from({ length: 1_000 }, (_, at) => `data-x${at}="y"`).join(" ")}>x</p>`,
    ],
    ["1,000 accents on one letter", `<p>a${"\u0301".repeat(1_000)}</p>`],
    ["half a character", "<p>\ud83d</p><img src='https://paper.example/a.jpg' alt='\udc00'>"],
    ["marks that turn the text round", "<p title='\u202ecod.exe'>\u202eabc</p>"],
  ];
  return bodies.map(([name, html]) => ({ name: `size: ${name}`, html }));
}
