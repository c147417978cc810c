import { parentPort } from "node:worker_threads";
import { expose } from "comlink";
import nodeEndpoint from "comlink/dist/umd/node-adapter.js";
import { Hand } from "./hand.ts";

if (parentPort === null) throw new Error("This file is the start of a thread, not of a program.");
expose(new Hand(), nodeEndpoint(parentPort));
