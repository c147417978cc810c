import type { ReactNode } from "react";
import { page } from "#model/address.ts";
import type { Filter } from "#model/filter.ts";
import type { Term } from "#model/term.ts";
import messages from "#ui/filter/filter.messages.json";
import { ListHead } from "#ui/filter/filter-sentence.tsx";
import { useMessages } from "#ui/messages/messages.tsx";

/** The head of the list of stories; without a number as long as that is not known, or where it can't be had. */
export function LatestHead(props: {
  filter: Filter;
  labelOf: (term: Term) => string;
  total: number | null | undefined;
  onDay?: (() => void) | undefined;
  isAskingDay?: boolean;
  onMore?: ((button: HTMLElement) => void) | undefined;
  /** What else is to be said of the list. */
  note?: ReactNode;
  children?: ReactNode;
}) {
  const { say } = useMessages(messages);
  return (
    <ListHead
      onMore={ignore}
      {...props}
      toFilter={page.latest.to}
      plain={say("latest")}
      subject={say("stories")}
      toChoose={page.tags.to(props.filter)}
    />
  );
}

/** The button has its place before there is anything that it could open. */
function ignore() {}
