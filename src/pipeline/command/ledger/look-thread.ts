import { parentPort, workerData } from "node:worker_threads";
import { lookAt } from "#pipeline/content/folder/look-folder.ts";

const tell = (message: unknown) => parentPort?.postMessage(message);
lookAt(String(workerData), tell);
