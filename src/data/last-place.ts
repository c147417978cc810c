import { parseLastPlace } from "#model/last-place.ts";
import { isStart } from "#model/start.ts";
import { deviceStorage } from "./device/device.ts";
import { storageKey } from "./device/storage-keys.ts";
import { editionBase } from "./edition/edition-base.ts";

/** Notes where an installed app is, for when it is started again. */
export function keepLastPlace(place: string): void {
  deviceStorage.set(storageKey.lastPlace(), place);
}

/** Puts the place that was noted last in the address, where that is the one with which an installed app starts. */
export function openLastPlace(): void {
  if (!isStart(location.search)) return;
  const place = parseLastPlace(deviceStorage.get(storageKey.lastPlace()));
  history.replaceState(null, "", editionBase() + place.slice(1));
}
