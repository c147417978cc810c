import Lightbox from "yet-another-react-lightbox";
import Captions from "yet-another-react-lightbox/plugins/captions";
import Zoom from "yet-another-react-lightbox/plugins/zoom";
import "yet-another-react-lightbox/styles.css";
import "yet-another-react-lightbox/plugins/captions.css";
import { useMessages } from "#ui/messages/messages.tsx";
import "./picture-zoom.css";
import messages from "./picture-zoom.messages.json";
import { slideOf } from "./slides.ts";

export type PictureZoomProps = {
  pictures: readonly HTMLImageElement[];
  wanted: HTMLImageElement;
  onClose: () => void;
};

/** Shows a story's pictures alone, as large as one likes: by pinch, double tap, wheel, and the keys + and −. */
export function PictureZoom({ pictures, wanted, onClose }: PictureZoomProps) {
  const { say } = useMessages(messages);
  const slides = pictures.map(slideOf).map(({ caption, ...slide }) => ({
    ...slide,
    // Words that stand for the picture, where the caption does not say them already.
    description: [caption, caption.includes(slide.alt) ? "" : slide.alt].filter(Boolean).join("\n"),
  }));
  const { matches: isStill } = matchMedia("(prefers-reduced-motion: reduce)");
  return (
    <Lightbox
      open={true}
      close={onClose}
      slides={slides}
      index={pictures.indexOf(wanted)}
      plugins={[Zoom, Captions]}
      labels={{
        Lightbox: say("picture"),
        "Photo gallery": say("pictures"),
        Close: say("close"),
        Previous: say("previous"),
        Next: say("next"),
        "Zoom in": say("larger"),
        "Zoom out": say("smaller"),
      }}
      className="picture-zoom"
      animation={isStill ? { fade: 0, swipe: 0, zoom: 0 } : { fade: 150, swipe: 180, zoom: 180 }}
      carousel={{ finite: true, imageProps: { referrerPolicy: "no-referrer" } }}
      controller={{ closeOnPullDown: true, closeOnBackdropClick: true }}
      // A drawing has no pixels, and a small picture is looked at closely too.
      zoom={{ maxZoomPixelRatio: 4, scrollToZoom: true }}
      captions={{ descriptionTextAlign: "center", descriptionMaxLines: 5 }}
      render={slides.length > 1 ? {} : { buttonPrev: () => null, buttonNext: () => null }}
    />
  );
}
