import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { EditionError } from "#data/edition/edition-error.ts";
import { fetchJson } from "#data/edition/fetch-json.ts";
import { NewerVersionError } from "#model/parse.ts";

const plain = (value: unknown) => value;
const answering = (body: string, init?: ResponseInit) =>
  vi.fn(async () => new Response(body, init));
const never = (_: unknown, init?: RequestInit) =>
  new Promise<Response>((_, reject) => {
    init?.signal?.addEventListener("abort", () => reject(init.signal?.reason));
  });

describe("a file of the edition", () => {
  it("is asked for below the base, and read", async () => {
    const fetch = answering('{"a":1}');
    expect(await fetchJson("data/x.json", plain, { fetch, base: "/news/" })).toEqual({ a: 1 });
    expect(fetch).toHaveBeenCalledWith(
      "/news/data/x.json",
      expect.not.objectContaining({ cache: "no-cache" }),
    );
  });

  it("that can change is asked for past the browser's cache", async () => {
    const fetch = answering("{}");
    await fetchJson("data/manifest.json", plain, { fetch, isRevalidated: true });
    expect(fetch).toHaveBeenCalledWith(
      "/data/manifest.json",
      expect.objectContaining({ cache: "no-cache" }),
    );
  });

  it.each<[string, string, typeof fetch]>([
    ["offline", "when nobody answers", () => Promise.reject(new TypeError("Failed to fetch"))],
    ["missing", "when it is not there", answering("Not found", { status: 404 })],
    ["missing", "when it is gone", answering("", { status: 410 })],
    ["missing", "when a page comes in its place", answering("\n<!doctype html><p>The app</p>")],
    ["server", "when the server can't", answering("", { status: 503 })],
    ["server", "when the server won't", answering("", { status: 403 })],
    ["broken", "when it is no JSON", answering('{"a":')],
    ["broken", "when it is empty", answering("")],
  ])("fails as %s %s", async (kind, _, fetch) => {
    const error = await fetchJson("data/x.json", plain, { fetch }).catch((each: unknown) => each);
    expect(error).toBeInstanceOf(EditionError);
    expect(error).toMatchObject({
      kind,
      address: "data/x.json",
      message: expect.stringContaining("data/x.json"),
    });
  });

  it("keeps what the parser said as its cause", async () => {
    const fault = new Error("It has no head.");
    const parse = () => {
      throw fault;
    };
    await expect(fetchJson("x", parse, { fetch: answering("{}") })).rejects.toMatchObject({
      kind: "broken",
      cause: fault,
    });
  });

  it("of a newer version is told apart", async () => {
    const parse = () => {
      throw new NewerVersionError("edition", 2, 1);
    };
    await expect(fetchJson("x", parse, { fetch: answering("{}") })).rejects.toMatchObject({
      kind: "newer",
    });
  });

  it("fails as offline when the answer breaks off", async () => {
    const body = new ReadableStream({
      pull: (controller) => controller.error(new TypeError("cut")),
    });
    const fetch = async () => new Response(body);
    await expect(fetchJson("x", plain, { fetch })).rejects.toMatchObject({ kind: "offline" });
  });

  it("that nobody wants any more fails as its asker gave it up", async () => {
    const controller = new AbortController();
    const result = fetchJson("x", plain, { fetch: never, signal: controller.signal });
    controller.abort();
    await expect(result).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("a file that does not come", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("leaves no clock running once it came", async () => {
    await fetchJson("x", plain, { fetch: answering("{}") });
    expect(vi.getTimerCount()).toBe(0);
  });

  it("is waited for half a minute", async () => {
    const result = fetchJson("x", plain, { fetch: never }).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await result).toMatchObject({
      kind: "offline",
      message: "x did not come within 30 seconds.",
    });
    expect(vi.getTimerCount()).toBe(0);
  });
});
