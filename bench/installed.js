// The command line as an installed Offprint runs it: without what reads TypeScript, which takes a second to start.
const { main } = await import(new URL("../build/cli/offprint.js", import.meta.url).href);
await main();
