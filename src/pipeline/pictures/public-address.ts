import { type LookupAddress, promises } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { mayBeFetched } from "#model/remote-picture.ts";
import { PictureError } from "./picture-error.ts";

/** Finds the addresses of a host's name. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

const NOT_PUBLIC = "its address is not public";

const resolveHere: Resolve = (host) => promises.lookup(host, { all: true });

/**
 * Refuses an address that no picture of a public site has: another scheme or port, the name or the number of a machine in
 * a network of somebody's own.
 *
 * @throws PictureError
 */
export function checkAddress(url: URL): void {
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw new PictureError("forbidden", "its address is neither http nor https");
  }
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const isFine = isIP(host) === 0 ? mayBeFetched(new URL(url)) : isPublic(host) && url.port === "";
  if (!isFine) throw new PictureError("forbidden", NOT_PUBLIC);
}

/**
 * Makes what a connection asks for the addresses of its host: it gives none but public ones. What it gives is what is
 * connected to, so that no name can mean one address when it is checked and another when it is used.
 */
export function publicLookup(resolve: Resolve = resolveHere): LookupFunction {
  return (host, { all }, callback) => {
    resolve(host).then(
      (found) => {
        const [first] = found;
        // A name that means a private machine too is a trap, not a mistake.
        if (!first || !found.every(({ address }) => isPublic(address))) {
          callback(new PictureError("forbidden", NOT_PUBLIC), "", 0);
        } else if (all) callback(null, [...found]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, "", 0),
    );
  };
}

/** Says whether an address is one of the open Internet, which `unicast` alone means; one within IPv6 is looked at too. */
function isPublic(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "unicast";
}
