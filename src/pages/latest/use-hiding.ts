import { useState } from "react";
import { useNavigationType } from "react-router-dom";
import { useHasMutes } from "#data/device/device.ts";
import type { Filter } from "#model/filter.ts";
import { placeBelowTop } from "./place-below-top.ts";

/** Says whether anything is to be hidden in a list, and how far the reader was in it. */
export function useHiding(filter: Filter, view: string) {
  const isOn = useHasMutes() || filter.hidesRead === true;
  const [wasOn] = useState(isOn);
  // The same list, of which something is hidden from now on while it is open.
  const isNew = isOn !== wasOn;
  const isBack = useNavigationType() === "POP";
  return { isOn, isNew, goal: isBack || isNew ? (placeBelowTop(view)?.index ?? 0) : 0 };
}
