import type { SayDrawn } from "./drawn-words.ts";
import { fileTreatment, readOwnAddress } from "./own-address.ts";
import { finishPicture } from "./pictures.ts";
import { type Names, nameScroller } from "./scrollers.ts";

/** Sets the attributes that no source may set. */
export function finish(element: Element, base: string, names: Names, say: SayDrawn): void {
  switch (element.localName) {
    case "a":
      finishLink(element, base);
      return;
    case "img":
      finishPicture(element);
      return;
    case "audio":
    case "video":
      element.setAttribute("controls", "");
      element.setAttribute("preload", "none");
      if (element.localName === "video") element.setAttribute("playsinline", "");
      return;
    case "div":
    case "pre":
      nameScroller(element, names, say);
  }
}

function finishLink(link: Element, base: string): void {
  const href = link.getAttribute("href");
  if (!href || href.startsWith("#")) return;
  const own = readOwnAddress(href, base);
  if (own?.kind === "page") return;
  if (own && fileTreatment(own.address) === "store") {
    link.setAttribute("download", "");
    return;
  }
  link.setAttribute("target", "_blank");
  link.setAttribute("rel", "noopener noreferrer nofollow ugc");
}
