import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const SOURCE = fileURLToPath(new URL("../../src/", import.meta.url));

const FILES = readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, code: readFileSync(join(SOURCE, path), "utf8") }));

// React is there from the start in tests, and in dev: that the built app has less of it shows in neither.
describe("the app asks nothing of React that its build leaves out:", () => {
  it.each([
    ["transitions of the browser", /\bViewTransition\b/],
    ["parts out of sight, and lists of such as wait", /<(?:Activity|SuspenseList)\b/],
    ["elements that belong into the document's head", /<(?:link|meta|script|style|title)[\s>]/],
    ["files for it", /import \{[^}]*\b(?:pre\w+|requestFormReset)\b[^}]*\} from "react-dom"/],
    ["deeds of forms", /\buse(?:ActionState|FormState|FormStatus)\b|\s(?:a|formA)ction=\{/],
    ["what stands in a fragment", /<(?:React\.)?Fragment[^>]*\sref=/],
    ["to take over a document", /\bhydrateRoot\b/],
  ])("%s", (_, use) => {
    const users = FILES.filter(({ path, code }) => path.endsWith(".tsx") && use.test(code));
    expect(users.map(({ path }) => path)).toEqual([]);
    expect(FILES.length).toBeGreaterThan(300);
  });
});
