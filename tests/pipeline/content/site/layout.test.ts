import { expect, test } from "vitest";
import { openFiles } from "../open-files.ts";

const page = (title: string) => `---\ntitle: ${title}\n---\nText`;

test("every content file is published or left out, with the reason", async () => {
  const { published, leftOut, sections } = await openFiles({
    "_index.md": page("Home"),
    "index.md": page("Root"),
    "Top News/_index.md": page("The Top"),
    "Top News/a.markdown": page("A"),
    "Top News/deep/er/b.htm": page("B"),
    "bundle/index.md": page("Bundle"),
    "bundle/notes.md": page("Notes"),
    "bundle/more/index.md": page("More"),
    "bundle/data.csv": "1,2",
    "empty-section/_index.md": page("Empty"),
    "org/a.org": "* A",
    ".hidden.md": page("Hidden"),
    "#a.md": page("Backup"),
    "a.md~": page("Backup"),
  });
  expect(published.map(({ path }) => path)).toEqual([
    "Top News/a.markdown",
    "Top News/deep/er/b.htm",
    "bundle/index.md",
    "index.md",
  ]);
  expect(leftOut).toEqual({
    "_index.md": "a section's own page",
    "Top News/_index.md": "a section's own page",
    "empty-section/_index.md": "a section's own page",
    "bundle/notes.md": "a resource of bundle/",
    "bundle/more/index.md": "a resource of bundle/",
    "org/a.org": "in a markup that Offprint doesn't read (it reads .md and .html)",
  });
  expect([...sections]).toEqual([["top-news", "The Top"]]);
});
