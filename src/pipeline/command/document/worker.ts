import { hash } from "node:crypto";

/** What stands in the built service worker for the shell's integrity; the build of the app writes it. */
const PLACE = "%SHELL_INTEGRITY%";

/**
 * Writes into the service worker which shell it keeps. The shell is made with the edition, after the app was built: a
 * new title, base or policy thereby makes a new worker, and a shell that is not the one named is never kept.
 */
export function nameShell(worker: string, shell: string): string {
  return worker.replaceAll(PLACE, `sha256-${hash("sha256", shell, "base64")}`);
}
