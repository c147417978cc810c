import { addresses } from "./addresses.ts";
import { clobbering } from "./clobbering.ts";
import { elements } from "./elements.ts";
import { handlers } from "./handlers.ts";
import { mutations } from "./mutations.ts";
import { requests } from "./requests.ts";
import { sizes } from "./sizes.ts";
import { styles } from "./styles.ts";

/** An article's body as an attacker would write it. Where it succeeds, `alert` is called, or `evil.example` asked. */
export type HostileBody = { name: string; html: string };

/** Every hostile body, none twice; names say the family first. */
export function hostileBodies(): HostileBody[] {
  const families = [
    addresses,
    clobbering,
    elements,
    handlers,
    mutations,
    requests,
    sizes,
    styles,
  ].flatMap((family) => family());
  return [...new Map(families.map((body) => [body.html, body])).values()];
}
