import type { FunctionComponent } from "preact";
import { useRef, useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import { deskPages } from "../../desk-paths.ts";
import { Loaded } from "../../look/loaded-module.tsx";
import { Notice } from "../../look/notice.tsx";
import { date } from "../../words/format.ts";
import { ReadAloud } from "../counter/read-aloud.tsx";
import { addressOf, Heading, StaffOnly, Waiting } from "../page.tsx";
import { useOwnRoles } from "../work/roles.ts";
import type { OpenedActProps } from "./act-problem.tsx";
import { type Act, actPageWords, actWords } from "./acts.words.ts";
import { actsFor, type CaseFile, takesCalls, useCase, workActsFor } from "./case-file.ts";
import { CaseHeader } from "./case-header.tsx";

interface ActPageProps {
  /** Undefined if the address names no act. */
  readonly act: Act | undefined;
  /** The act's form. */
  readonly Shown: FunctionComponent<OpenedActProps>;
}

/**
 * Renders the page of one act of the case that the address names. If the act is offered to the caller when the case
 * arrives, shows the case's header, what the act means for the claimant, and `Shown`; the form stays even if the act is
 * no longer offered later. If the act is not offered, or without `act`, says that it cannot be done now. Without a
 * session, asks to sign in.
 */
export function ActPage({ act, Shown }: ActPageProps) {
  const { claimId = "" } = useRoute().params;
  return (
    <>
      <p class="back">
        <a href={addressOf("case", { claimId })}>{actPageWords.back}</a>
      </p>
      <Heading>{act ? actWords[act].title : deskPages.caseAct.title}</Heading>
      <StaffOnly>{act ? <Asked key={act} claimId={claimId} act={act} Shown={Shown} /> : <NotNow />}</StaffOnly>
    </>
  );
}

interface AskedProps extends ActPageProps {
  readonly claimId: string;
  readonly act: Act;
}

function Asked({ claimId, act, Shown }: AskedProps) {
  const { answer, again } = useCase(claimId);
  return answer?.ok ? (
    <Opened act={act} file={answer.value} again={again} Shown={Shown} />
  ) : (
    <Waiting answer={answer} again={again} />
  );
}

/** Shows the form if the act was offered when the page was opened, even if the case changes while it is filled in. */
function Opened({ Shown, ...opened }: OpenedActProps & Pick<ActPageProps, "Shown">) {
  const { act, file } = opened;
  const roles = useOwnRoles();
  const isOffered = [...actsFor(file, roles), ...workActsFor(file, roles)].includes(act);
  const [wasOffered] = useState(isOffered);
  const offered = useRef(file);
  if (isOffered) offered.current = file;
  // A case that no longer offers the act has not what the form chooses from: what is typed stays readable.
  const shown = isOffered ? file : { ...offered.current, version: file.version, entries: file.entries };
  if (!wasOffered) return <NotNow why={notNowIn(act, file)} />;
  return (
    <>
      <p>
        <b>{file.code}</b>
      </p>
      <CaseHeader file={file} />
      <Notice title={actPageWords.whatHappens}>
        <Loaded load={() => import("./act-consequences.words.ts")} about="consequences">
          {({ consequences }) => <p>{consequences[act]}</p>}
        </Loaded>
      </Notice>
      {takesCalls(roles) && (
        <Loaded load={() => import("../counter/aloud-acts.words.ts")} about="aloud">
          {({ aloudOf }) => {
            const said = aloudOf(act);
            return said ? <ReadAloud>{said}</ReadAloud> : null;
          }}
        </Loaded>
      )}
      <Shown {...opened} file={shown} />
    </>
  );
}

/** Returns why an act is not offered yet, where that is a day to come. */
function notNowIn(act: Act, { withdrawalUndoUntil: until }: CaseFile): string | undefined {
  return act === "desistimiento" && until ? actPageWords.undoRuns(date(until)) : undefined;
}

function NotNow({ why = actPageWords.notNowText }: { readonly why?: string | undefined }) {
  return (
    <Notice tone="bad" title={actPageWords.notNow}>
      <p>{why}</p>
    </Notice>
  );
}
