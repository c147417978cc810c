// The start of a thread that reads content files: it begins without what reads TypeScript.
import { register } from "tsx/esm/api";

register();
await import("../src/pipeline/command/crew/hand-thread.ts");
