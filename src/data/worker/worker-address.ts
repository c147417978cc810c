import { appAddress } from "#model/address.ts";

/** Trusted Types, as far as they are asked for here. */
export type ScriptPolicies = {
  createPolicy(
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ): { createScriptURL(address: string): TrustedAddress };
};
export type TrustedAddress = { toJSON(): string };

// The DOM's own types know nothing of Trusted Types.
declare global {
  interface ServiceWorkerContainer {
    register(address: TrustedAddress | string): Promise<ServiceWorkerRegistration>;
  }
}

/**
 * The address of the edition's service worker, in the form that a browser with Trusted Types accepts. The policy behind
 * it lets no other script become a worker, and may be made once in a page.
 */
export function workerAddress(
  base: string,
  trustedTypes: ScriptPolicies | null,
): TrustedAddress | string {
  const worker = base + appAddress.worker();
  if (!trustedTypes) return worker;
  const policy = trustedTypes.createPolicy("app-sw", {
    createScriptURL: (address) => {
      if (address === worker) return address;
      throw new TypeError(`${address} may not become a service worker: only ${worker} may.`);
    },
  });
  return policy.createScriptURL(worker);
}

/** The browser's Trusted Types; null where it has none. */
export function trustedTypesOf(window: object): ScriptPolicies | null {
  const found: unknown = Reflect.get(window, "trustedTypes");
  return isScriptPolicies(found) ? found : null;
}

function isScriptPolicies(value: unknown): value is ScriptPolicies {
  return typeof value === "object" && value !== null && "createPolicy" in value;
}
