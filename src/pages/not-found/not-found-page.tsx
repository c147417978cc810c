import { page } from "#model/address.ts";
import { Link } from "#ui/link.tsx";
import { useMessages } from "#ui/messages/messages.tsx";
import { Notice } from "#ui/notice.tsx";
import ways from "#ui/shell/ways.messages.json";
import messages from "./not-found.messages.json";

/** What stands at an address that is none of the app's. */
export function NotFoundPage() {
  const { say } = useMessages(messages);
  const { say: sayWay } = useMessages(ways);
  return (
    <Notice
      title={say("title")}
      actions={
        <>
          <Link to={page.latest.to()}>{sayWay("latest")}</Link>
          <Link to={page.saved.to()}>{sayWay("saved")}</Link>
        </>
      }
    >
      <p>{say("why")}</p>
    </Notice>
  );
}
