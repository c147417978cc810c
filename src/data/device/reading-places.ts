import { deviceStorage } from "./device.ts";
import { createPositions } from "./positions.ts";

/** How far each article was read; apart from the other stores, since no list needs it. */
export const positions = createPositions(deviceStorage, () => new Date());
