import type { ComponentChildren } from "preact";
import type { ClientProblem, Outcome } from "../client.ts";
import { Loading, ProblemNotice, SignInButton } from "../look/notice.tsx";
import { problemWords } from "../words/problems.ts";
import { session } from "./api.ts";
import { useSessionIsOpen } from "./page.tsx";

/** Leaves to sign in and comes back to this address, whole. */
export function signInHere(): Promise<Outcome<void>> {
  return session.begin(location.pathname + location.search);
}

interface SignedInProps {
  /** Why who is signed out has to sign in. */
  readonly why: string;
  /** Replaces `signInHere`. */
  readonly begin?: () => Promise<Outcome<void>>;
  /** What stands above until somebody is signed in, where what follows has its own heading. */
  readonly before?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** What only who is signed in sees; the others read why, and sign in. */
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

/** What stands in place of an answer that has not come, or is a refusal. */
export function Waiting({ answer, again }: WaitingProps) {
  if (!answer) return <Loading />;
  if (answer.ok) return null;
  return <ProblemNotice problem={answer.problem} {...(again && { again })} signIn={signInHere} />;
}

interface SignInAgainProps {
  readonly problem: ClientProblem | undefined;
}

/** The way on where a form was not sent because the session is over. */
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
