// Writes the files of hosting/ from the one source of the policy; a test holds them equal.
import { writeFileSync } from "node:fs";
import { headersFile, nginxConfiguration } from "#pipeline/command/host/hosting.ts";

writeFileSync("hosting/nginx.conf", nginxConfiguration("/"));
writeFileSync("hosting/_headers", headersFile("/"));
