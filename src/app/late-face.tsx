import slanted from "@fontsource-variable/newsreader/files/newsreader-latin-wght-italic.woff2?url";
import upright from "@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2?url";
import { type RefObject, useLayoutEffect, useRef } from "react";
import { useLocation } from "react-router-dom";
import { whenIdle } from "#ui/when-idle.ts";

const NAME = "Newsreader";
const FILES = [
  [upright, "normal"],
  [slanted, "italic"],
] as const;
/** What the style sheet has the files for. */
const LETTERS =
  "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD";

/**
 * Has the text's face from the next page on where it came too late for the first: browsers then leave it out for as long
 * as the document stands, and a visit to the app is one document. Within a page no line moves under the eyes.
 */
export function LateFace() {
  const { pathname, search } = useLocation();
  const faces = useRef<readonly FontFace[]>([]);
  return <FacesOfPage key={pathname + search} faces={faces} />;
}

/** Adds what the page before had missed, and looks what this one has: there may be no slanted letters before it. */
function FacesOfPage({ faces }: { faces: RefObject<readonly FontFace[]> }) {
  useLayoutEffect(() => {
    for (const face of faces.current) document.fonts.add(face);
    faces.current = [];
    let isOpen = true;
    void whenIdle()
      .then(() => (isOpen ? loadMissed() : []))
      .then((loaded) => {
        if (isOpen) faces.current = loaded;
      })
      // Without it the letters of the system serve as they did.
      .catch(() => undefined);
    return () => {
      isOpen = false;
    };
  }, [faces]);
  return null;
}

async function loadMissed(): Promise<readonly FontFace[]> {
  // jsdom has no fonts.
  if (!document.fonts) return [];
  const faces = FILES.filter(([, style]) => isMissed(style)).map(([url, style]) =>
    makeFace(url, style),
  );
  return Promise.all(faces.map((face) => face.load()));
}

/** Whether letters were wanted that did not come in time. */
function isMissed(style: string): boolean {
  // Some browsers give the name in quotes.
  const isWanted = [...document.fonts].some(
    (face) =>
      face.family.replaceAll('"', "") === NAME &&
      face.style === style &&
      face.status !== "unloaded",
  );
  // Where none was wanted yet, to measure would be to want it.
  return isWanted && !isShown(style);
}

function makeFace(url: string, style: string): FontFace {
  const descriptors = { style, weight: "200 800", unicodeRange: LETTERS };
  return new FontFace(NAME, `url(${JSON.stringify(url)})`, descriptors);
}

/** Whether text is set in it: its letters are not as wide as those of another. */
function isShown(fontStyle: string): boolean {
  return widthIn(`${NAME}, monospace`, fontStyle) !== widthIn("monospace", fontStyle);
}

function widthIn(fontFamily: string, fontStyle: string): number {
  const probe = document.createElement("span");
  probe.textContent = "mmmiiiWWW";
  probe.ariaHidden = "true";
  Object.assign(probe.style, { position: "absolute", visibility: "hidden", fontFamily, fontStyle });
  document.body.append(probe);
  const { width } = probe.getBoundingClientRect();
  probe.remove();
  return width;
}
