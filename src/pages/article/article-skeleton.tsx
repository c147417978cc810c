import { useMessages } from "#ui/messages/messages.tsx";
import messages from "./article-skeleton.messages.json";

/** Stands where an article is about to be; nothing of it shows in the first moments. */
export function ArticleSkeleton() {
  const { say } = useMessages(messages);
  return (
    <div
      role="status"
      aria-label={say("loading")}
      className="reading mx-auto px-5 pt-16 wide:px-6 full:px-10"
    >
      <div className="loading-bar h-4 w-1/4" />
      <div className="loading-bar mt-5 h-9 w-11/12" />
      <div className="loading-bar mt-3 h-9 w-3/5" />
      <div className="loading-bar mt-12 h-4 w-full" />
      <div className="loading-bar mt-4 h-4 w-full" />
      <div className="loading-bar mt-4 h-4 w-4/5" />
    </div>
  );
}
