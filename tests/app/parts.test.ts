import { afterEach, expect, it, vi } from "vitest";

const { sanitizeArticle } = vi.hoisted(() => ({ sanitizeArticle: vi.fn() }));
vi.mock("#ui/article-body/sanitize-article.ts", () => ({ sanitizeArticle }));

import { loadAllParts, SettingsPage, TagsPage } from "#app/parts.ts";

afterEach(() => sanitizeArticle.mockClear());

it("all parts are loaded ahead, and the sanitizer has run once before somebody waits for it", async () => {
  await loadAllParts(() => true);
  expect([TagsPage.isThere(), SettingsPage.isThere()]).toEqual([true, true]);
  expect(sanitizeArticle).toHaveBeenCalledOnce();
});

it("nothing more is loaded where nobody wants it any more", async () => {
  await loadAllParts(() => false);
  expect(sanitizeArticle).not.toHaveBeenCalled();
});
