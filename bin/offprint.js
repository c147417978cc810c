#!/usr/bin/env node
import { load } from "./load.js";

const { main } = await load("src/pipeline/command/cli.ts", "offprint.js");
await main();
