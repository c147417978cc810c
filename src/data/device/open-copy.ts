import { type Article, parseArticle } from "#model/article.ts";
import { NewerVersionError } from "#model/parse.ts";
import type { SavedRecord } from "#model/saved.ts";
import type { Places } from "./places.ts";
import { SavedError } from "./saved-error.ts";

/** Imports what packs and unpacks articles: it is kept out of what is loaded at start. */
export const loadPacking = () => import("./packing.ts");

/**
 * Opens the saved text of a record, from the mirror where localStorage's is missing or damaged.
 *
 * @throws SavedError
 */
export async function openCopy(places: Places, record: SavedRecord): Promise<Article> {
  const { unpackArticle } = await loadPacking().catch((cause: unknown) => {
    throw new SavedError("unloaded", { cause });
  });
  const read = (body: string): Article => {
    try {
      const article = parseArticle(unpackArticle(body));
      if (article.id === record.id) return article;
    } catch (cause) {
      throw new SavedError(cause instanceof NewerVersionError ? "outdated" : "damaged", { cause });
    }
    throw new SavedError("damaged");
  };
  const local = places.shelf.body(record);
  if (local === null) return read(await mirroredBody(places, record));
  try {
    return read(local);
  } catch (error) {
    const mirrored = await mirroredBody(places, record).catch(() => local);
    if (mirrored === local) throw error;
    return read(mirrored);
  }
}

async function mirroredBody({ mirror }: Places, record: SavedRecord): Promise<string> {
  const [body] = await mirror.bodies([record]).catch((cause: unknown) => {
    throw new SavedError("denied", { cause });
  });
  if (typeof body !== "string") throw new SavedError("lost");
  return body;
}
