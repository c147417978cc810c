import { describe, expect, it } from "vitest";
import { articlePath } from "#model/address.ts";
import { idOf, story } from "../../support/edition-stories.ts";
import { readFiles, workshop } from "../../support/edition-workshop.ts";

async function publishAliases(...aliases: string[]) {
  const { out, publish } = workshop();
  const { report } = await publish([story("a.md", {}, { aliases })]);
  const files = [...readFiles(out)];
  const moved = files.filter(([, text]) => text.includes(`href="${idOf("a.md")}"`));
  return { files: moved.map(([path]) => path), problems: report.problems };
}

describe("an old address", () => {
  it.each([
    ["/old/name/", "old/name/index.html"],
    ["/old/name", "old/name/index.html"],
    ["/old/name.html", "old/name.html"],
    ["/caf%C3%A9/", "café/index.html"],
    ["/100%/", "100%/index.html"],
    ["//old///name/", "old/name/index.html"],
  ])("%s leads to the article, from %s", async (alias, file) => {
    expect(await publishAliases(alias)).toEqual({ files: [file], problems: [] });
  });

  it.each([
    "/",
    "/../secret/",
    "/a/%2e%2e/b/",
    "/a\\..\\b/",
    "/?p=12",
    "/.offprint/files.gz",
    "/.well-known/x/",
    "/a\u0000b/",
    `/${"long".repeat(60)}/`,
  ])("%j can't be a file: it is reported, and the rest is published", async (alias) => {
    const { files, problems } = await publishAliases(alias, "/good/");
    expect(files).toEqual(["good/index.html"]);
    expect(problems).toMatchObject([
      { path: "a.md", line: 1, message: expect.stringContaining("can't be the path") },
    ]);
  });

  it.each([
    "/index.html",
    "/data/manifest.json",
    "/data/manifest.json/more/",
    "/feed.json",
    "/icon.svg",
    "/assets/Index-1.js/",
    articlePath(idOf("a.md")),
    articlePath(idOf("a.md")).toUpperCase(),
  ])("%s never takes the place of the edition's own file", async (alias) => {
    const { files, problems } = await publishAliases(alias);
    expect(files).toEqual([]);
    expect(problems).toMatchObject([
      { path: "a.md", message: expect.stringContaining("of the edition itself") },
    ]);
  });

  it("that two files want goes to the first by its path, and the other is told", async () => {
    const { out, publish } = workshop();
    const { report } = await publish([
      story("b.md", {}, { aliases: ["/old/"] }),
      story("a.md", {}, { aliases: ["/old/", "old"] }),
    ]);
    expect(readFiles(out).get("old/index.html")).toContain(idOf("a.md"));
    expect(report.problems).toEqual([
      {
        path: "b.md",
        line: 1,
        message: "The alias /old/ is already taken by a.md. Take it out of one of the two.",
      },
    ]);
  });

  it("that would be a file where another needs a folder is reported", async () => {
    const { problems } = await publishAliases("/old.html/more/", "/old.html");
    expect(problems).toHaveLength(1);
  });
});
