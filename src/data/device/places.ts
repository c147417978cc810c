import type { Mirror } from "./mirror.ts";
import type { Shelf } from "./shelf.ts";

/** Both places in which saved articles are kept: localStorage and IndexedDB. */
export type Places = { readonly shelf: Shelf; readonly mirror: Mirror };
