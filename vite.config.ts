import { hash } from "node:crypto";
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { build, type Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { firstStyles } from "./scripts/first-styles.ts";
import { lightLibraries } from "./scripts/light-libraries.ts";
import { messages } from "./scripts/messages-plugin.ts";
import { scratchPlace } from "./scripts/scratch-place.ts";

/** The files that the front door asks for at once. */
const FIRST_PARTS = ["react", "app"] as const;

const HOME = fileURLToPath(new URL("./", import.meta.url));

/**
 * The edition writes a document of its own; and neither the letters of few names nor languages that are not spoken nor
 * what reads the files of other programs is a reason to make everybody wait. What is used once is kept from then on.
 */
const NOT_KEPT =
  /^(?:index\.html|app\.webmanifest|share\.png|icon-.*\.png|licences\.md)$|-latin-ext-|^atkinson-|^colour-code-|^language-|^other-programs-|^turndown/;
/** The folder, in the app's, of what the pipeline alone has a use for. */
const FIRST_VIEW = "first-view";
/** What the libraries within the app ask whoever hands it on to hand on with it. */
const LICENCES = "licences.md";
/** Faces are files, not code: the bundler does not know whose they are. */
const FACES = [
  "@fontsource-variable/newsreader",
  "@fontsource-variable/atkinson-hyperlegible-next",
];
/** Their names change with their content. */
const HASHED = /^assets\//;

export default defineConfig({
  plugins: [
    messages(join(HOME, "src")),
    react(),
    tailwindcss(),
    lightLibraries(),
    facesApart(),
    licencesOfFaces(),
    serviceWorker(),
    firstView(),
  ],
  // Relative, so that one build of the app serves an edition at any base path.
  base: "./",
  build: {
    outDir: "build/app",
    emptyOutDir: true,
    // The content security policy forbids data: fonts and scripts.
    assetsInlineLimit: 0,
    license: { fileName: LICENCES },
    // The first to have :dir(), which would be rewritten into a guess by language for older ones, and @property.
    cssTarget: ["chrome120", "firefox128", "safari16.4"],
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // All that the first view runs comes in two files: more pack worse, and one would hold the page up for too long.
      output: {
        chunkFileNames: ({ facadeModuleId }) =>
          facadeModuleId?.startsWith("\0virtual:messages/")
            ? "assets/language-[name]-[hash].js"
            : "assets/[name]-[hash].js",
        codeSplitting: {
          groups: [
            // What loads the two must not stand in one of them, nor what it asks for, or it would run both at once.
            {
              name: "begin",
              test: /vite\/preload-helper|\/src\/ui\/(?:next-task|watch-presses|keys\/early-keys|hands\/early-swipe)\.ts$/,
              priority: 3,
            },
            {
              name: FIRST_PARTS[0],
              test: /\/node_modules\/(react|react-dom|scheduler)\//,
              priority: 2,
            },
            { name: FIRST_PARTS[1], test: /\/src\/app\/take-over\.tsx$/, priority: 1 },
            // Small, and wanted by several parts: each file of its own is one more name for the first to know.
            {
              name: "shared",
              test: /\/src\//,
              minShareCount: 3,
              maxModuleSize: 4_000,
              priority: 0,
            },
          ],
        },
      },
    },
  },
  test: {
    // Vitest leaves a processor to its user; on two that is every second one.
    maxWorkers: "100%",
    env: { TMPDIR: scratchPlace() },
    projects: [
      {
        extends: true,
        test: {
          name: "pure",
          environment: "node",
          testTimeout: 60_000,
          // Pure code keeps nothing from one file to the next.
          isolate: false,
          include: ["tests/{model,pipeline,scripts}/**/*.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          environment: "jsdom",
          testTimeout: 60_000,
          // What cleans up behind a test waits as long as what it waits for.
          hookTimeout: 60_000,
          // A busy machine may draw what is pressed anew at that moment: what fails twice is broken.
          retry: 1,
          // A window of its own for each file, but one jsdom for all of a thread: to load it took longer than the tests.
          pool: "vmThreads",
          // In such a window Node takes the form of it that is not of modules.
          alias: { "react-router-dom": fileURLToPath(import.meta.resolve("react-router-dom")) },
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
          // On a busy machine the page takes its time; what never comes is still told.
          expect: { poll: { timeout: 15_000 } },
          // A real browser shares its machine: what fails twice is broken, and what did so once is told.
          retry: 1,
          // Each file has its own browser and servers. A third one beside two takes as long, and has tests time out.
          maxWorkers: 2,
        },
      },
    ],
  },
});

/**
 * Puts the text's letters into a sheet of their own. Documents that show a first view have them within, and the sheet
 * that comes behind it must not bring them again: browsers would think again of letters that came too late, and lines
 * would move under the eyes.
 */
function facesApart(): Plugin {
  const FACE = /@font-face\s*\{[^}]*font-family:\s*["']?Newsreader[^}]*\}/g;
  let sheet = "";
  return {
    name: "offprint-faces-apart",
    apply: "build",
    generateBundle(_, bundle) {
      const faces: string[] = [];
      for (const asset of Object.values(bundle)) {
        if (asset.type !== "asset" || !asset.fileName.endsWith(".css")) continue;
        asset.source = String(asset.source).replace(FACE, (face) => {
          faces.push(face);
          return "";
        });
      }
      const source = faces.join("");
      sheet = `assets/faces-${hash("sha256", source, "hex").slice(0, 8)}.css`;
      this.emitFile({ type: "asset", fileName: sheet, source });
    },
    transformIndexHtml: {
      order: "post",
      handler: () => [
        {
          tag: "link",
          attrs: { rel: "stylesheet", crossorigin: true, href: `./${sheet}`, "data-faces": "" },
          injectTo: "head",
        },
      ],
    },
  };
}

function licencesOfFaces(): Plugin {
  return {
    name: "offprint-licences-of-faces",
    apply: "build",
    writeBundle({ dir = HOME }) {
      for (const face of FACES) {
        const text = readFileSync(join(HOME, "node_modules", face, "LICENSE"), "utf8");
        appendFileSync(join(dir, LICENCES), `\n## ${face}\n\n${text}`);
      }
    },
  };
}

/** Builds the service worker once the app is there, with the list of the app's files in it, into one file. */
function serviceWorker(): Plugin {
  return {
    name: "offprint-service-worker",
    apply: "build",
    async writeBundle({ dir }) {
      if (dir === undefined) throw new Error("The build of the app must name its folder.");
      await build({
        root: HOME,
        configFile: false,
        publicDir: false,
        logLevel: "warn",
        define: {
          APP_FILES: JSON.stringify(appFiles(dir)),
          // The edition fills it in, since the shell is a document of its own.
          SHELL_INTEGRITY: JSON.stringify("%SHELL_INTEGRITY%"),
        },
        build: {
          outDir: dir,
          emptyOutDir: false,
          license: { fileName: `worker-${LICENCES}` },
          rollupOptions: {
            input: join(HOME, "src/sw.ts"),
            output: { format: "iife", entryFileNames: "sw.js" },
          },
        },
      });
    },
  };
}

/** Builds what draws the first view without a browser, into one file that the pipeline loads. */
function firstView(): Plugin {
  return {
    name: "offprint-first-view",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (_, { bundle = {} }) =>
        FIRST_PARTS.flatMap((part) =>
          Object.values(bundle)
            .filter(({ type, name }) => type === "chunk" && name === part)
            .map(({ fileName }) => ({
              tag: "link",
              attrs: { rel: "modulepreload", crossorigin: true, href: `./${fileName}` },
            })),
        ),
    },
    async writeBundle({ dir }) {
      if (dir === undefined) throw new Error("The build of the app must name its folder.");
      await build({
        root: HOME,
        configFile: false,
        publicDir: false,
        logLevel: "error",
        mode: "production",
        plugins: [messages(join(HOME, "src"))],
        // All in one file, and React without its checks, whoever runs it.
        define: { "process.env.NODE_ENV": JSON.stringify("production") },
        oxc: { jsx: { runtime: "automatic", development: false } },
        ssr: { noExternal: true },
        build: {
          ssr: true,
          minify: true,
          outDir: join(dir, FIRST_VIEW),
          rollupOptions: {
            input: join(HOME, "src/app/first-view/draw.tsx"),
            output: { entryFileNames: "draw.js" },
            onLog: () => undefined,
          },
        },
      });
      await writeFirstStyles(dir);
    },
  };
}

/** Writes beside it the styles that its pages stand on, to be put into documents. */
async function writeFirstStyles(dir: string): Promise<void> {
  const folder = join(dir, FIRST_VIEW);
  const assets = join(dir, "assets");
  const sheets = readdirSync(assets).filter((name) => name.endsWith(".css"));
  const { samples } = await import(pathToFileURL(join(folder, "draw.js")).href);
  const { list, article } = samples();
  const styles = {
    list: await firstStyles(list, assets, sheets),
    article: await firstStyles(article, assets, sheets),
  };
  writeFileSync(join(folder, "styles.json"), JSON.stringify(styles));
}

/** The files that the worker keeps from the start. A host that answers with anything else is found out by the digest. */
function appFiles(folder: string) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => path !== "sw.js" && !path.startsWith(`${FIRST_VIEW}/`))
    .filter((path) => !NOT_KEPT.test(path.replace(/^assets\//, "")))
    .sort()
    .map((path) => {
      const integrity = `sha256-${hash("sha256", readFileSync(join(folder, path)), "base64")}`;
      return { url: path, revision: HASHED.test(path) ? null : integrity, integrity };
    });
}
