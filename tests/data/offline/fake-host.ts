import type { PictureCache } from "#data/device/picture-shelf.ts";
import { dataAddress } from "#model/address.ts";
import type { Article } from "#model/article.ts";
import { article, digestOf } from "../device/fakes.ts";

/** A host with articles and pictures, and a cache to keep them in. */
export class FakeHost {
  readonly kept = new Map<string, { body: ArrayBuffer; headers: Headers }>();
  readonly files = new Map<string, { body: string; type: string }>();
  readonly asked: string[] = [];
  /** Bytes that fit. */
  quota = Number.POSITIVE_INFINITY;
  isOnline = true;

  /** Publishes an article that shows pictures, and gives what a plan says of it. */
  publish(number: number, pictures: readonly number[] = [], parts: Partial<Article> = {}) {
    const body = pictures.map((each) => `<img src="/${pictureOf(each)}">`).join("");
    const whole = article(number, { body, digest: digestOf(number), ...parts });
    const text = JSON.stringify(whole);
    this.files.set(`/${addressOf(number)}`, { body: text, type: "application/json" });
    for (const each of pictures) {
      this.files.set(`/${pictureOf(each)}`, { body: "x".repeat(1_000), type: "image/png" });
    }
    const { id } = whole;
    return { id, digest: digestOf(number), bytes: text.length + pictures.length * 1_000 };
  }

  readonly fetch = async (address: string): Promise<Response> => {
    this.asked.push(address);
    if (!this.isOnline) throw new TypeError("Failed to fetch");
    const file = this.files.get(address);
    return file
      ? new Response(file.body, { headers: { "Content-Type": file.type } })
      : new Response("Not found", { status: 404 });
  };

  readonly cache: PictureCache = {
    match: async (address) => {
      const file = this.kept.get(String(address));
      return file && new Response(file.body, { headers: file.headers });
    },
    put: async (address, response) => {
      const { headers } = response;
      const body = await response.arrayBuffer();
      if (this.bytes + body.byteLength > this.quota) {
        throw new DOMException("full", "QuotaExceededError");
      }
      this.kept.set(String(address), { body, headers });
    },
    keys: async () => Array.from(this.kept.keys(), (url) => new Request(`http://localhost${url}`)),
    delete: async (address) => this.kept.delete(String(address)),
  };

  get bytes(): number {
    return [...this.kept.values()].reduce((sum, { body }) => sum + body.byteLength, 0);
  }
}

export function addressOf(number: number): string {
  return dataAddress.article(article(number).id, digestOf(number));
}

export function pictureOf(number: number): string {
  return dataAddress.resource(digestOf(number), "map.png");
}
