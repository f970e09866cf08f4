import type { ComponentChildren } from "preact";
import type { ClientProblem, Outcome } from "../client.ts";
import { Loading, ProblemNotice, SignInButton } from "../look/notice.tsx";
import { problemWords } from "../words/transport-problems.ts";
import { session } from "./api.ts";
import { useSessionIsOpen } from "./page.tsx";

/**
 * Leaves for the provider's sign-in page, from which the person comes back to this page, with its query. Fails if the
 * sign-in cannot begin.
 */
export function signInHere(): Promise<Outcome<void>> {
  return session.begin(location.pathname + location.search);
}

interface SignedInProps {
  /** Why a sign-in is needed, shown to people who are signed out. */
  readonly why: string;
  /** Leaves for the sign-in page; `signInHere` without it. */
  readonly begin?: () => Promise<Outcome<void>>;
  /** Shown above until somebody is signed in, if `children` bring their own heading. */
  readonly before?: ComponentChildren;
  readonly children: ComponentChildren;
}

/**
 * Renders `children` if somebody is signed in, and if not `why` with a sign-in button. Shows that it loads until that
 * is known.
 */
export function SignedIn({ why, begin = signInHere, before, children }: SignedInProps) {
  const isOpen = useSessionIsOpen();
  if (isOpen) return <>{children}</>;
  return (
    <>
      {before}
      {isOpen === undefined ? (
        <Loading />
      ) : (
        <section class="card">
          <h2>{problemWords.signInFirst}</h2>
          <p>{why}</p>
          <SignInButton begin={begin}>{problemWords.signIn}</SignInButton>
        </section>
      )}
    </>
  );
}

interface WaitingProps {
  /** Undefined until the API has answered. */
  readonly answer: Outcome<unknown> | undefined;
  /** Asks the API once more. */
  readonly again?: () => void;
}

/**
 * Shows that it loads until there is an answer. For a failure, shows the problem, with a button that signs in if the
 * session is over, or one that calls `again`. Renders nothing for a good answer.
 */
export function Waiting({ answer, again }: WaitingProps) {
  if (!answer) return <Loading />;
  if (answer.ok) return null;
  return <ProblemNotice problem={answer.problem} {...(again && { again })} signIn={signInHere} />;
}

interface SignInAgainProps {
  readonly problem: ClientProblem | undefined;
  /** Leaves for the sign-in page; `signInHere` without it. */
  readonly begin?: () => Promise<Outcome<void>>;
}

/**
 * Renders a sign-in button, which calls `begin`, if `problem` says that the session is over; nothing if not.
 */
export function SignInAgain({ problem, begin = signInHere }: SignInAgainProps) {
  const expired = problem?.kind === "signed-out" || problem?.kind === "urn:caudal:wrong-token";
  return expired ? (
    <p>
      <SignInButton begin={begin} plain>
        {problemWords.signInAgain}
      </SignInButton>
    </p>
  ) : null;
}
