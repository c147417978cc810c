import { Suspense, useEffect, useState } from "react";
import { matchPath, useLocation } from "react-router-dom";
import { useSettings } from "#data/device/device.ts";
import { endFirstView } from "#data/quiet.ts";
import { isInQueue, page, pageOf, savedStoryIn } from "#model/address.ts";
import { LatestList } from "#pages/latest/latest-list.tsx";
import { LatestWelcome } from "#pages/latest/latest-welcome.tsx";
import messages from "#ui/filter/filter.messages.json";
import { useMessages } from "#ui/messages/messages.tsx";
import { NoticeContext } from "#ui/notice.tsx";
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
  const [isNotice, setNotice] = useState(false);
  const place = placeOf(location);
  const isAt = ({ pattern }: { pattern: string }) => matchPath(pattern, pathname) !== null;
  const savedStory = savedStoryIn(location);
  const isList = [page.latest, page.saved].some(isAt) && savedStory === null;
  // What is shared is saved, and is found there.
  const isSaved = [page.saved, page.share].some(isAt);
  const isArticle = isAt(page.article) || savedStory !== null;
  return (
    <>
      <Appearance />
      <EditionCalendar>
        <Shell
          shows={isList ? "list" : "main"}
          rail={<EditionRail place={place} />}
          // An article has the whole height of a phone; its own bar leads back. What is said in its place has none.
          tabs={isArticle && !isNotice ? null : <EditionTabs place={place} />}
          listName={isSaved ? sayWay("saved") : say("stories")}
          list={
            <ErrorBoundary resetKey={isSaved ? "saved" : "latest"}>
              <Suspense>{isSaved ? <SavedList /> : <LatestList />}</Suspense>
            </ErrorBoundary>
          }
          main={
            <ErrorBoundary resetKey={pageOf(location)}>
              <NoticeContext value={setNotice}>
                <Suspense>
                  <MainPage />
                </Suspense>
              </NoticeContext>
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
function placeOf(location: { pathname: string; search: string }): Place | null {
  const isAt = ({ pattern }: { pattern: string }) => matchPath(pattern, location.pathname) !== null;
  // A story of a queue is opened there, in the edition or in its copy.
  if (isAt(page.minutes) || isInQueue(location)) return "minutes";
  if (isAt(page.latest) || isAt(page.article)) return "latest";
  if (isAt(page.saved) || isAt(page.share)) return "saved";
  // Views are filters, and are reached from them.
  if (isAt(page.tags) || isAt(page.views)) return "tags";
  // Backups are reached from the settings, and stand in their place.
  return isAt(page.settings) || isAt(page.transfer) ? "settings" : null;
}
