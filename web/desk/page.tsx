import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { ClientProblem, Outcome } from "../client.ts";
import { type DeskPage, deskPages } from "../desk-paths.ts";
import { filled } from "../filled-path.ts";
import { Loading, Notice, ProblemNotice, SignInButton } from "../look/notice.tsx";
import { deskWords } from "../words/desk.ts";
import { problemWords } from "../words/transport-problems.ts";
import { signInAgain } from "./api.ts";
import { useRoles } from "./work/roles.ts";

/** Renders the heading of a desk's page, and sets the document's title from it. */
export function Heading({ children: title }: { readonly children: string }) {
  useEffect(() => {
    document.title = `${title} – ${deskWords.desk}`;
  }, [title]);
  return <h1 tabIndex={-1}>{title}</h1>;
}

export function addressOf(page: DeskPage, values?: Readonly<Record<string, string>>): string {
  return filled(deskPages[page].path, values);
}

/** The page of who calls about this supply. */
export function callerAddress(supplyCode: string): string {
  return `${addressOf("intake")}?suministro=${encodeURIComponent(supplyCode)}`;
}

/**
 * Renders `children` if somebody is signed in and their roles are known, whatever the roles are. While the roles are
 * being read, shows that it is loading. If they cannot be read, shows the problem. If nobody is signed in, shows a
 * sign-in button.
 */
export function StaffOnly({ children }: { readonly children: ComponentChildren }) {
  const { isOpen, answer, again } = useRoles();
  if (!isOpen) {
    return (
      <section class="card">
        <h2>{deskWords.signInFirst}</h2>
        <p>{deskWords.signInText}</p>
        <SignInButton begin={signInAgain}>{deskWords.signIn}</SignInButton>
      </section>
    );
  }
  if (!answer) return <Loading />;
  return answer.ok ? children : <DeskProblem problem={answer.problem} again={again} />;
}

interface WaitingProps {
  readonly answer: Outcome<unknown> | undefined;
  /** Asks once more: for the button beside a problem. */
  readonly again: () => void;
}

/**
 * Shows that it is loading while `answer` is undefined, and the problem of a failed answer. Draws nothing for a good
 * answer.
 */
export function Waiting({ answer, again }: WaitingProps) {
  if (!answer) return <Loading />;
  return answer.ok ? null : <DeskProblem problem={answer.problem} again={again} />;
}

interface DeskProblemProps {
  readonly problem: ClientProblem;
  /** Asks once more, if that may help: for a button beside the problem. */
  readonly again?: () => void;
}

/**
 * Shows a problem with what can be done: a button for `again`, if it is given, or to sign in if the session is over.
 * For `not-your-role`, says whom to ask for the role, with a link to the desk's first page.
 */
export function DeskProblem({ problem, again }: DeskProblemProps) {
  if (problem.kind !== "urn:caudal:not-your-role")
    return <ProblemNotice problem={problem} signIn={signInAgain} {...(again && { again })} />;
  return (
    <Notice tone="bad" title={deskWords.noRole}>
      <p>{deskWords.noRoleText}</p>
      <a href={addressOf("home")}>{deskWords.toHome}</a>
    </Notice>
  );
}

interface SignInAgainProps {
  readonly problem: ClientProblem | undefined;
}

/**
 * Renders a sign-in button if `problem` says that the session is over (`signed-out` or `wrong-token`). Draws nothing
 * for any other problem or none.
 */
export function SignInAgain({ problem }: SignInAgainProps) {
  const expired = problem?.kind === "signed-out" || problem?.kind === "urn:caudal:wrong-token";
  return expired ? (
    <p>
      <SignInButton begin={signInAgain} plain>
        {problemWords.signInAgain}
      </SignInButton>
    </p>
  ) : null;
}
