import { openStorage } from "#data/device/local-storage.ts";
import { storageKey } from "#data/device/storage-keys.ts";
import { editionBase } from "#data/edition/edition-base.ts";
import { appAddress } from "#model/address.ts";

type Doors = {
  /** Asks the host for the document that names the app's files. */
  readonly readShell: () => Promise<string>;
  /** The script that the page was begun with: it names the app's version. */
  readonly script: string | undefined;
  /** Of the tab. */
  readonly storage: Pick<ReturnType<typeof openStorage>, "isKept" | "get" | "set">;
  readonly reload: () => void;
};

/**
 * Loads the page anew where the app has been published anew since it was opened: parts that this version asks for may
 * be gone from the host then. Once for each version, so never in a circle; where the host does not answer, or has no
 * other version, the page stays.
 */
export async function leaveForNewer({ readShell, script, storage, reload }: Doors): Promise<void> {
  if (!script || !storage.isKept || storage.get(storageKey.left()) === script) return;
  const shell = await readShell().catch(() => null);
  // A network that wants its users to log in answers with a page of its own.
  const isOther = shell?.includes(" data-base=") && !shell.includes(script);
  if (isOther && storage.set(storageKey.left(), script) === "written") reload();
}

/** Does so with the page that this is. */
export function leaveThisForNewer(): void {
  void leaveForNewer({
    readShell: async () => {
      const response = await fetch(editionBase() + appAddress.shell(), { cache: "no-cache" });
      return response.ok ? response.text() : "";
    },
    script: document
      .querySelector<HTMLScriptElement>("script[type=module][src]")
      ?.src.split("/")
      .at(-1),
    storage: openStorage(() => window.sessionStorage),
    reload: () => location.reload(),
  });
}
