import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { ArticleBody, type ArticleBodyProps } from "#ui/article-body/article-body.tsx";

const page = "/news/article/ab/0123456789abcdef01/";

async function show(html: string, props: Partial<ArticleBodyProps> = {}): Promise<HTMLElement> {
  const { container } = render(
    <ArticleBody html={html} base="/news/" baseUrl="https://paper.example/story" {...props} />,
  );
  await waitFor(() => expect(container.querySelector("[aria-busy]")).toBeNull());
  return container;
}

describe("an article's body", () => {
  it("is shown sanitized", async () => {
    const body = await show('<p onclick="x()">The tide</p><script>x()</script>');
    expect(body.querySelector(".prose")?.innerHTML).toBe('<p dir="ltr">The tide</p>');
  });

  it.each([
    [{ language: "fa" }, "fa", "rtl"],
    [{ language: "en" }, "en", "ltr"],
    [{ language: "fa", dir: "ltr" as const }, "fa", "ltr"],
    [{}, null, "ltr"],
  ])("runs as its language does: %o", async (props, language, direction) => {
    const body = (await show("<p>Tide</p>", props)).querySelector(".prose");
    expect(body?.getAttribute("lang")).toBe(language);
    expect(body?.getAttribute("dir")).toBe(direction);
  });

  it("runs as its text does where nobody knows its language", async () => {
    const body = await show("<p>مد وجزر</p>");
    expect(body.querySelector(".prose")?.getAttribute("dir")).toBe("rtl");
  });

  it("stays as the reader left it when the page around it is drawn again", async () => {
    const props = { html: "<details><summary>s</summary>d</details>", base: "/news/" };
    const { container, rerender } = render(<ArticleBody {...props} />);
    await screen.findByText("s");
    container.querySelector("details")?.setAttribute("open", "");
    rerender(<ArticleBody {...props} onInternalLink={() => {}} />);
    expect(container.querySelector("details")?.open).toBe(true);
  });

  it("says so where there is no text, and where the original is", async () => {
    await show("<script>x</script>");
    expect(screen.getByText(/came without a text/)).toBeDefined();
    expect(screen.getByRole("link", { name: "Read the original" }).getAttribute("href")).toBe(
      "https://paper.example/story",
    );
  });

  it("is shown as plain text, with a notice, where the sanitizer fails", async () => {
    const failing = vi.spyOn(Document.prototype, "createTreeWalker").mockImplementation(() => {
      throw new Error("no tree");
    });
    const body = await show("<p>The <b onclick='x()'>tide</b></p><p>Two</p>");
    failing.mockRestore();
    expect(body.querySelector(".prose")?.innerHTML).toBe(
      '<p dir="auto">The tide</p><p dir="auto">Two</p>',
    );
    expect(screen.getByText(/shown as plain text/)).toBeDefined();
  });
});

describe("whom an article asked", () => {
  const said = () => screen.getByText(/^This story asked/).textContent;

  it("is nobody before anything came from elsewhere, and its own edition never counts", async () => {
    const own = "/news/data/files/01/0123456789abcdef/a.png";
    const body = await show(`<p>Tide</p><img src="${own}"><img src="https://a.example/x.png">`);
    fireEvent.load(body.querySelector("img") ?? body);
    expect(said()).toBe("This story asked nothing of other sites.");
  });

  it("is told as soon as a picture came or failed, a film's first picture at once", async () => {
    const body = await show(
      '<img src="https://b.example/x.png"><img src="https://a.example/y.png"><img src="https://b.example/z.png"><video src="https://never.example/f.mp4" poster="https://c.example/p.png"></video>',
    );
    expect(said()).toContain(": c.example.");
    const [first, second, third] = body.querySelectorAll("img");
    fireEvent.load(first ?? body);
    fireEvent.load(third ?? body);
    expect(said()).toContain(": b.example, c.example.");
    fireEvent.error(second ?? body);
    expect(said()).toBe(
      "This story asked other sites for pictures or sound: a.example, b.example, c.example.",
    );
  });

  it("holds a film's host only once the reader plays it", async () => {
    const body = await show('<video src="https://film.example/f.mp4"></video>');
    expect(said()).toContain("nothing");
    fireEvent.play(body.querySelector("video") ?? body);
    expect(said()).toContain(": film.example.");
  });

  it("is nobody where pictures are links", async () => {
    const html =
      '<img src="https://a.example/x.png" alt="Tide"><video src="https://b.example/f.mp4" poster="https://c.example/p.png"></video>';
    const body = await show(html, { pictures: "link" });
    expect(body.querySelector("img,[poster]")).toBeNull();
    expect(screen.getByRole("link", { name: "Picture: Tide" })).toBeInTheDocument();
    expect(said()).toContain("nothing");
  });
});

/** Clicks, says whether the app took the click, and keeps jsdom from following it. */
function isTaken(link: HTMLElement, how: MouseEventInit = {}): boolean {
  let taken = false;
  const note = (event: Event) => {
    taken = event.defaultPrevented;
    event.preventDefault();
  };
  window.addEventListener("click", note, { once: true });
  fireEvent.click(link, how);
  return taken;
}

describe("a click in an article", () => {
  it("on a link to another article hands on the path that the router knows", async () => {
    const follow = vi.fn();
    await show(`<a href="${page}">another</a>`, { onInternalLink: follow });
    expect(isTaken(screen.getByRole("link", { name: "another" }))).toBe(true);
    expect(follow).toHaveBeenCalledExactlyOnceWith("/article/ab/0123456789abcdef01/");
  });

  it.each([{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { button: 1 }])(
    "with %o is the browser's",
    async (how) => {
      const follow = vi.fn();
      await show(`<a href="${page}">another</a>`, { onInternalLink: follow });
      expect(isTaken(screen.getByRole("link", { name: "another" }), how)).toBe(false);
      expect(follow).not.toHaveBeenCalled();
    },
  );

  it("on a link that leaves is the browser's", async () => {
    const follow = vi.fn();
    await show('<a href="https://sea.example/">sea</a>', { onInternalLink: follow });
    expect(isTaken(screen.getByRole("link", { name: "sea" }))).toBe(false);
    expect(follow).not.toHaveBeenCalled();
  });

  it("on a note goes to the note, and leaves the app's address alone", async () => {
    const scroll = vi.fn();
    Element.prototype.scrollIntoView = scroll;
    const before = window.location.href;
    const steps = window.history.length;
    await show('<p><a href="#fn1">1</a></p><p id="fn1">The note</p>');
    expect(isTaken(screen.getByRole("link", { name: "1" }))).toBe(true);
    expect(document.activeElement).toBe(screen.getByText("The note"));
    expect(scroll).toHaveBeenCalledOnce();
    expect(window.location.href).toBe(before);
    // Back leads where it led before.
    expect(window.history.length).toBe(steps);
  });

  it("on a note of one article never goes to another article's", async () => {
    Element.prototype.scrollIntoView = vi.fn();
    await show('<p id="fn1">First note</p>');
    await show('<p><a href="#fn1">to the note</a></p><p id="fn1">Second note</p>');
    fireEvent.click(screen.getByRole("link", { name: "to the note" }));
    expect(document.activeElement).toBe(screen.getByText("Second note"));
  });
});
