import { fireEvent, render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { useCover } from "#ui/use-cover.ts";

function Cover({ onPress }: { onPress: () => void }) {
  const cover = useCover<HTMLParagraphElement>();
  return (
    <>
      <p ref={cover}>
        <button type="button" onClick={onPress}>
          Undo
        </button>
      </p>
      <button type="button" onClick={onPress}>
        Beneath
      </button>
    </>
  );
}

function show() {
  const onPress = vi.fn();
  render(<Cover onPress={onPress} />);
  const [undo, beneath] = screen.getAllByRole("button");
  vi.spyOn(screen.getByRole("paragraph"), "getBoundingClientRect").mockReturnValue(
    new DOMRect(10, 600, 300, 50),
  );
  const press = (button: HTMLElement | undefined, detail: number, clientY: number) =>
    fireEvent.click(button ?? document.body, { detail, clientX: 100, clientY });
  return { onPress, undo, beneath, press };
}

it("what is covered is not pressed through what covers it", () => {
  const { onPress, beneath, press } = show();
  press(beneath, 1, 620);
  expect(onPress).not.toHaveBeenCalled();
});

it.each([
  ["what stands beside it is pressed", 1, 500],
  ["what is covered is pressed by keys", 0, 620],
])("%s", (_, detail, height) => {
  const { onPress, beneath, press } = show();
  press(beneath, detail, height);
  expect(onPress).toHaveBeenCalledOnce();
});

it("what stands on it is pressed", () => {
  const { onPress, undo, press } = show();
  press(undo, 1, 620);
  expect(onPress).toHaveBeenCalledOnce();
});
