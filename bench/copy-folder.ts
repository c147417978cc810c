// The floor of any build: reads each file of a folder and writes the same bytes to another one.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [from, to] = process.argv.slice(2);
if (from === undefined || to === undefined) throw new Error("Usage: copy-folder <from> <to>");
mkdirSync(to, { recursive: true });
for (const name of readdirSync(from)) {
  const shard = join(to, name.slice(0, 2));
  mkdirSync(shard, { recursive: true });
  writeFileSync(join(shard, name), readFileSync(join(from, name)));
}
