import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { useLocation, useNavigate } from "react-router-dom";
import { unsaveArticle } from "#data/device/device.ts";
import { type LinkSaved, saveLink } from "#data/transfer/arriving/save-link.ts";
import { page } from "#model/address.ts";
import { parseSharedLink, type SharedLink } from "#model/shared-link.ts";
import { Link } from "#ui/link.tsx";
import { useMessages } from "#ui/messages/messages.tsx";
import { Notice } from "#ui/notice.tsx";
import ways from "#ui/shell/ways.messages.json";
import { useTell } from "#ui/tell.tsx";
import messages from "./share.messages.json";

/** What other apps hand over: its link is saved, and that is said. */
export function SharePage() {
  const { say } = useMessages(messages);
  const { search } = useLocation();
  const shared = useMemo(() => parseSharedLink(search), [search]);
  useEffect(() => {
    document.title = say("title");
  }, [say]);
  return shared ? (
    <Saving shared={shared} />
  ) : (
    <Notice title={say("noLink")} actions={<Ways />}>
      <p>{say("noLinkWhy")}</p>
    </Notice>
  );
}

function Saving({ shared }: { shared: SharedLink }) {
  const { say } = useMessages(messages);
  const { data, error } = useQuery({
    // Handed over once, it is saved once, however often it is drawn.
    queryKey: ["shared link", shared.link],
    queryFn: () => saveLink(shared, `${new Date().toISOString().slice(0, 19)}Z`),
    networkMode: "always",
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (data && data.kind !== "failed") return <Saved saved={data} shared={shared} />;
  if (!(data || error))
    return (
      <p role="status" className="sr-only">
        {say("saving")}
      </p>
    );
  return (
    <Notice title={say("failed")} actions={<Ways />}>
      <Shared shared={shared} />
      <p>{say(data?.why ?? "unloaded")}</p>
    </Notice>
  );
}

function Saved({ saved, shared }: { saved: LinkSaved; shared: SharedLink }) {
  const { say } = useMessages(messages);
  const { say: sayWay } = useMessages(ways);
  const navigate = useNavigate();
  const tell = useTell();
  const undo = () =>
    unsaveArticle(saved.id).then(
      () => navigate(page.saved.to(), { replace: true }),
      (error: Error) => tell({ text: error.message }),
    );
  return (
    <Notice
      title={say(saved.kind === "here" ? "here" : "saved")}
      actions={
        <>
          <Link to={page.saved.to(saved.id)}>{say("open")}</Link>
          {saved.kind === "saved" ? (
            <button type="button" onClick={() => void undo()}>
              {sayWay("undo")}
            </button>
          ) : null}
          <Ways />
        </>
      }
    >
      <Shared shared={{ ...shared, title: saved.title }} />
      <p>{say("linkAlone")}</p>
    </Notice>
  );
}

function Shared({ shared: { title, link } }: { shared: SharedLink }) {
  return (
    <p className="[overflow-wrap:anywhere]">
      <bdi className="block text-ink">{title}</bdi>
      <a
        href={link}
        target="_blank"
        rel="noopener noreferrer nofollow"
        className="inline-flex min-h-11 items-center font-sans text-small underline decoration-accent underline-offset-4"
      >
        <bdi dir="ltr">{link}</bdi>
      </a>
    </p>
  );
}

function Ways() {
  const { say } = useMessages(ways);
  return (
    <>
      <Link to={page.saved.to()}>{say("saved")}</Link>
      <Link to={page.latest.to()}>{say("latest")}</Link>
    </>
  );
}
