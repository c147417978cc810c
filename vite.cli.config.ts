import { defineConfig } from "vite";

/** The command line as plain JavaScript, for an installed Offprint, which has nothing that reads TypeScript. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    target: "node20",
    outDir: "build/cli",
    emptyOutDir: true,
    rolldownOptions: {
      input: {
        offprint: "src/pipeline/command/cli.ts",
        thread: "src/pipeline/command/crew/hand-thread.ts",
        look: "src/pipeline/command/ledger/look-thread.ts",
      },
    },
  },
});
