// @vitest-environment node
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { HOME } from "#tests/support/command.ts";

// Tailwind writes `:is(:where(.group):hover *)` for them: a browser then looks at all that stands in the pane.
const OF_OTHERS = /(?<![\w-])(?:group|peer)(?:\/[\w-]+)?-[\w[]+/g;

it("no class depends on another element's state in a way that restyles all around it", () => {
  const files = readdirSync(join(HOME, "src"), { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".tsx"),
  );
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap((file) =>
    [...readFileSync(join(HOME, "src", file), "utf8").matchAll(OF_OTHERS)].map(
      ([name]) => `${file}: ${name}`,
    ),
  );
  expect(found).toEqual([]);
});
