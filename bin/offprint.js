#!/usr/bin/env node
// The command line is TypeScript; this file is all that Node must be able to read by itself.
import { register } from "tsx/esm/api";

register();
const { main } = await import("../src/pipeline/command/cli.ts");
await main();
