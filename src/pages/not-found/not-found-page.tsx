import { Link } from "react-router-dom";
import { page } from "#model/address.ts";
import { Notice } from "#ui/notice.tsx";

/** What stands at an address that is none of the app's. */
export function NotFoundPage() {
  return (
    <Notice
      title="There is no page at this address"
      actions={
        <>
          <Link to={page.latest.to()}>The latest stories</Link>
          <Link to={page.saved.to()}>Saved stories</Link>
        </>
      }
    >
      <p>
        The address may have been cut short when it was copied, or the story has been taken down.
      </p>
    </Notice>
  );
}
