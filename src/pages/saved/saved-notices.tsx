import { Link } from "react-router-dom";
import type { useSaved } from "#data/device/device.ts";
import { page } from "#model/address.ts";
import { Notice } from "#ui/notice.tsx";

/** What stands in place of the list when nothing is in it. */
export function NothingSaved({ hasAny }: { hasAny: boolean }) {
  if (hasAny) {
    return (
      <Notice
        title="None of them fits"
        headingLevel={2}
        actions={<Link to={page.saved.to()}>All saved stories</Link>}
      >
        <p>
          What you saved is all still here; the sentence above, or the words you look for, leave
          none.
        </p>
      </Notice>
    );
  }
  return (
    <Notice
      title="Nothing is saved yet"
      headingLevel={2}
      actions={<Link to={page.latest.to()}>The latest stories</Link>}
    >
      <p>
        Press the ribbon on a story to keep a copy of it here, on this device. It stays when the
        story is taken down, and it opens with the network off.
      </p>
    </Notice>
  );
}

/** Says what of the stored things can't be read, and where nothing can be stored. */
export function Unreadable({
  values,
  isKept,
}: {
  values: ReturnType<typeof useSaved>["unreadable"];
  isKept: boolean;
}) {
  if (isKept && values.length === 0) return null;
  return (
    <div
      role="alert"
      className="border-b border-rule bg-raised px-4 py-3 text-small text-soft wide:px-6"
    >
      {isKept ? null : (
        <p>
          This browser lets the site store nothing: what you save is gone when the page is closed.
        </p>
      )}
      {values.length === 0 ? null : (
        <details>
          <summary className="min-h-8 cursor-pointer">
            {values.length === 1
              ? "1 saved story can’t be read. It is left as it is."
              : `${values.length} saved stories can’t be read. They are left as they are.`}
          </summary>
          <ul className="mt-1 space-y-1">
            {values.map(({ key, reason }) => (
              <li key={key}>
                <code>{key}</code>: {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
