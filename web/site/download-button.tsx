import { useState } from "preact/hooks";
import type { ClientProblem, Outcome } from "../client.ts";
import { ProblemNotice } from "../look/notice.tsx";
import { signInHere } from "./signed-in.tsx";

interface DownloadButtonProps {
  /** Asks the API for the file's address, which is valid for a minute. */
  readonly ask: () => Promise<Outcome<{ readonly url: string }>>;
  /** What is downloaded, for screen readers. */
  readonly of?: string;
  readonly plain?: boolean;
  readonly children: string;
}

/** A button that asks for a file's address and downloads it; shows the problem if it cannot. Not green if `plain`. */
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
