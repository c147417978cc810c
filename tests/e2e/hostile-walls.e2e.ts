import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { EditionServer } from "#tests/support/edition-server.ts";
import type { HostileStory } from "./hostile/hostile-content.ts";
import {
  BASE,
  editionWithoutPolicy,
  hostileEdition,
  openApp,
  PATIENCE,
  reader,
  serve,
  visit,
} from "./hostile/hostile-edition.ts";
import { runIn, writeMutatedHome } from "./hostile/mutated-home.ts";

const withoutSanitizer = (home: string) => join(home, "edition-without-sanitizer");

/** Two editions: as it is, and one whose app has no sanitizer. */
const given = hostileEdition(async ({ home, content }) => {
  const mutated = join(home, "mutated");
  writeMutatedHome(mutated);
  await runIn(mutated, "build", content, "--out", withoutSanitizer(home), "--base", BASE);
});

/** Goes through an edition whose one wall is missing; where a story takes the page away, the next begins anew. */
async function roam(
  server: EditionServer,
  isChosen: (story: HostileStory, at: number) => boolean = () => true,
) {
  const { page, asked } = await reader(given(), server, { allow: [/./] });
  // A page that leaves would take the test's own with it.
  await page.route("**/*", (route) =>
    route.request().isNavigationRequest() && !route.request().url().startsWith(server.url)
      ? route.fulfill({ status: 204 })
      : route.fallback(),
  );
  await openApp(page, server.url);
  const faults: string[] = [];
  for (const story of given().stories.filter(isChosen)) {
    const found = await visit(page, BASE + story.path, story).catch((error: Error) => [
      `the page broke: ${error.message}`,
    ]);
    faults.push(...found);
    if (found.some((fault) => /broke|did not open/.test(fault))) await openApp(page, server.url);
  }
  const isRun = (fault: string) => fault.endsWith("was called");
  return {
    damage: faults.filter((fault) => !isRun(fault)),
    ran: faults.filter(isRun),
    asked: asked.filter((request) => !request.startsWith("document ")),
  };
}

describe("each wall alone", () => {
  it(
    "the policy, without the sanitizer: the same look finds damage, and nothing runs or asks for more than pictures and sound",
    async () => {
      const server = await serve(withoutSanitizer(given().home));
      const { damage, ran, asked } = await roam(server);
      expect(damage.length).toBeGreaterThan(500);
      expect(damage.join()).toMatch(/element form.*element script/s);
      expect(ran).toEqual([]);
      // What a drawing refers to is a picture to the policy, and nothing in particular to the browser's protocol.
      const DRAWN = /^other https:\/\/evil\.example\/x(\.svg)?$/;
      const PICTURE = /^(image|media) /;
      expect(asked.filter((request) => !(PICTURE.test(request) || DRAWN.test(request)))).toEqual(
        [],
      );
    },
    PATIENCE,
  );

  it(
    "the sanitizer, without the policy: nothing runs, covers, leaves or asks for more than pictures",
    async () => {
      const server = await serve(editionWithoutPolicy(given().edition), "dumb");
      const { damage, ran, asked } = await roam(server);
      expect([...damage, ...ran]).toEqual([]);
      expect(asked.filter((request) => !request.startsWith("image "))).toEqual([]);
    },
    PATIENCE,
  );

  it(
    "neither: scripts run, which shows that the look sees them",
    async () => {
      const server = await serve(editionWithoutPolicy(withoutSanitizer(given().home)), "dumb");
      const { ran } = await roam(server, ({ bodies }) => /^handler/.test(bodies[0] ?? ""));
      expect(ran.length).toBeGreaterThan(5);
    },
    PATIENCE,
  );
});
