import { fireEvent } from "@testing-library/react";

/** Has a panel open, as its button does in a browser: jsdom knows no popovers. */
export function openPanel(within: ParentNode, id: string): void {
  const panel = within.querySelector(`[popover][id="${id}"]`);
  if (!panel) throw new Error(`There is no panel ${id}.`);
  for (const name of ["beforetoggle", "toggle"]) {
    fireEvent(panel, Object.assign(new Event(name), { newState: "open" }));
  }
}
