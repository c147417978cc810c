// The start of a thread that reads content files: it begins without what reads TypeScript.
import { load } from "./load.js";

await load("src/pipeline/command/crew/hand-thread.ts", "thread.js");
