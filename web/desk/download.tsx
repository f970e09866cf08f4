import { useState } from "preact/hooks";
import type { ClientProblem, Outcome } from "../client.ts";
import { DeskProblem } from "./page.tsx";

interface DownloadProps {
  /** Asks the API for the file's address, which is valid for a minute. */
  readonly ask: () => Promise<Outcome<{ readonly url: string }>>;
  /** What is downloaded, for screen readers. */
  readonly of?: string;
  /** The text of the button. */
  readonly children: string;
}

/**
 * Renders a button that calls `ask` and sends the browser to the address in the answer, which downloads the file. If
 * `ask` fails, shows the problem above the button.
 */
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
