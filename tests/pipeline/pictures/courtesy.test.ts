import { describe, expect, it, vi } from "vitest";
import { Courtesy } from "#pipeline/pictures/courtesy.ts";
import { PictureError } from "#pipeline/pictures/picture-error.ts";

const silent = () => Promise.reject(new PictureError("silent", "no answer"));
const noPause = async () => undefined;

describe("courtesy", () => {
  it("asks one host for two things at a time, and all of them for eight", async () => {
    const courtesy = new Courtesy(noPause);
    const now = { all: 0, most: 0, perHost: new Map<string, number>(), mostPerHost: 0 };
    const work = (host: string) => async () => {
      const here = (now.perHost.get(host) ?? 0) + 1;
      now.perHost.set(host, here);
      now.all += 1;
      now.most = Math.max(now.most, now.all);
      now.mostPerHost = Math.max(now.mostPerHost, here);
      await new Promise((resolve) => setImmediate(resolve));
      now.all -= 1;
      now.perHost.set(host, (now.perHost.get(host) ?? 0) - 1);
    };
    const hosts = Array.from({ length: 12 }, (_, number) => `${number}.example`);
    await Promise.all(
      hosts.flatMap((host) => [1, 2, 3, 4, 5].map(() => courtesy.ask(host, work(host)))),
    );
    expect(now.most).toBe(8);
    expect(now.mostPerHost).toBe(2);
  });

  it("pauses before it asks a host again, whatever the answer was", async () => {
    const pauses: (() => void)[] = [];
    const courtesy = new Courtesy(() => new Promise<void>((resolve) => pauses.push(resolve)));
    const asked: number[] = [];
    const all = [0, 1, 2, 3].map((number) =>
      courtesy
        .ask("one.example", async () => {
          asked.push(number);
          if (number === 1) throw new PictureError("refused", "gone");
        })
        .catch(() => undefined),
    );
    await vi.waitFor(() => expect(pauses).toHaveLength(2), { timeout: 10_000 });
    expect(asked).toEqual([0, 1]);
    pauses[1]?.();
    await vi.waitFor(() => expect(asked).toEqual([0, 1, 2]), { timeout: 10_000 });
    await vi.waitFor(() => expect(pauses).toHaveLength(3), { timeout: 10_000 });
    for (const end of pauses) end();
    await vi.waitFor(() => expect(pauses).toHaveLength(4), { timeout: 10_000 });
    pauses[3]?.();
    await Promise.all(all);
    expect(asked).toEqual([0, 1, 2, 3]);
  });

  it("asks a host no more that was silent three times in a row", async () => {
    const courtesy = new Courtesy(noPause);
    let asked = 0;
    const work = () => {
      asked += 1;
      return silent();
    };
    const all = Array.from({ length: 50 }, () => courtesy.ask("slow.example", work));
    const settled = await Promise.allSettled(all);
    expect(settled.every(({ status }) => status === "rejected")).toBe(true);
    // Two are under way at a time.
    expect(asked).toBeLessThanOrEqual(4);
    await expect(courtesy.ask("quick.example", async () => "here")).resolves.toBe("here");
  });

  it("goes on asking a host that fails now and then", async () => {
    const courtesy = new Courtesy(noPause);
    for (let time = 0; time < 5; time++) {
      await expect(courtesy.ask("moody.example", silent)).rejects.toThrow("no answer");
      await expect(courtesy.ask("moody.example", silent)).rejects.toThrow("no answer");
      await expect(courtesy.ask("moody.example", async () => time)).resolves.toBe(time);
    }
  });

  it("stops asking where no host answers: then it is our own network", async () => {
    const courtesy = new Courtesy(noPause);
    for (let number = 0; number < 12; number++) {
      for (let time = 0; time < 3; time++) {
        await expect(courtesy.ask(`${number}.example`, silent)).rejects.toThrow("no answer");
      }
    }
    const work = async () => "here";
    await expect(courtesy.ask("other.example", work)).rejects.toThrow("no host answers");
    expect(courtesy.hasAnswer).toBe(false);
  });
});
