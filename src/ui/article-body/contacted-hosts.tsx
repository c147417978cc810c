import { Fragment, useCallback, useState } from "react";
import { useLanguage, useMessages } from "#ui/messages/messages.tsx";
import messages from "./contacted-hosts.messages.json";

/**
 * Notes the other hosts that are asked for an article's pictures and media, from the moment its body is drawn.
 *
 * @returns the ref for the body, and the hosts' names, sorted.
 */
export function useContactedHosts(): [(body: HTMLElement) => () => void, readonly string[]] {
  const [hosts, setHosts] = useState<readonly string[]>([]);
  const listen = useCallback((body: HTMLElement) => {
    const add = (addresses: readonly string[]) => {
      const found = addresses.map(otherHost).filter((host) => host !== null);
      if (found.length === 0) return;
      setHosts((known) => {
        const all = new Set([...known, ...found]);
        return all.size === known.length ? known : [...all].sort();
      });
    };
    const note = ({ target }: Event) => add(askedFor(target));
    // A film's first picture is asked for as soon as it is drawn, and no event says so.
    add([...body.querySelectorAll("video")].map(({ poster }) => poster));
    for (const name of EVENTS) body.addEventListener(name, note, { capture: true });
    return () => {
      for (const name of EVENTS) body.removeEventListener(name, note, { capture: true });
    };
  }, []);
  return [listen, hosts];
}

/** Of pictures, those that say that one came or did not; of media, that the reader wants them. They don't bubble. */
const EVENTS = ["load", "error", "play"] as const;

function askedFor(target: EventTarget | null): string[] {
  if (target instanceof HTMLImageElement) return [target.currentSrc || target.src];
  if (target instanceof HTMLSourceElement) return [target.src];
  return target instanceof HTMLMediaElement ? [target.currentSrc || target.src] : [];
}

/** Null for the edition's own host, and for what is asked of nobody, such as `data:`. */
function otherHost(address: string): string | null {
  if (!/^https?:/.test(address) || !URL.canParse(address)) return null;
  const { host } = new URL(address);
  return host === window.location.host ? null : host;
}

/** Tells whom an article's pictures and media were asked of so far. */
export function ContactedHosts({ hosts }: { hosts: readonly string[] }) {
  const { say, rich } = useMessages(messages);
  const { language } = useLanguage();
  const all = hosts.map((host, index) => (
    <Fragment key={host}>
      {index === 0 ? null : say("comma")}
      <bdi>{host}</bdi>
    </Fragment>
  ));
  return (
    <p className="no-print mt-8 text-small text-faint [overflow-wrap:anywhere]" lang={language}>
      {hosts.length === 0 ? say("none") : rich("some", { h: () => all })}
    </p>
  );
}
