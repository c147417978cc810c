import type { LookupAddress } from "node:dns";
import { describe, expect, it } from "vitest";
import { PictureError } from "#pipeline/pictures/picture-error.ts";
import { checkAddress, publicLookup } from "#pipeline/pictures/public-address.ts";

const PRIVATE = [
  "http://127.0.0.1/a.png",
  "http://127.1/a.png",
  "http://2130706433/a.png",
  "http://0x7f.0.0.1/a.png",
  "http://0/a.png",
  "http://10.1.2.3/a.png",
  "http://172.31.0.1/a.png",
  "http://192.168.1.1/a.png",
  "http://169.254.169.254/latest/meta-data/",
  "http://100.64.0.1/a.png",
  "http://224.0.0.1/a.png",
  "http://255.255.255.255/a.png",
  "http://198.18.0.1/a.png",
  "http://[::1]/a.png",
  "http://[::]/a.png",
  "http://[fe80::1]/a.png",
  "http://[fc00::1]/a.png",
  "http://[ff02::1]/a.png",
  "http://[::ffff:127.0.0.1]/a.png",
  "http://[::ffff:10.0.0.1]/a.png",
  "http://[64:ff9b::7f00:1]/a.png",
  "http://[2002:7f00:1::]/a.png",
  "http://[2001:db8::1]/a.png",
  "http://localhost/a.png",
  "http://printer.local/a.png",
  "http://intranet/a.png",
];

describe("an address that a picture may be fetched from", () => {
  it.each(PRIVATE)("is not %s", (address) => {
    expect(() => checkAddress(new URL(address))).toThrow("its address is not public");
  });

  it.each([
    "https://pictures.example:8443/a.png",
    "http://pictures.example:22/a.png",
    "http://93.184.216.34:8080/a.png",
    "https://[2606:2800:220:1::1]:81/a.png",
  ])("has no port of its own, as %s has", (address) => {
    expect(() => checkAddress(new URL(address))).toThrow(PictureError);
  });

  it.each(["ftp://pictures.example/a.png", "file:///etc/passwd", "data:image/png;base64,AAAA"])(
    "is of the web, as %s is not",
    (address) => {
      expect(() => checkAddress(new URL(address))).toThrow("neither http nor https");
    },
  );

  it.each([
    "https://pictures.example/a.png",
    "http://pictures.example/a.png",
    "https://pictures.example:443/a.png",
    "http://93.184.216.34/a.png",
    "https://[2606:2800:220:1::1]/a.png",
  ])("is %s", (address) => {
    expect(() => checkAddress(new URL(address))).not.toThrow();
  });
});

/** What a connection is given for a host whose name means these addresses. */
function look(found: LookupAddress[], all: boolean): Promise<unknown> {
  return new Promise((resolve, reject) => {
    publicLookup(async () => found)("pictures.example", { all }, (error, address, family) => {
      if (error) reject(error);
      else resolve(all ? address : [address, family]);
    });
  });
}

describe("what a name means", () => {
  const open: LookupAddress = { address: "93.184.216.34", family: 4 };

  it("is given to a connection where it is public", async () => {
    const six: LookupAddress = { address: "2606:2800:220:1::1", family: 6 };
    await expect(look([open, six], true)).resolves.toEqual([open, six]);
    await expect(look([open, six], false)).resolves.toEqual(["93.184.216.34", 4]);
  });

  it.each(["127.0.0.1", "10.0.0.7", "169.254.169.254", "::1", "fd00::1", "::ffff:192.168.0.1"])(
    "is kept from it where %s is among it",
    async (address) => {
      const closed: LookupAddress = { address, family: address.includes(":") ? 6 : 4 };
      await expect(look([closed], true)).rejects.toThrow("its address is not public");
      await expect(look([open, closed], true)).rejects.toThrow("its address is not public");
    },
  );

  it("is nothing where it has no address", async () => {
    await expect(look([], true)).rejects.toThrow(PictureError);
  });
});
