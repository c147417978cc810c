import { expect, it } from "vitest";
import { withoutTracking } from "#model/tracking.ts";

it.each([
  ["https://a.example/x?utm_source=b&utm_medium=c", "https://a.example/x"],
  ["https://a.example/x?id=7&fbclid=b#part", "https://a.example/x?id=7#part"],
  ["https://a.example/x?UTM_Campaign=b&mc_eid=c&_hsenc=d&msclkid=e&q=f", "https://a.example/x?q=f"],
  ["https://a.example/x?utmost=1&reference=2", "https://a.example/x?utmost=1&reference=2"],
  ["https://a.example/x?b=%20c+d", "https://a.example/x?b=%20c+d"],
  ["https://a.example/", "https://a.example/"],
  ["not an address?utm_source=b", "not an address?utm_source=b"],
])("the address %s becomes %s", (address, without) => {
  expect(withoutTracking(address)).toBe(without);
});
