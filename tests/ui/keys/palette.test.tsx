import { render, screen } from "@testing-library/react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Palette } from "#ui/keys/palette.tsx";

const findings = Array.from({ length: 40 }, (_, at) => ({
  id: `do-${at}`,
  label: `Command ${at}`,
  run: () => undefined,
}));

const palette = (
  <Palette
    text=""
    onText={() => undefined}
    groups={[
      { name: "Commands", findings },
      { name: "Terms", findings: [{ id: "tag-tides", label: "tides", run: () => undefined }] },
    ]}
    isLoading={false}
    onClose={() => undefined}
  />
);

it("opens with the findings in sight, and draws the others behind its first frame", async () => {
  const first = renderToStaticMarkup(palette);
  expect(first.match(/role="option"/g)).toHaveLength(12);
  expect(first).not.toContain("Terms");
  HTMLDialogElement.prototype.showModal ??= () => undefined;
  HTMLDialogElement.prototype.close ??= () => undefined;
  render(palette);
  expect(await screen.findAllByRole("option", { hidden: true })).toHaveLength(41);
  expect(screen.getByText("Terms")).toBeInTheDocument();
});
