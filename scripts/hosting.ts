// Writes the files of hosting/ from the one source of the policy; a test holds them equal.
import { writeFileSync } from "node:fs";
import { ensureApp } from "#pipeline/command/app-build.ts";
import { loadApp } from "#pipeline/command/document/app-source.ts";
import { headersFile, nginxConfiguration } from "#pipeline/command/host/hosting.ts";
import { styleSource } from "#pipeline/command/host/policy.ts";

const { styles } = await loadApp(await ensureApp(console.error));
const sources = [styles.list, styles.article].map(styleSource);
writeFileSync("hosting/nginx.conf", nginxConfiguration("/", sources));
writeFileSync("hosting/_headers", headersFile("/", sources));
