import hljs from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import cpp from "highlight.js/lib/languages/cpp";
import csharp from "highlight.js/lib/languages/csharp";
import css from "highlight.js/lib/languages/css";
import diff from "highlight.js/lib/languages/diff";
import dockerfile from "highlight.js/lib/languages/dockerfile";
import go from "highlight.js/lib/languages/go";
import ini from "highlight.js/lib/languages/ini";
import java from "highlight.js/lib/languages/java";
import javascript from "highlight.js/lib/languages/javascript";
import json from "highlight.js/lib/languages/json";
import makefile from "highlight.js/lib/languages/makefile";
import markdown from "highlight.js/lib/languages/markdown";
import php from "highlight.js/lib/languages/php";
import python from "highlight.js/lib/languages/python";
import ruby from "highlight.js/lib/languages/ruby";
import rust from "highlight.js/lib/languages/rust";
import shell from "highlight.js/lib/languages/shell";
import sql from "highlight.js/lib/languages/sql";
import typescript from "highlight.js/lib/languages/typescript";
import xml from "highlight.js/lib/languages/xml";
import yaml from "highlight.js/lib/languages/yaml";
import { type Token, Tokens } from "./tokens.ts";

const LANGUAGES = {
  bash,
  cpp,
  csharp,
  css,
  diff,
  dockerfile,
  go,
  ini,
  java,
  javascript,
  json,
  makefile,
  markdown,
  php,
  python,
  ruby,
  rust,
  shell,
  sql,
  typescript,
  xml,
  yaml,
};

// An instance of its own, which nobody else sets up otherwise.
const reader = hljs.newInstance();
reader.configure({ __emitter: Tokens });
for (const [name, language] of Object.entries(LANGUAGES)) reader.registerLanguage(name, language);
// The one reads the other well, and is loaded anyway.
reader.registerAliases(["c", "h"], { languageName: "cpp" });

/** Finds what a code's text is made of; nothing where its language is not among those that are known. */
export function readCode(text: string, language: string): readonly Token[] {
  if (!reader.getLanguage(language)) return [];
  const { _emitter } = reader.highlight(text, { language, ignoreIllegals: true });
  return _emitter instanceof Tokens ? _emitter.found : [];
}
