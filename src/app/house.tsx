import { Suspense, useEffect } from "react";
import { matchPath, useLocation } from "react-router-dom";
import { useSettings } from "#data/device/device.ts";
import { endFirstView } from "#data/quiet.ts";
import { page, pageOf, savedStoryIn } from "#model/address.ts";
import { LatestList } from "#pages/latest/latest-list.tsx";
import { LatestWelcome } from "#pages/latest/latest-welcome.tsx";
import messages from "#ui/filter/filter.messages.json";
import { useMessages } from "#ui/messages/messages.tsx";
import type { Place } from "#ui/shell/navigation.tsx";
import { Shell } from "#ui/shell/shell.tsx";
import ways from "#ui/shell/ways.messages.json";
import { ErrorBoundary } from "./error-boundary.tsx";
import { useNotedFocus } from "./noted-focus.ts";
import {
  ArticlePage,
  loadAllParts,
  MinutesPage,
  NotFoundPage,
  SavedArticlePage,
  SavedList,
  SavedWelcome,
  SettingsPage,
  SharePage,
  TagsPage,
  TransferPage,
  ViewsPage,
} from "./parts.ts";
import { EditionCalendar, EditionRail, EditionTabs } from "./sides.tsx";
import { loadTermFace } from "./term-face.ts";
import { useAppearance } from "./use-appearance.ts";
import { usePageFocus } from "./use-page-focus.ts";

/** After so long the first view is drawn, on a slow phone too. */
const QUIET_MS = 1500;

/** Which page stands in which pane at which address. */
export function House() {
  const { say } = useMessages(messages);
  const { say: sayWay } = useMessages(ways);
  const location = useLocation();
  const { pathname } = location;
  usePageFocus();
  useNotedFocus();
  useEffect(() => {
    // Behind what the reader waits for. What can't be loaded now is asked for again, and told, when it is needed.
    let isOpen = true;
    const timer = setTimeout(() => {
      endFirstView();
      void loadAllParts(() => isOpen).catch(() => undefined);
      void loadTermFace();
    }, QUIET_MS);
    return () => {
      isOpen = false;
      clearTimeout(timer);
    };
  }, []);
  const place = placeOf(pathname);
  const isSaved = place === "saved";
  const isAt = ({ pattern }: { pattern: string }) => matchPath(pattern, pathname) !== null;
  const savedStory = savedStoryIn(location);
  const isList = [page.latest, page.saved].some(isAt) && savedStory === null;
  const isArticle = isAt(page.article) || savedStory !== null;
  return (
    <>
      <Appearance />
      <EditionCalendar>
        <Shell
          shows={isList ? "list" : "main"}
          rail={<EditionRail place={place} />}
          // An article has the whole height of a phone; its own bar leads back.
          tabs={isArticle ? null : <EditionTabs place={place} />}
          listName={isSaved ? sayWay("saved") : say("stories")}
          list={
            <ErrorBoundary resetKey={isSaved ? "saved" : "latest"}>
              <Suspense>{isSaved ? <SavedList /> : <LatestList />}</Suspense>
            </ErrorBoundary>
          }
          main={
            <ErrorBoundary resetKey={pageOf(location)}>
              <Suspense>
                <MainPage />
              </Suspense>
            </ErrorBoundary>
          }
        />
      </EditionCalendar>
    </>
  );
}

/** Apart from the house: what is chosen shows at once, and draws nothing anew that looks to the style sheet alone. */
function Appearance() {
  const [settings] = useSettings();
  useAppearance(settings);
  return null;
}

/** The page that the address names. The router's own routes would bring a fifth of its code for these seven. */
function MainPage() {
  const location = useLocation();
  const isAt = ({ pattern }: { pattern: string }) => matchPath(pattern, location.pathname) !== null;
  if (isAt(page.latest)) return <LatestWelcome />;
  if (isAt(page.article)) return <ArticlePage />;
  if (isAt(page.tags)) return <TagsPage />;
  if (isAt(page.settings)) return <SettingsPage />;
  if (isAt(page.transfer)) return <TransferPage />;
  if (isAt(page.share)) return <SharePage />;
  if (isAt(page.views)) return <ViewsPage />;
  if (isAt(page.minutes)) return <MinutesPage />;
  if (!isAt(page.saved)) return <NotFoundPage />;
  const story = savedStoryIn(location);
  return story === null ? <SavedWelcome /> : <SavedArticlePage id={story} />;
}

/** The place that the rail and the bar mark as the one where one is. */
function placeOf(pathname: string): Place | null {
  if (pathname === page.latest.pattern || matchPath(page.article.pattern, pathname))
    return "latest";
  // What is shared is saved, and is found there.
  if ([page.saved, page.share].some(({ pattern }) => matchPath(pattern, pathname))) return "saved";
  if (matchPath(page.minutes.pattern, pathname)) return "minutes";
  // Views are filters, and are reached from them.
  if ([page.tags, page.views].some(({ pattern }) => matchPath(pattern, pathname))) return "tags";
  // Backups are reached from the settings, and stand in their place.
  const isSettings = [page.settings, page.transfer].some(({ pattern }) =>
    matchPath(pattern, pathname),
  );
  return isSettings ? "settings" : null;
}
