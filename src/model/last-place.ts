import { START } from "./start.ts";

const PLACE =
  /^\/(?:article\/[0-9a-f]{2}\/[0-9a-f]{18}\/|saved\/|tags\/|views\/|minutes\/)?(?:\?[^#\s]{0,2000})?$/;

/** Gives a place to which the app may come back, as the router knows it; the list for everything else. */
export function parseLastPlace(value: string | null): string {
  return value !== null && PLACE.test(value) && !value.endsWith(START) ? value : "/";
}
