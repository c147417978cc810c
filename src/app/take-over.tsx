import { QueryClient } from "@tanstack/react-query";
import { StrictMode, startTransition, useLayoutEffect } from "react";
import { createRoot } from "react-dom/client";
import { matchPath } from "react-router-dom";
import { hasViews } from "#data/device/device.ts";
import { admitCarried, type Carried, carriedHere, isOfAddress } from "#data/edition/carried.ts";
import { editionBase } from "#data/edition/edition-base.ts";
import { preloadOrder } from "#data/edition/use-order.ts";
import { writePlace } from "#data/list-place.ts";
import { endFirstView } from "#data/quiet.ts";
import { page } from "#model/address.ts";
import { filterFromSearch, isEmptyFilter } from "#model/filter.ts";
import { isStart } from "#model/start.ts";
import { placeBelowTop } from "#pages/latest/place-below-top.ts";
import { WholeList } from "#pages/latest/whole-list.ts";
import { hasEarlyKeys } from "#ui/keys/early-keys.ts";
import { nextTask } from "#ui/next-task.ts";
import { placeInRows } from "#ui/story/first-rows.tsx";
import { watchReader } from "#ui/watch-reader.ts";
import { App } from "./app.tsx";
import { ArticlePage, RailViews, SavedList } from "./parts.ts";
import { loadFirstSpeech } from "./speaking.tsx";
import { loadTermFace } from "./term-face.ts";

/**
 * Lets the app take the place of what its document shows. Where the two show the same, everything that the app needs
 * for it is there before it begins, so that one frame shows the one and the next the other.
 *
 * @param pressAgain presses what the reader has pressed meanwhile, once it answers
 */
export async function takeOver(root: HTMLElement, pressAgain: () => void = ignore): Promise<void> {
  // Where it can't be loaded, the list opens.
  if (isStart(location.search)) await goToLastPlace().catch(ignore);
  const client = new QueryClient();
  // It comes while the rest of the app is made ready.
  if (isAtSaved()) void SavedList.load().catch(ignore);
  const speaking = loadFirstSpeech();
  const face = isEmptyFilter(filterFromSearch(location.search)) ? undefined : loadTermFace();
  const carried = carriedHere();
  await nextTask();
  if (carried) admitCarried(carried, client);
  // What stands in the rail must not push away what is there already.
  const rail = hasViews() ? RailViews.load().catch(ignore) : undefined;
  if (carried && isOfAddress(carried, location)) await prepare(carried, client);
  else endFirstView();
  await rail;
  const place = placeInRows(document.getElementById("list-pane"));
  if (place) writePlace("", place);
  if (place ?? placeBelowTop("")) await WholeList.load().catch(() => undefined);
  const speech = await speaking;
  await face;
  const restore = watchReader(root);
  const arrive = () => {
    restore();
    // Behind the effects by which the parts begin to listen.
    setTimeout(pressAgain);
    if (hasEarlyKeys()) endFirstView();
  };
  // Who does something wants all of the app.
  for (const deed of ["pointerdown", "keydown", "wheel", "touchmove"]) {
    addEventListener(deed, endFirstView, { once: true, passive: true });
  }
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <Arrival onArrival={arrive} />
        <App client={client} speech={speech} />
      </StrictMode>,
    ),
  );
}

function ignore() {}

function isAtSaved(): boolean {
  return (
    matchPath(page.saved.pattern, `/${location.pathname.slice(editionBase().length)}`) !== null
  );
}

async function goToLastPlace(): Promise<void> {
  const { openLastPlace } = await import("#data/last-place.ts");
  openLastPlace();
}

/** Makes everything ready for the same view; what fails is told by the app itself. */
async function prepare(carried: Carried, client: QueryClient): Promise<void> {
  const parts =
    carried.kind === "article" ? ArticlePage.load() : preloadOrder(client, carried.manifest);
  await parts.catch(() => undefined);
}

/** Calls back in the frame in which the app stands for the first time. */
function Arrival({ onArrival }: { onArrival: () => void }) {
  useLayoutEffect(onArrival, [onArrival]);
  return null;
}
