import type { ComponentChildren } from "preact";
import type { ClientProblem, Outcome } from "../client.ts";
import { Loading, ProblemNotice, SignInButton } from "../look/notice.tsx";
import { problemWords } from "../words/transport-problems.ts";
import { session } from "./api.ts";
import { useSessionIsOpen } from "./page.tsx";

/** Leaves to sign in and comes back to this page with its query. */
export function signInHere(): Promise<Outcome<void>> {
  return session.begin(location.pathname + location.search);
}

interface SignedInProps {
  /** Why a sign-in is needed, shown to people who are signed out. */
  readonly why: string;
  /** Used instead of `signInHere`. */
  readonly begin?: () => Promise<Outcome<void>>;
  /** Shown above until somebody is signed in, if `children` bring their own heading. */
  readonly before?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** Shows `children` to people who are signed in, and `why` with a sign-in button to the others. */
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
  readonly answer: Outcome<unknown> | undefined;
  readonly again?: () => void;
}

/** Shows that an answer is being waited for, or its problem; nothing for a good answer. */
export function Waiting({ answer, again }: WaitingProps) {
  if (!answer) return <Loading />;
  if (answer.ok) return null;
  return <ProblemNotice problem={answer.problem} {...(again && { again })} signIn={signInHere} />;
}

interface SignInAgainProps {
  readonly problem: ClientProblem | undefined;
}

/** A sign-in button if `problem` says that the session is over. */
export function SignInAgain({ problem }: SignInAgainProps) {
  const expired = problem?.kind === "signed-out" || problem?.kind === "urn:caudal:wrong-token";
  return expired ? (
    <p>
      <SignInButton begin={signInHere} plain>
        {problemWords.signInAgain}
      </SignInButton>
    </p>
  ) : null;
}
