import { parentPort, workerData } from "node:worker_threads";
import { lookAt } from "#pipeline/content/folder/look-folder.ts";

const look = await lookAt(String(workerData));
parentPort?.postMessage(look);
