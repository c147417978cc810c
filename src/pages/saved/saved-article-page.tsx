import { Link } from "react-router-dom";
import { useIsSaved, useSaved, useSavedArticle } from "#data/device/device.ts";
import { page } from "#model/address.ts";
import { Notice } from "#ui/notice.tsx";
import { SavedCopy } from "./saved-copy.tsx";

/** A saved copy: all of it comes from this device. */
export function SavedArticlePage({ id }: { id: string }) {
  const { data, error } = useSavedArticle(id);
  const isSaved = useIsSaved(id);
  const { isComplete, byId } = useSaved();
  const record = byId.get(id);
  if (data && record) return <SavedCopy key={id} article={data} record={record} />;
  if (!isSaved && !isComplete) return null;
  if (!isSaved || error) return <NoCopy reason={isSaved ? error?.message : undefined} />;
  return null;
}

function NoCopy({ reason }: { reason: string | undefined }) {
  return (
    <Notice
      title={reason ? "This copy can’t be opened" : "This story is not saved here"}
      actions={
        <>
          <Link to={page.saved.to()}>Saved stories</Link>
          <Link to={page.latest.to()}>The latest stories</Link>
        </>
      }
    >
      <p>
        {reason ??
          "It was taken out, or it was saved in another browser: what you save stays on the device on which you save it."}
      </p>
    </Notice>
  );
}
