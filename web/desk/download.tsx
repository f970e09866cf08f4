import { useState } from "preact/hooks";
import type { ClientProblem, Outcome } from "../client.ts";
import { DeskProblem } from "./page.tsx";

interface DownloadProps {
  /** Asks the API for the file's address, which is valid for a minute. */
  readonly ask: () => Promise<Outcome<{ readonly url: string }>>;
  /** What is downloaded, for screen readers. */
  readonly of?: string;
  readonly children: string;
}

/** A button that asks for a file's address and downloads it; shows the problem if it cannot. */
export function Download({ ask, of, children }: DownloadProps) {
  const [problem, setProblem] = useState<ClientProblem>();
  const download = async () => {
    const answer = await ask();
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) location.assign(answer.value.url);
  };
  return (
    <>
      {problem && <DeskProblem problem={problem} />}
      <button type="button" class="button plain" onClick={download}>
        {children}
        {of && <span class="unseen"> {of}</span>}
      </button>
    </>
  );
}
