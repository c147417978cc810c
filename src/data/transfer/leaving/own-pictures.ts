/** A picture that goes into a file. */
export type PackedPicture = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly ending: string;
};

const ENDINGS = new Map([
  ["image/jpeg", "jpg"],
  ["image/png", "png"],
  ["image/gif", "gif"],
  ["image/webp", "webp"],
  ["image/avif", "avif"],
]);
/** What every reading program shows; the others are drawn anew. */
const EVERYWHERE = new Set(["image/jpeg", "image/png", "image/gif"]);

/** Pixels of a drawn picture for each of its own. */
const SHARP = 2;
const LARGEST_SIDE = 2_400;

/**
 * Fetches the pictures of a text, which are all of the edition's own, and hands each on with its element; those that
 * can't be had are replaced by what they show, in words.
 */
export async function packPictures(
  root: Element,
  place: (image: Element, picture: PackedPicture) => void,
  signal?: AbortSignal,
): Promise<void> {
  for (const image of root.querySelectorAll("img")) {
    const picture = await fetchPicture(image.getAttribute("src") ?? "", signal);
    signal?.throwIfAborted();
    if (picture) place(image, picture);
    else inWords(image);
  }
}

async function fetchPicture(
  address: string,
  signal: AbortSignal | undefined,
): Promise<PackedPicture | null> {
  try {
    const response = await answerFor(address, signal);
    if (!response?.ok) return null;
    const blob = await response.blob();
    const shown = EVERYWHERE.has(blob.type) ? blob : await drawAnew(blob);
    const ending = ENDINGS.get(shown.type);
    if (ending === undefined) return null;
    return { bytes: new Uint8Array(await shown.arrayBuffer()), type: shown.type, ending };
  } catch {
    // Offline and never kept, or no picture at all: its words stand in its place.
    return null;
  }
}

async function answerFor(address: string, signal: AbortSignal | undefined) {
  // Data pictures are small and in the text; the policy lets nobody fetch them.
  if (address.startsWith("data:")) return new Response(bytesOf(address), typeOf(address));
  const kept = await globalThis.caches?.match(address);
  return kept ?? (await fetch(address, { signal: signal ?? null }));
}

function bytesOf(address: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(address.slice(address.indexOf(",") + 1)), (letter) =>
    letter.charCodeAt(0),
  );
}

function typeOf(address: string): ResponseInit {
  return { headers: { "content-type": /^data:([\w/+-]+)/.exec(address)?.[1] ?? "" } };
}

/** Draws a picture as PNG. A drawing (SVG) too: as a file by itself it could run what is in it. */
async function drawAnew(blob: Blob): Promise<Blob> {
  if (blob.type === "image/svg+xml") return drawDrawing(blob);
  const bitmap = await createImageBitmap(blob);
  const drawn = await onCanvas(bitmap, bitmap.width, bitmap.height);
  bitmap.close();
  return drawn;
}

async function drawDrawing(blob: Blob): Promise<Blob> {
  const image = new Image();
  // The policy has no room for blob addresses.
  image.src = `data:image/svg+xml,${encodeURIComponent(await blob.text())}`;
  await image.decode();
  const { naturalWidth, naturalHeight } = image;
  const scale = Math.min(SHARP, LARGEST_SIDE / Math.max(naturalWidth, naturalHeight));
  return onCanvas(image, naturalWidth * scale, naturalHeight * scale);
}

function onCanvas(source: CanvasImageSource, width: number, height: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(Math.round(width), Math.round(height));
  canvas.getContext("2d")?.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: "image/png" });
}

function inWords(image: Element): void {
  const words = image.getAttribute("alt")?.trim();
  if (words) image.replaceWith(`[${words}]`);
  else image.remove();
}
