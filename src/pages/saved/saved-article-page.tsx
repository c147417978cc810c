import { useIsSaved, useSaved, useSavedArticle } from "#data/device/device.ts";
import { page } from "#model/address.ts";
import { Link } from "#ui/link.tsx";
import { useMessages, useSpeech } from "#ui/messages/messages.tsx";
import { Notice } from "#ui/notice.tsx";
import ways from "#ui/shell/ways.messages.json";
import { copyFailure } from "#ui/story/copy-failure.ts";
import messages from "./saved-article-page.messages.json";
import { SavedCopy } from "./saved-copy.tsx";

/** A saved copy: all of it comes from this device. */
export function SavedArticlePage({ id }: { id: string }) {
  const { data, error } = useSavedArticle(id);
  const speech = useSpeech();
  const isSaved = useIsSaved(id);
  const { isComplete, byId } = useSaved();
  const record = byId.get(id);
  if (data && record) return <SavedCopy key={id} article={data} record={record} />;
  if (!isSaved && !isComplete) return null;
  if (!isSaved || error)
    return <NoCopy reason={isSaved && error ? copyFailure(error, speech) : undefined} />;
  return null;
}

function NoCopy({ reason }: { reason: string | undefined }) {
  const { say } = useMessages(messages);
  const { say: sayWay } = useMessages(ways);
  return (
    <Notice
      title={say(reason ? "unopened" : "notHere")}
      actions={
        <>
          <Link to={page.saved.to()}>{sayWay("saved")}</Link>
          <Link to={page.latest.to()}>{sayWay("latest")}</Link>
        </>
      }
    >
      <p>{reason ?? say("why")}</p>
    </Notice>
  );
}
