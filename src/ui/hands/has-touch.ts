/** Whether this device has anything that is touched. */
export function hasTouch(): boolean {
  return navigator.maxTouchPoints > 0;
}
