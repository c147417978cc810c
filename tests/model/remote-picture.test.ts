import { expect, it } from "vitest";
import { mayBeFetched } from "#model/remote-picture.ts";

it.each([
  ["https://paper.example/a.jpg", true],
  ["http://paper.example/a.jpg", true],
  ["https://8.8.8.8/a.jpg", true],
  ["https://home.example/a.jpg", true],
  ["https://www.facebook.com/photo.jpg", true],
  ["https://www.facebook.com/tr?id=1", false],
  ["https://feeds.feedburner.com/~r/x", false],
  ["https://pixel.wp.com/b.gif", false],
  ["https://paper.example:8443/a.jpg", false],
  ["https://router/a.jpg", false],
  ["https://localhost./a.jpg", false],
  ["https://127.1/a.jpg", false],
  ["https://0x7f000001/a.jpg", false],
  ["https://[::1]/a.jpg", false],
  ["https://[::ffff:127.0.0.1]/a.jpg", false],
  ["https://10.1.2.3/a.jpg", false],
  ["https://172.31.0.1/a.jpg", false],
  ["https://172.32.0.1/a.jpg", true],
  ["https://192.168.1.1/a.jpg", false],
  ["https://169.254.169.254/latest/", false],
  ["https://printer.local/a.jpg", false],
  ["https://fritz.home.arpa/a.jpg", false],
])("a picture at %s may be asked for: %s, and only by https", (address, may) => {
  const url = new URL(address);
  expect(mayBeFetched(url)).toBe(may);
  expect(url.protocol).toBe("https:");
});
