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

/**
 * Renders a banner inside the page. Screen readers read it out when it appears: at once if its tone is `bad`, else when
 * they are free.
 */
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
  /** Asks once more what failed. */
  readonly again?: () => void;
  /** Begins a sign-in, by leaving the page. */
  readonly signIn?: () => Promise<Outcome<void>>;
}

/**
 * Shows a problem, and how long to wait if the API says it. If the session is over and `signIn` is given, has a button
 * that signs in. In any other case, if `again` is given, has a button that calls `again`.
 */
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
  /** Begins a sign-in, by leaving the page. */
  readonly begin: () => Promise<Outcome<void>>;
  /** Not green, because the page's green button is another. */
  readonly plain?: boolean;
  readonly children: string;
}

/**
 * Renders a button that calls `begin` to leave for the sign-in page. If that fails, shows the problem above the button.
 */
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

/**
 * Renders a strip under the header: that the browser is offline, or `children` if it is online. The strip is empty if
 * there is neither.
 */
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
