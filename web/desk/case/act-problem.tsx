import { useState } from "preact/hooks";
import type { ClientProblem } from "../../client.ts";
import { useFocus } from "../../look/asking.ts";
import { ErrorSummary } from "../../look/field.tsx";
import { Loaded } from "../../look/loaded-module.tsx";
import { Notice, SignInButton } from "../../look/notice.tsx";
import { session } from "../api.ts";
import { freshSignInWords } from "../fresh-sign-in.words.ts";
import { addressOf, SignInAgain } from "../page.tsx";
import { type Act, actPageWords } from "./acts.words.ts";
import type { CaseFile } from "./case-file.ts";

export interface OpenedActProps {
  readonly act: Act;
  readonly file: CaseFile;
  /** Reads the case again. */
  readonly again: () => void;
}

/**
 * Returns the address of the case's page with `?hecho=` and the act, by which that page says that the act was recorded.
 */
export function doneAddress(claimId: string, act: Act): string {
  return `${addressOf("case", { claimId })}?hecho=${act}`;
}

interface ActProblemProps {
  readonly problem: ClientProblem | undefined;
  readonly file: CaseFile;
}

/** Leaves to sign in again with the person's credentials, and comes back to this page. */
const signInFresh = () => session.begin(location.pathname, true);

/**
 * Shows why an act was not recorded. For `version-stale`, lists the entries that were added to `file` since this
 * component appeared. For any other problem, shows what `Refused` shows. Draws nothing without a problem.
 */
export function ActProblem({ problem, file }: ActProblemProps) {
  const [seen] = useState(() => file.entries.at(-1)?.seq ?? 0);
  if (problem?.kind === "urn:caudal:version-stale") return <Stale file={file} seen={seen} />;
  return <Refused problem={problem} />;
}

/**
 * Shows why a form was refused. For `fresh-sign-in-needed`, offers to sign in again with one's credentials and to come
 * back. For any other problem, shows its sentences, and a sign-in button if the session is over. Draws nothing without
 * a problem.
 */
export function Refused({ problem }: Pick<ActProblemProps, "problem">) {
  if (problem?.kind === "urn:caudal:fresh-sign-in-needed") return <FreshSignIn problem={problem} />;
  return (
    <>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
    </>
  );
}

/** Takes the focus, as every refusal of a form does: the button that was pressed may stand far below. */
function FreshSignIn({ problem }: { readonly problem: ClientProblem }) {
  const part = useFocus<HTMLDivElement>(problem);
  return (
    <div tabIndex={-1} ref={part}>
      <Notice tone="bad" title={freshSignInWords.title}>
        <p>{freshSignInWords.text}</p>
        <SignInButton begin={signInFresh} plain>
          {freshSignInWords.action}
        </SignInButton>
      </Notice>
    </div>
  );
}

interface StaleProps {
  readonly file: CaseFile;
  readonly seen: number;
}

function Stale({ file, seen }: StaleProps) {
  const title = useFocus<HTMLHeadingElement>(true);
  const news = file.entries.filter(({ seq }) => seq > seen);
  return (
    <div class="notice bad" role="alert">
      <h2 tabIndex={-1} ref={title}>
        {actPageWords.staleTitle}
      </h2>
      <p>{news.length > 0 ? actPageWords.staleNews : actPageWords.staleNoNews}</p>
      <Loaded load={() => import("./case-timeline.tsx")} about="news">
        {({ Entries }) => <Entries entries={news} />}
      </Loaded>
      <p>{actPageWords.staleKept}</p>
    </div>
  );
}
