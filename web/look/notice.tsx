import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { ClientProblem, Outcome } from "../client.ts";
import { frameWords } from "../words/frame.ts";
import { problemWords, waitFor } from "../words/transport-problems.ts";

interface NoticeProps {
  readonly tone?: "good" | "bad";
  readonly title?: string;
  readonly children?: ComponentChildren;
}

/** A banner inside the page, which screen readers read out when it appears; at once if its tone is `bad`. */
export function Notice({ tone, title, children }: NoticeProps) {
  return (
    <div class={tone ? `notice ${tone}` : "notice"} role={tone === "bad" ? "alert" : "status"}>
      {title && <h2>{title}</h2>}
      {children}
    </div>
  );
}

interface ProblemNoticeProps {
  readonly problem: ClientProblem;
  readonly again?: () => void;
  readonly signIn?: () => Promise<Outcome<void>>;
}

/** Shows a problem and what to do: how long to wait, a sign-in button if the session is over, else a button that asks again. */
export function ProblemNotice({ problem, again, signIn }: ProblemNoticeProps) {
  const expired = problem.kind === "signed-out" || problem.kind === "urn:caudal:wrong-token";
  return (
    <Notice tone="bad" title={problem.title}>
      <p>{problem.detail}</p>
      {problem.retryAfterSeconds !== undefined && <p>{waitFor(problem.retryAfterSeconds)}</p>}
      {expired && signIn ? (
        <SignInButton begin={signIn}>{problemWords.signInAgain}</SignInButton>
      ) : (
        again && (
          <button type="button" class="button plain" onClick={again}>
            {problemWords.again}
          </button>
        )
      )}
    </Notice>
  );
}

interface SignInButtonProps {
  readonly begin: () => Promise<Outcome<void>>;
  /** Not green, because the page's green button is another. */
  readonly plain?: boolean;
  readonly children: string;
}

/** A button that leaves for the sign-in page by `begin`; shows the problem if that fails. */
export function SignInButton({ begin, plain, children }: SignInButtonProps) {
  const [problem, setProblem] = useState<ClientProblem>();
  const leave = async () => {
    const left = await begin();
    setProblem(left.ok ? undefined : left.problem);
  };
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      <button type="button" class={plain ? "button plain" : "button"} onClick={leave}>
        {children}
      </button>
    </>
  );
}

export function Loading() {
  return (
    <p class="loading" role="status">
      {frameWords.loading}
    </p>
  );
}

interface StripsProps {
  /** What to say while the browser is online, if anything. */
  readonly children?: string | false;
}

/** A strip under the header that says that the browser is offline, or else `children`; nothing if neither. */
export function Strips({ children }: StripsProps) {
  const [offline, setOffline] = useState(false);
  useEffect(() => {
    const look = () => setOffline(!navigator.onLine);
    look();
    addEventListener("online", look);
    addEventListener("offline", look);
    return () => {
      removeEventListener("online", look);
      removeEventListener("offline", look);
    };
  }, []);
  const wrong = offline ? frameWords.offline : children;
  return <div role="status">{wrong && <p class="strip warn">{wrong}</p>}</div>;
}
