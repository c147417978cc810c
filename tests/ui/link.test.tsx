import { fireEvent, render, screen } from "@testing-library/react";
import { memo } from "react";
import { MemoryRouter, useLocation, useNavigate } from "react-router-dom";
import { expect, it, vi } from "vitest";
import { Link } from "#ui/link.tsx";

function Here() {
  const { pathname, search, hash, state } = useLocation();
  return <output>{JSON.stringify([pathname + search + hash, state])}</output>;
}

function draw(link: React.ReactNode, basename = "/") {
  render(
    <MemoryRouter basename={basename} initialEntries={[`${basename}saved/`]}>
      {link}
      <Here />
    </MemoryRouter>,
  );
  return { link: screen.getByRole("link"), here: () => screen.getByRole("status").textContent };
}

it("a link goes to its place below the edition's base, and tells it what it is given", () => {
  const { link, here } = draw(
    <Link to={{ pathname: "/tags/", search: "?t=a%2Fb", hash: "#end" }} state={{ digest: "1" }}>
      Tags
    </Link>,
    "/news/",
  );
  expect(link).toHaveAttribute("href", "/news/tags/?t=a%2Fb#end");
  fireEvent.click(link);
  expect(here()).toBe('["/tags/?t=a%2Fb#end",{"digest":"1"}]');
});

it("the newest stories stand at the edition's base itself", () => {
  const { link, here } = draw(<Link to={{ pathname: "/" }}>Latest</Link>, "/news/");
  expect(link).toHaveAttribute("href", "/news/");
  fireEvent.click(link);
  expect(here()).toBe('["/",null]');
});

it.each([
  { ctrlKey: true },
  { metaKey: true },
  { shiftKey: true },
  { altKey: true },
  { button: 1 },
])("a press that asks the browser for something else is the browser's: %o", (press) => {
  const { link, here } = draw(<Link to={{ pathname: "/tags/" }}>Tags</Link>);
  // jsdom would say that it can't go anywhere.
  link.addEventListener("click", (event) => event.preventDefault());
  const isUntouched = vi.fn();
  link.parentElement?.addEventListener("click", (event) => isUntouched(event.defaultPrevented), {
    capture: true,
  });
  fireEvent.click(link, press);
  expect(isUntouched).toHaveBeenCalledWith(false);
  expect(here()).toBe('["/saved/",null]');
});

it("what is done with a press before may keep the link from going", () => {
  const { link, here } = draw(
    <Link to={{ pathname: "/tags/" }} onClick={(event) => event.preventDefault()}>
      Tags
    </Link>,
  );
  fireEvent.click(link);
  expect(here()).toBe('["/saved/",null]');
});

it("a step of the reader draws no link anew", () => {
  const drawn = vi.fn();
  const Counted = memo(function Counted() {
    return (
      <Link
        to={{
          get pathname() {
            drawn();
            return "/tags/";
          },
        }}
      >
        Tags
      </Link>
    );
  });
  function Step() {
    const navigate = useNavigate();
    return <button type="button" onClick={() => navigate("/settings/")} />;
  }
  const { here } = draw(
    <>
      <Counted />
      <Step />
    </>,
  );
  const before = drawn.mock.calls.length;
  expect(before).toBeGreaterThan(0);
  fireEvent.click(screen.getByRole("button"));
  expect(here()).toBe('["/settings/",null]');
  expect(drawn).toHaveBeenCalledTimes(before);
});
