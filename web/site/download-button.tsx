import { useState } from "preact/hooks";
import type { ClientProblem, Outcome } from "../client.ts";
import { ProblemNotice } from "../look/notice.tsx";
import { signInHere } from "./signed-in.tsx";

interface DownloadButtonProps {
  /** Asks the API for the file's address, which is valid for a minute. */
  readonly ask: () => Promise<Outcome<{ readonly url: string }>>;
  /** What is downloaded, for screen readers. */
  readonly of?: string;
  /** Whether the button is not green. */
  readonly plain?: boolean;
  readonly children: string;
}

/**
 * Renders a button that calls `ask` for a file's address and downloads the file. If `ask` fails, shows the problem
 * above the button.
 */
export function DownloadButton({ ask, of, plain, children }: DownloadButtonProps) {
  const [problem, setProblem] = useState<ClientProblem>();
  const download = async () => {
    const answer = await ask();
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) location.assign(answer.value.url);
  };
  return (
    <>
      {problem && <ProblemNotice problem={problem} signIn={signInHere} />}
      <button type="button" class={plain ? "button plain" : "button"} onClick={download}>
        {children}
        {of && <span class="unseen"> {of}</span>}
      </button>
    </>
  );
}
