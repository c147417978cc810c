import { strToU8, Zip, ZipDeflate, ZipPassThrough } from "fflate";

/** Pictures are packed already. */
const PACKED = /\.(?:jpe?g|png|gif|webp|avif)$/;

/** A ZIP that grows file by file, and is never whole in memory. */
export function createZip() {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let fault: Error | null = null;
  const zip = new Zip((error, chunk) => {
    if (error) fault = error;
    else parts.push(chunk);
  });
  return {
    add: (name: string, content: string | Uint8Array) => {
      const file = PACKED.test(name)
        ? new ZipPassThrough(name)
        : new ZipDeflate(name, { level: 6 });
      zip.add(file);
      file.push(typeof content === "string" ? strToU8(content) : content, true);
    },
    /** @throws Error where it could not be made */
    blob: (): Blob => {
      zip.end();
      if (fault) throw fault;
      return new Blob(parts, { type: "application/zip" });
    },
  };
}
