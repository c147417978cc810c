import { afterEach, describe, expect, it, vi } from "vitest";
import { slideOf } from "#ui/article-body/zoom/slides.ts";
import { makeZoomable } from "#ui/article-body/zoom/zoomable.ts";

afterEach(() => {
  document.body.replaceChildren();
});

/** A body whose pictures have all come, in the size of their attributes. */
function bodyOf(html: string): HTMLElement {
  const body = document.createElement("div");
  body.innerHTML = html;
  for (const picture of body.querySelectorAll("img")) come(picture);
  document.body.append(body);
  return body;
}

function come(picture: HTMLImageElement): void {
  Object.defineProperties(picture, {
    complete: { value: true },
    naturalWidth: { value: picture.width },
    naturalHeight: { value: picture.height },
  });
}

const nameOf = (alt: string) => `Enlarge: ${alt}`;
const MILL = '<img src="https://mill.example/a.jpg" width="600" height="400" alt="The mill">';

describe("a picture", () => {
  it("opens larger by a press, by Enter and by Space, among all of its story", () => {
    const body = bodyOf(`<p>${MILL}</p><p>${MILL}</p>`);
    const onZoom = vi.fn();
    makeZoomable(body, onZoom, nameOf);
    const [first, second] = body.querySelectorAll("img");
    expect(second?.ariaLabel).toBe("Enlarge: The mill");
    expect(second?.tabIndex).toBe(0);
    second?.click();
    for (const key of ["Enter", " ", "a"]) {
      second?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    }
    expect(onZoom.mock.calls).toEqual(Array(3).fill([[first, second], second]));
    expect(document.activeElement).toBe(second);
  });

  it.each([
    ["in a link is its link's", `<a href="https://plans.example/">${MILL}</a>`],
    ["no larger than a letter stays as it is", '<img src="a.png" width="24" height="24" alt="x">'],
  ])("%s", (_, html) => {
    const body = bodyOf(html);
    const onZoom = vi.fn();
    makeZoomable(body, onZoom, nameOf);
    const picture = body.querySelector("img");
    picture?.addEventListener("click", (event) => event.preventDefault());
    picture?.click();
    expect(onZoom).not.toHaveBeenCalled();
    expect(picture).not.toHaveAttribute("tabindex");
  });

  it("that comes late can be opened from then on, and no more when its story is closed", () => {
    const body = document.createElement("div");
    body.innerHTML = MILL;
    const onZoom = vi.fn();
    const end = makeZoomable(body, onZoom, nameOf);
    const picture = body.querySelector("img");
    if (!picture) throw new Error("no picture");
    picture.click();
    expect(onZoom).not.toHaveBeenCalled();
    come(picture);
    picture.dispatchEvent(new Event("load"));
    picture.click();
    end();
    picture.click();
    expect(onZoom).toHaveBeenCalledOnce();
  });
});

describe("what is shown of a picture alone", () => {
  it("is its largest form, with its caption", () => {
    const body = bodyOf(
      '<figure><img src="https://m.example/s.jpg" srcset="https://m.example/l,1.jpg 1600w, https://m.example/m.jpg 800w" width="400" height="300" alt="The mill"><figcaption>The mill,\n in spring.</figcaption></figure>',
    );
    const picture = body.querySelector("img");
    expect(picture && slideOf(picture)).toEqual({
      src: "https://m.example/l,1.jpg",
      alt: "The mill",
      width: 400,
      height: 300,
      caption: "The mill, in spring.",
    });
  });

  it("is what the article shows where it names one form", () => {
    const picture = bodyOf(MILL).querySelector("img");
    expect(picture && slideOf(picture)).toMatchObject({
      src: "https://mill.example/a.jpg",
      caption: "",
    });
  });
});
