import { useEffect } from "preact/hooks";
import { useFocus, useSending } from "../look/asking.ts";
import { Notice, ProblemNotice } from "../look/notice.tsx";
import { stopNewsWords } from "../words/stop-news.ts";
import { api } from "./api.ts";

interface StopNewsProps {
  /** The key that the link of a message brought. */
  readonly newsKey: string;
  readonly stopped: boolean;
  readonly onStopped: () => void;
}

/** Asks for one press to end the messages about new receipts. Opening the link alone ends nothing: mail programs open links. */
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
