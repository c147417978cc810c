import { useEffect, useRef } from "react";
import type { Settings } from "#model/settings.ts";

/**
 * Puts the reader's settings on the document and its main pane, where the style sheet reads them. Most have much of the
 * page drawn anew: what was pressed for one says so in the frame before.
 */
export function useAppearance(settings: Settings): void {
  const isShown = useRef(false);
  useEffect(() => {
    const isFirst = !isShown.current;
    isShown.current = true;
    if (isFirst) return showOnPage(settings);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => showOnPage(settings));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [settings]);
}

function showOnPage(settings: Settings): void {
  const { dataset } = document.documentElement;
  if (settings.theme === "system") delete dataset.theme;
  else dataset.theme = settings.theme;
  dataset.typeface = settings.typeface;
  // Apart: at a face that comes to be known late, browsers think again of all that came too late, and lines move.
  if (settings.typeface === "legible") void import("#legible.css");
  dataset.density = settings.density;
  if (settings.density !== "regular") void import("#density.css");
  dataset.measure = settings.measure;
  dataset.alignment = settings.alignment;
  dataset.hyphenation = settings.hyphenation;
  dataset.textSize = String(settings.textSize);
  // What is below inherits them: on the document they would have the list drawn anew, too.
  const style = document.getElementById("main-pane")?.style;
  style?.setProperty("--line-height-steps", String(settings.lineHeight));
  style?.setProperty("--letter-spacing-steps", String(settings.letterSpacing));
  style?.setProperty("--word-spacing-steps", String(settings.wordSpacing));
}
