import { render, screen } from "@testing-library/react";
import { Suspense } from "react";
import { expect, it } from "vitest";
import { createPart } from "#ui/part.tsx";

function Ice({ name }: { name: string }) {
  return <p>Ice in {name}</p>;
}

function show(Part: ReturnType<typeof createPart<{ name: string }>>) {
  render(
    <Suspense fallback={<p>Wait</p>}>
      <Part name="March" />
    </Suspense>,
  );
}

it("a part that is there already is drawn at once", async () => {
  const Part = createPart(async () => Ice);
  expect(Part.isThere()).toBe(false);
  await Part.load();
  expect(Part.isThere()).toBe(true);
  show(Part);
  expect(screen.getByText("Ice in March")).toBeInTheDocument();
});

it("a part that is not there yet is waited for", async () => {
  show(createPart(async () => Ice));
  expect(screen.getByText("Wait")).toBeInTheDocument();
  expect(await screen.findByText("Ice in March")).toBeInTheDocument();
});

it("a part that could not be fetched is fetched anew", async () => {
  let tries = 0;
  const Part = createPart(async () => {
    tries++;
    if (tries === 1) throw new TypeError("network gone");
    return Ice;
  });
  await expect(Part.load()).rejects.toThrow("network gone");
  await Part.load();
  await Part.load();
  expect(tries).toBe(2);
});
