/** The version of the edition's JSON that this code writes, and the newest that it reads. */
export const EDITION_VERSION = 1;
