import { page } from "#model/address.ts";
import { filterFromSearch } from "#model/filter.ts";
import { parseLastPlace } from "#model/last-place.ts";
import { isStart } from "#model/start.ts";
import { dayFromSearch } from "#model/wanted-day.ts";
import { deviceStorage } from "./device/device.ts";
import { storageKey } from "./device/storage-keys.ts";
import { editionBase } from "./edition/edition-base.ts";
import { parsePlace, readPlace, writePlace } from "./list-place.ts";

/** Notes where an installed app is, and how far its list is scrolled there, for when it is started again. */
export function keepLastPlace(place: string): void {
  deviceStorage.set(storageKey.lastPlace(), place);
  const list = readPlace(viewAt(place));
  if (list) deviceStorage.set(storageKey.lastListPlace(), JSON.stringify(list));
  else deviceStorage.remove(storageKey.lastListPlace());
}

/** Puts the place that was noted last in the address, where that is the one with which an installed app starts. */
export function openLastPlace(): void {
  if (!isStart(location.search)) return;
  const place = parseLastPlace(deviceStorage.get(storageKey.lastPlace()));
  history.replaceState(null, "", editionBase() + place.slice(1));
  const list = parsePlace(deviceStorage.get(storageKey.lastListPlace()));
  if (list) writePlace(viewAt(place), list);
}

/** What the list of stories at an address is called. */
function viewAt(place: string): string {
  const { search } = new URL(place, location.origin);
  return page.latest.to(filterFromSearch(search), dayFromSearch(search)).search;
}
