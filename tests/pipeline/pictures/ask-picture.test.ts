import type { IncomingHttpHeaders } from "node:http";
import { describe, expect, it, vi } from "vitest";
import { askForPicture, publicDispatcher } from "#pipeline/pictures/ask-picture.ts";
import { playHosts } from "../../support/picture-host.ts";

const PICTURE = Buffer.from("the bytes of a picture");

describe("asking a host for a picture", () => {
  it("says who asks, and nothing of anybody else", async () => {
    let seen: IncomingHttpHeaders = {};
    const { dispatcher } = await playHosts({
      "pictures.example/a.jpg": (request, response) => {
        seen = request.headers;
        response.setHeader("etag", '"7"').setHeader("last-modified", "a day");
        response.setHeader("content-type", "image/jpeg").end(PICTURE);
      },
    });
    const answered = await askForPicture("https://pictures.example/a.jpg", {}, dispatcher);
    expect(answered).toEqual({
      isSame: false,
      bytes: PICTURE,
      validators: { etag: '"7"', modified: "a day" },
    });
    expect(seen["user-agent"]).toMatch(/^Offprint/);
    expect(Object.keys(seen).sort()).toEqual([
      "accept",
      "accept-encoding",
      "connection",
      "host",
      "user-agent",
    ]);
  });

  it("asks whether it is still the same by what was said of it", async () => {
    const { dispatcher } = await playHosts({
      "pictures.example/a.jpg": (request, response) => {
        const isKnown = request.headers["if-none-match"] === '"7"';
        response.writeHead(isKnown ? 304 : 500).end();
      },
    });
    const answer = askForPicture("https://pictures.example/a.jpg", { etag: '"7"' }, dispatcher);
    await expect(answer).resolves.toEqual({ isSame: true });
  });

  it("follows redirects, each of which must lead to a public place", async () => {
    const to = (address: string) => (_: unknown, response: import("node:http").ServerResponse) =>
      void response.writeHead(302, { location: address }).end();
    const { dispatcher, asked } = await playHosts({
      "pictures.example/a.jpg": to("//cdn.example/b.jpg"),
      "cdn.example/b.jpg": PICTURE,
      "pictures.example/home.jpg": to("http://192.168.0.1/admin"),
      "pictures.example/port.jpg": to("https://cdn.example:8080/b.jpg"),
      "pictures.example/file.jpg": to("file:///etc/passwd"),
      "pictures.example/round.jpg": to("https://pictures.example/round.jpg"),
    });
    const ask = (name: string) =>
      askForPicture(`https://pictures.example/${name}.jpg`, {}, dispatcher);
    await expect(ask("a")).resolves.toMatchObject({ bytes: PICTURE });
    await expect(ask("home")).rejects.toThrow("its address is not public");
    await expect(ask("port")).rejects.toThrow("its address is not public");
    await expect(ask("file")).rejects.toThrow("neither http nor https");
    await expect(ask("round")).rejects.toThrow("redirected too often");
    expect(asked.filter((address) => address.includes("round"))).toHaveLength(6);
    expect(asked.filter((address) => !address.includes(".example/"))).toEqual([]);
  });

  it.each([
    [404, "image/png", "refused", "its host answers 404"],
    [503, "image/png", "silent", "its host answers 503"],
    [429, "image/png", "silent", "its host answers 429"],
    [200, "text/html", "unusable", "its host sends a text instead"],
  ])("does not take %i with %s for a picture", async (status, type, kind, words) => {
    const { dispatcher } = await playHosts({
      "pictures.example/a.jpg": (_, response) =>
        void response.writeHead(status, { "content-type": type }).end("words"),
    });
    const answer = askForPicture("https://pictures.example/a.jpg", {}, dispatcher);
    await expect(answer).rejects.toMatchObject({ kind, message: words });
  });

  it("stops reading what is too large, whatever its host says of it", async () => {
    let isOpen = true;
    const { dispatcher } = await playHosts({
      "pictures.example/a.jpg": (_, response) => {
        response.on("close", () => {
          isOpen = false;
        });
        const more = () => {
          if (isOpen) response.write(Buffer.alloc(10_000), () => setImmediate(more));
        };
        response.setHeader("content-type", "image/jpeg");
        more();
      },
    });
    const limits = { bytes: 100_000, whole: 60_000, silence: 60_000 };
    const answer = askForPicture("https://pictures.example/a.jpg", {}, dispatcher, limits);
    await expect(answer).rejects.toMatchObject({
      kind: "unusable",
      message: "it is larger than 0.1 MB",
    });
    await vi.waitFor(() => expect(isOpen).toBe(false), { timeout: 10_000 });
  });

  it.each([
    ["before it answers", { whole: 60_000, silence: 100 }],
    ["for ever", { whole: 100, silence: 60_000 }],
  ])("waits for no host that is silent %s", async (_, times) => {
    const { dispatcher } = await playHosts({ "pictures.example/a.jpg": () => {} });
    const limits = { bytes: 100, ...times };
    const answer = askForPicture("https://pictures.example/a.jpg", {}, dispatcher, limits);
    await expect(answer).rejects.toMatchObject({
      kind: "silent",
      message: "its host doesn't answer (too slow)",
    });
  });

  it("says so where a host breaks off", async () => {
    const { dispatcher } = await playHosts({
      "pictures.example/a.jpg": (request) => void request.socket.destroy(),
    });
    const answer = askForPicture("https://pictures.example/a.jpg", {}, dispatcher);
    await expect(answer).rejects.toMatchObject({ kind: "silent" });
  });
});

describe("a connection to another host", () => {
  it("is never made to an address that is not public, whatever a name is said to mean", async () => {
    const { asked } = await playHosts({});
    const dispatcher = publicDispatcher(async () => [{ address: "127.0.0.1", family: 4 }]);
    for (const scheme of ["http", "https"]) {
      const answer = askForPicture(`${scheme}://pictures.example/a.jpg`, {}, dispatcher);
      await expect(answer).rejects.toMatchObject({
        kind: "forbidden",
        message: "its address is not public",
      });
    }
    await dispatcher.close();
    expect(asked).toEqual([]);
  });

  it("says so where a name means nothing", async () => {
    const dispatcher = publicDispatcher(() =>
      Promise.reject(Object.assign(new Error("no"), { code: "ENOTFOUND" })),
    );
    await expect(
      askForPicture("https://pictures.example/a.jpg", {}, dispatcher),
    ).rejects.toMatchObject({ kind: "silent", message: "its host doesn't answer (ENOTFOUND)" });
    await dispatcher.close();
  });
});
