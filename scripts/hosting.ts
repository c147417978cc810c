// Writes the files of hosting/ from the one source of the policy; a test holds them equal.
import { writeFileSync } from "node:fs";
import { ensureApp } from "#pipeline/command/app-build.ts";
import { loadApp } from "#pipeline/command/document/app-source.ts";
import { makeDocuments } from "#pipeline/command/document/documents.ts";
import { headersFile, nginxConfiguration } from "#pipeline/command/host/hosting.ts";

const app = await loadApp(await ensureApp(console.error));
const base = "/";
const imprint = { title: "", language: "en", timeZone: "UTC", base, sections: new Map() };
const { styles } = makeDocuments(app, imprint);
writeFileSync("hosting/nginx.conf", nginxConfiguration(base, styles));
writeFileSync("hosting/_headers", headersFile(base, styles));
