import type { ComponentChildren } from "preact";
import { Loading, Notice, SignInButton } from "../look/notice.tsx";
import { fieldWords } from "../words/desk-inspections.ts";
import { signInAgain } from "./api.ts";
import { useKeptDay } from "./kept-day.ts";
import { StaffOnly } from "./page.tsx";
import { mayPass } from "./passing-problems.ts";
import { useRoles } from "./roles.ts";

/**
 * Shows `children` as `StaffOnly` does, and also without a session or an answer if the phone has the visits of the day: the work
 * goes on, and says that it is sent after signing in.
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
