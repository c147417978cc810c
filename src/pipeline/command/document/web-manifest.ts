import { page } from "#model/address.ts";
import type { FirstView, Imprint } from "#model/first-view.ts";

/**
 * Writes the edition's own into the app's manifest: its name and language, and the places that its icon offers.
 *
 * @param app the manifest that the app was built with
 * @see https://www.w3.org/TR/appmanifest/
 */
export function nameApp(
  app: string,
  { title, language }: Pick<Imprint, "title" | "language">,
  names: FirstView["placeNames"],
): string {
  const shortcut = (name: string, { pathname }: { pathname: string }) => ({
    name,
    url: `.${pathname}`,
    icons: [{ src: "./icon-512.png", type: "image/png", sizes: "512x512" }],
  });
  const manifest = {
    ...JSON.parse(app),
    name: title,
    short_name: title,
    lang: language,
    shortcuts: [shortcut(names.latest, page.latest.to()), shortcut(names.saved, page.saved.to())],
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
