import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { ClientProblem, Outcome } from "../client.ts";
import { type DeskPage, deskPages } from "../desk-paths.ts";
import { Loading, Notice, ProblemNotice, SignInButton } from "../look/notice.tsx";
import { filled } from "../paths.ts";
import { deskWords } from "../words/desk.ts";
import { problemWords } from "../words/transport-problems.ts";
import { signInAgain } from "./api.ts";
import { useRoles } from "./roles.ts";

/** The heading of a page of the desk, which also sets the page's title. */
export function Heading({ children: title }: { readonly children: string }) {
  useEffect(() => {
    document.title = `${title} – ${deskWords.desk}`;
  }, [title]);
  return <h1 tabIndex={-1}>{title}</h1>;
}

export function addressOf(page: DeskPage, values?: Readonly<Record<string, string>>): string {
  return filled(deskPages[page].path, values);
}

/** Shows `children` to people who are signed in, once their roles are known; a sign-in button to the others. */
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
  readonly again: () => void;
}

/** Shows that an answer is being waited for, or its problem; nothing for a good answer. */
export function Waiting({ answer, again }: WaitingProps) {
  if (!answer) return <Loading />;
  return answer.ok ? null : <DeskProblem problem={answer.problem} again={again} />;
}

interface DeskProblemProps {
  readonly problem: ClientProblem;
  readonly again?: () => void;
}

/** Shows a problem and what to do; to a caller without the role (`not-your-role`), whom to ask for it. */
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

/** A sign-in button if `problem` says that the session is over. */
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
