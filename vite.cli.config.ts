import { defineConfig } from "vite";

/** The command line as plain JavaScript, for an installed Offprint, which has nothing that reads TypeScript. */
export default defineConfig({
  publicDir: false,
  // With what it is made of in few files: to find and open those of a dozen packages takes Node, in each thread, twice as
  // long. What holds binaries, and what most runs never load, stays outside.
  ssr: { noExternal: true, external: ["sharp", "undici", "vite"] },
  build: {
    ssr: true,
    target: "node20",
    outDir: "build/cli",
    emptyOutDir: true,
    license: { fileName: "licences.md" },
    rolldownOptions: {
      input: {
        offprint: "src/pipeline/command/cli.ts",
        thread: "src/pipeline/command/crew/hand-thread.ts",
        look: "src/pipeline/command/ledger/look-thread.ts",
      },
    },
  },
});
