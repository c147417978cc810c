import { afterEach, expect, it } from "vitest";
import { connectTabs } from "#data/device/other-tabs.ts";

const opened: BroadcastChannel[] = [];

function openChannel(): BroadcastChannel {
  const channel = new BroadcastChannel("other-tabs");
  opened.push(channel);
  return channel;
}

afterEach(() => {
  for (const channel of opened.splice(0)) channel.close();
});

function heardBy(connect: () => BroadcastChannel) {
  const heard: (string | null)[] = [];
  const tabs = connectTabs(window, connect);
  const stop = tabs.listen((key) => heard.push(key));
  return { heard, stop, tabs };
}

it("a tab hears what another one announces", async () => {
  const [one, two] = [heardBy(openChannel), heardBy(openChannel)];
  one.tabs.announce("offprint:settings");
  await expect.poll(() => two.heard).toEqual(["offprint:settings"]);
  expect(one.heard).toEqual([]);
});

it("a message in no form that we know means: look at everything", async () => {
  const { heard } = heardBy(openChannel);
  openChannel().postMessage({ more: true });
  await expect.poll(() => heard).toEqual([null]);
});

const denied = () => {
  throw new DOMException("denied", "SecurityError");
};

it("without a channel a tab still hears the storage, and that all was cleared", () => {
  const { heard, stop, tabs } = heardBy(denied);
  window.dispatchEvent(new StorageEvent("storage", { key: "offprint:settings" }));
  window.dispatchEvent(new StorageEvent("storage", { key: null }));
  tabs.announce("x");
  expect(heard).toEqual(["offprint:settings", null]);
  stop();
  window.dispatchEvent(new StorageEvent("storage", { key: "offprint:settings" }));
  expect(heard).toHaveLength(2);
});

it("a page that comes back to sight, or out of the back/forward cache, looks again", () => {
  const { heard } = heardBy(denied);
  document.dispatchEvent(new Event("visibilitychange"));
  expect(heard).toEqual([null]);
  window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: false }));
  expect(heard).toEqual([null]);
  window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
  expect(heard).toEqual([null, null]);
});
