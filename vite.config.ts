import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react(), tailwindcss()],
  // Relative, so that one build of the app serves an edition at any base path.
  base: "./",
  build: {
    outDir: "build/app",
    emptyOutDir: true,
    // The content security policy forbids data: fonts and scripts.
    assetsInlineLimit: 0,
    // The first to have :dir(), which would be rewritten into a guess by language for older ones.
    cssTarget: ["chrome120", "firefox120", "safari16.4"],
    modulePreload: { polyfill: false },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "pure",
          environment: "node",
          testTimeout: 30_000,
          include: ["tests/{model,pipeline}/**/*.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          environment: "jsdom",
          testTimeout: 30_000,
          setupFiles: ["tests/support/setup.ts"],
          include: ["tests/*.test.tsx", "tests/{data,ui,pages,app}/**/*.test.{ts,tsx}"],
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          environment: "node",
          include: ["tests/e2e/**/*.e2e.ts"],
          globalSetup: ["tests/support/browser-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
