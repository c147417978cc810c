import { addresses } from "./addresses.ts";
import { attributes } from "./attributes.ts";
import { clobbering } from "./clobbering.ts";
import { elements } from "./elements.ts";
import { evasions } from "./evasions.ts";
import { handlers } from "./handlers.ts";
import { hosts } from "./hosts.ts";
import { mutations } from "./mutations.ts";
import { nestings } from "./nestings.ts";
import { requests } from "./requests.ts";
import { sizes } from "./sizes.ts";
import { styles } from "./styles.ts";

/** An article's body as an attacker would write it. Where it succeeds, `alert` is called, or `evil.example` asked. */
export type HostileBody = { name: string; html: string };

/** Every hostile body, none twice, however its lines end and whatever stands around it; names say the family first. */
export function hostileBodies(): HostileBody[] {
  const families = [
    addresses,
    attributes,
    clobbering,
    elements,
    evasions,
    handlers,
    hosts,
    mutations,
    nestings,
    requests,
    sizes,
    styles,
  ].flatMap((family) => family());
  return [...new Map(families.map((body) => [normal(body.html), body])).values()];
}

function normal(html: string): string {
  return html.replace(/\r\n?/g, "\n").trim();
}
