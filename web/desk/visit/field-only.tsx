import type { ComponentChildren } from "preact";
import { Loading, Notice, SignInButton } from "../../look/notice.tsx";
import { signInAgain } from "../api.ts";
import { StaffOnly } from "../page.tsx";
import { mayPass } from "../problem/passing-problems.ts";
import { useRoles } from "../work/roles.ts";
import { fieldWords } from "./field-report.words.ts";
import { useKeptDay } from "./kept-day.ts";

/**
 * Renders `children` if somebody is signed in and their roles are known. If the phone keeps a day's work, renders
 * `children` also with nobody signed in, below a notice that the work is sent after signing in, and if the roles cannot
 * be read for a passing reason, such as no network. In any other case shows what `StaffOnly` shows: a sign-in button,
 * that it is loading, or the problem.
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
