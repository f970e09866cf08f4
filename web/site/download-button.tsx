import { useState } from "preact/hooks";
import type { ClientProblem, Outcome } from "../client.ts";
import { ProblemNotice } from "../look/notice.tsx";
import { signInHere } from "./signed-in.tsx";

interface DownloadButtonProps {
  /** Asks for an address that lasts a minute. */
  readonly ask: () => Promise<Outcome<{ readonly url: string }>>;
  /** What is downloaded, for who does not see where the button stands. */
  readonly of?: string;
  readonly plain?: boolean;
  readonly children: string;
}

/** Downloads a document, or says why it cannot. */
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
