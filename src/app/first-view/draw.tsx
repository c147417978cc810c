import { renderToStaticMarkup } from "react-dom/server";
import type { FirstView, Imprint } from "#model/first-view.ts";
import { messagesOf } from "#ui/messages/messages.tsx";
import places from "#ui/shell/navigation.messages.json";
import { createArticleDrawer } from "./article-drawer.ts";
import { cleanBody } from "./clean-body.ts";
import { escapeQuoted, trimMarkup } from "./drawn-markup.ts";
import { FirstList } from "./first-list.tsx";
import { drawSamples } from "./sample.ts";
import { speechOf } from "./speeches.ts";

// The app's other front door, through which the pipeline has the first view drawn: the bundler makes one file of it,
// which runs without a browser.

/** Makes what draws the first view in the documents of an edition. */
export function createFirstView(imprint: Imprint): FirstView {
  const speech = speechOf(imprint.language);
  const { say } = messagesOf(places, speech);
  return {
    list: (manifest, head) => {
      const list = (
        <FirstList manifest={manifest} head={head} base={imprint.base} speech={speech} />
      );
      const data = escapeQuoted(JSON.stringify(manifest));
      const stories = [...head.pinned, ...head.newest];
      return trimMarkup(renderToStaticMarkup(list))
        .replace(
          /<ol aria-label="[^"]*"/,
          (start) => `${start} data-pinned="${head.pinned.length}" data-manifest='${data}'`,
        )
        .replace(/ data-story="(\d+)"/g, (_, index) => {
          return ` data-story='${escapeQuoted(JSON.stringify(stories[index]))}'`;
        });
    },
    article: createArticleDrawer(imprint, speech),
    placeNames: { latest: say("latest"), saved: say("saved") },
    text: ({ body, link }) => cleanBody(body, { baseUrl: link, base: imprint.base }, speech),
  };
}

/** A list and an article with every part, in which the build of the app finds the styles of the first view. */
export const samples = () => drawSamples(createFirstView);
