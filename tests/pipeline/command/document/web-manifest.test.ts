import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { nameApp } from "#pipeline/command/document/web-manifest.ts";

const APP = readFileSync("public/app.webmanifest", "utf8");

it("an installed app is called what the edition is, and its icon offers two places in its language", () => {
  const named = JSON.parse(
    nameApp(APP, { title: "Die Zeitung", language: "de" }, { latest: "Neu", saved: "Gespeichert" }),
  );
  expect(named).toMatchObject({
    name: "Die Zeitung",
    short_name: "Die Zeitung",
    lang: "de",
    start_url: "./?open=last",
    shortcuts: [
      { name: "Neu", url: "./" },
      { name: "Gespeichert", url: "./saved/" },
    ],
    share_target: { action: "./share/", method: "GET" },
  });
  expect(named.icons).toEqual(JSON.parse(APP).icons);
});
