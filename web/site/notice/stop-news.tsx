import { useEffect } from "preact/hooks";
import { useFocus, useSending } from "../../look/asking.ts";
import { Notice, ProblemNotice } from "../../look/notice.tsx";
import { api } from "../api.ts";
import { stopNewsWords } from "./stop-news.words.ts";

interface StopNewsProps {
  /** The key in the link of a message about a new receipt. */
  readonly newsKey: string;
  /** Whether the messages were ended on this page. */
  readonly stopped: boolean;
  readonly onStopped: () => void;
}

/**
 * Renders a button that ends the messages about new receipts, without a sign-in; once `stopped`, says that they ended.
 * Opening the link alone ends nothing, because mail programs open links by themselves. Removes the key from the
 * address.
 */
export function StopNews({ newsKey, stopped, onStopped }: StopNewsProps) {
  const heading = useFocus<HTMLHeadingElement>(stopped);
  const { problem, busy, onSubmit } = useSending(() => api.stopOpenNews({ params: { newsKey } }), onStopped);
  // The key does not stay in the address, where others may read it.
  useEffect(() => history.replaceState(null, "", location.pathname), []);
  return (
    <section>
      <h2 tabIndex={-1} ref={heading}>
        {stopNewsWords.title}
      </h2>
      {stopped ? (
        <Notice tone="good">
          <p>{stopNewsWords.stopped}</p>
        </Notice>
      ) : (
        <form method="dialog" noValidate onSubmit={onSubmit}>
          <p>{stopNewsWords.text}</p>
          {problem && <ProblemNotice problem={problem} />}
          <button type="submit" class="button" aria-busy={busy || undefined}>
            {stopNewsWords.stop}
          </button>
        </form>
      )}
    </section>
  );
}
