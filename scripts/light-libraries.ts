import type { Plugin } from "vite";

type Lighter = readonly (readonly [RegExp, string])[];

/** Leaves out of libraries what the app has no use for, and a bundler must think that it has. */
export function lightLibraries(): Plugin {
  return {
    name: "offprint-light-libraries",
    apply: "build",
    transform(code, id) {
      const patterns = LIGHTER.find(([file]) => file.test(id))?.[1];
      if (!patterns) return null;
      // Of the router's files one alone holds its components.
      if (patterns === ROUTER && !code.includes("RenderErrorBoundary.contextType")) return null;
      let light = code;
      for (const [pattern, replacement] of patterns) {
        const next = light.replace(pattern, replacement);
        if (next === light)
          this.error(`${id} is not what it was: see whether ${pattern} is needed.`);
        light = next;
      }
      return { code: light, map: null };
    },
  };
}

/**
 * 7 kB: it names its components in statements of their own, which a bundler must take for deeds, and so keeps forms,
 * links, scripts and error pages of the router's framework.
 */
const ROUTER: Lighter = [
  [/^\w+\.displayName = ".*";$/gm, ""],
  [/ = (React\d*\.(?:forwardRef|createContext|memo)\()/g, " = /* @__PURE__ */ $1"],
  [
    /^(var \w+ = )(class extends React\d*\.Component \{\n[\s\S]*?^\});$/gm,
    "$1/* @__PURE__ */ (() => $2)();",
  ],
  // Of the error page of routes, of which the app has none.
  [/^RenderErrorBoundary\.contextType = \w+;$/m, ""],
];

/** 1.5 kB: a static host has nothing that could be changed, and what keeps changes is asked for none but these. */
const MUTATIONS: Lighter = [
  [
    /^import [\s\S]*^export \{ MutationCache \};$/m,
    `import { Subscribable } from "./subscribable.js";
export class MutationCache extends Subscribable {
  build() { throw new Error("Offprint is built without mutations."); }
  clear() {}
  findAll() { return []; }
  resumePausedMutations() { return Promise.resolve(); }
}`,
  ],
];

/**
 * When it is loaded it would try whether it may parse HTML by itself: the content security policy refuses that and tells,
 * and it is given elements alone.
 */
const TURNDOWN: Lighter = [
  [/canParseHTMLNatively\(\) \? root\.DOMParser : createHTMLParser\(\)/, "null"],
];

/**
 * 0.3 kB in the first style sheet: what is registered there by `@property` is said again for browsers that don't know it,
 * which are older than those that the app is built for.
 */
const REGISTERED: Lighter = [
  [/@layer properties\s*\{\s*@supports[^{]*\{[^{]*\{[^}]*\}\s*\}\s*\}/, ""],
];

/** Half a kilobyte: lists are made of files with names of their own, not of pages one behind the other. */
const PAGES_BEHIND: Lighter = [
  [/^import \{ infiniteQueryBehavior \} from .*;$/m, ""],
  [
    /this\.#queryType === "infinite" \? infiniteQueryBehavior\(this\.options\.pages\) : this/,
    "this",
  ],
];

/** A function of that name, up to the brace that ends it. */
const functionOf = (name: string) =>
  new RegExp(`^function ${name.replace("$", "\\$$")}\\([\\s\\S]*?^\\}$`, "m");

/** What React is never asked for here, by the functions that lead to it: what these alone call goes with them. */
const NOT_ASKED_OF_REACT = [
  // Transitions as the browser has them: they are looked for in all that comes and goes.
  "trackEnterViewTransitions",
  "commitEnterViewTransitions",
  "commitExitViewTransitions",
  "commitNestedViewTransitions",
  "restoreEnterOrExitViewTransitions",
  "restoreNestedViewTransitions",
  "applyViewTransitionToHostInstances",
  "restoreViewTransitionOnHostInstances",
  "createViewTransitionInstance",
  // What stands in a fragment, to who has a ref to it.
  "commitNewChildToFragmentInstances",
  "commitFragmentInstanceInsertionEffects",
  "commitFragmentInstanceDeletionEffects",
  // Deeds of forms.
  "extractEvents$1",
  "mountActionState",
  "updateActionState",
  "rerenderActionState",
  // Parts of a page kept out of sight, and lists of such as wait.
  "updateActivityComponent",
  "updateSuspenseListComponent",
  // Files that are wanted for the document's head.
  "preinitStyle",
  "preinitScript",
  "preinitModuleScript",
  "preload",
  "preloadModule",
  "getResource",
  "acquireResource",
  "suspendResource",
  // A document of React's own, which it would take over.
  "updateDehydratedSuspenseComponent",
  "clearHydrationBoundary",
] as const;

/**
 * 12 kB: React draws into an element that it empties, with no forms, transitions or head of its own. What it has for
 * those hangs on what it is given, so that no bundler can know.
 */
const REACT_DOM: Lighter = [
  ...NOT_ASKED_OF_REACT.map((name) => [functionOf(name), `function ${name}() {}`] as const),
  [functionOf("popHydrationState"), "function popHydrationState() { return !1; }"],
  [functionOf("isHostHoistableType"), "function isHostHoistableType() { return !1; }"],
  [/^exports\.hydrateRoot = function [\s\S]*?^\};$/m, ""],
  [
    /^(?:FragmentInstance|ViewTransitionPseudoElement)\.prototype\.\w+ = function [\s\S]*?^\};$/gm,
    "",
  ],
  [/\bisHydrating(?=[);]|\s+(?:&&|\|\||\?))/g, "!1"],
  [/^ {2}shouldStartViewTransition$/m, "  !1"],
];

const LIGHTER: readonly (readonly [RegExp, Lighter])[] = [
  [/\/node_modules\/react-router\/dist\/.*\/chunk-\w+\.mjs$/, ROUTER],
  [/\/node_modules\/@tanstack\/query-core\/build\/modern\/mutationCache\.js$/, MUTATIONS],
  [/\/node_modules\/@tanstack\/query-core\/build\/modern\/query\.js$/, PAGES_BEHIND],
  [/\/node_modules\/react-dom\/cjs\/react-dom-client\.production\.js$/, REACT_DOM],
  [/\/node_modules\/turndown\//, TURNDOWN],
  [/\/src\/main\.css$/, REGISTERED],
];
