import type { ComponentChildren } from "preact";
import { Loading, Notice, SignInButton } from "../look/notice.tsx";
import { fieldWords } from "../words/desk-inspections.ts";
import { signInAgain } from "./api.ts";
import { useKeptDay } from "./kept-day.ts";
import { StaffOnly } from "./page.tsx";
import { mayPass } from "./passing-problems.ts";
import { useRoles } from "./roles.ts";

/**
 * Renders `children` to people who are signed in and whose roles are known. Renders them also if the phone keeps a
 * day's work and nobody is signed in, or the roles could not be read for a reason that may pass: without a session, a
 * notice says that the work is sent after signing in. In any other case shows what `StaffOnly` shows: a sign-in button
 * or the problem.
 */
export function FieldOnly({ children }: { readonly children: ComponentChildren }) {
  const { isOpen, answer } = useRoles();
  const kept = useKeptDay();
  if (isOpen && answer?.ok) return children;
  if (kept === undefined) return <Loading />;
  const failed = !isOpen || (answer && !answer.ok && mayPass(answer.problem));
  if (!kept || !failed) return <StaffOnly>{children}</StaffOnly>;
  return (
    <>
      {!isOpen && <SignedOut />}
      {children}
    </>
  );
}

function SignedOut() {
  return (
    <Notice title={fieldWords.signedOut}>
      <p>{fieldWords.signedOutText}</p>
      <SignInButton begin={signInAgain} plain>
        {fieldWords.signIn}
      </SignInButton>
    </Notice>
  );
}
