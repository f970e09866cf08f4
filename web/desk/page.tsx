import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { ClientProblem } from "../client.ts";
import { Notice, ProblemNotice, SignInButton } from "../look/notice.tsx";
import { type DeskPage, deskPages, filled } from "../paths.ts";
import { deskWords } from "../words/desk.ts";
import { session, signInAgain } from "./api.ts";

/** The heading of a page of the desk; its words are the page's title too. */
export function Heading({ children: title }: { readonly children: string }) {
  useEffect(() => {
    document.title = `${title} – ${deskWords.desk}`;
  }, [title]);
  return <h1 tabIndex={-1}>{title}</h1>;
}

export function addressOf(page: DeskPage, values?: Readonly<Record<string, string>>): string {
  return filled(deskPages[page].path, values);
}

export function useSessionIsOpen(): boolean {
  const [isOpen, setIsOpen] = useState(session.isOpen);
  useEffect(() => session.onChange(() => setIsOpen(session.isOpen())), []);
  return isOpen;
}

/** What only staff see: others are asked to sign in first. */
export function StaffOnly({ children }: { readonly children: ComponentChildren }) {
  const isOpen = useSessionIsOpen();
  return isOpen ? (
    children
  ) : (
    <section class="card">
      <h2>{deskWords.signInFirst}</h2>
      <p>{deskWords.signInText}</p>
      <SignInButton begin={signInAgain}>{deskWords.signIn}</SignInButton>
    </section>
  );
}

interface DeskProblemProps {
  readonly problem: ClientProblem;
  readonly again?: () => void;
}

/** Why a page of the desk has nothing to show; who lacks the role reads what to ask for, and of whom. */
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
