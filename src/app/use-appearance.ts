import { useEffect, useRef } from "react";
import type { Settings } from "#model/settings.ts";

/** Puts the reader's settings on the document and its main pane, where the style sheet reads them. */
export function useAppearance(settings: Settings): void {
  useTheme(settings.theme);
  useEffect(() => {
    const { dataset } = document.documentElement;
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
  }, [settings]);
}

/** Another theme has all of the page drawn anew: what was pressed for it says so in the frame before. */
function useTheme(theme: Settings["theme"]): void {
  const isShown = useRef(false);
  useEffect(() => {
    const show = () => {
      const { dataset } = document.documentElement;
      if (theme === "system") delete dataset.theme;
      else dataset.theme = theme;
    };
    const isFirst = !isShown.current;
    isShown.current = true;
    if (isFirst) return show();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(show);
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [theme]);
}
