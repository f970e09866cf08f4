import { useState } from "preact/hooks";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import type { ClientProblem } from "../../client.ts";
import { useAnswer } from "../../look/asking.ts";
import { Confirm } from "../../look/confirm.tsx";
import { ProblemNotice } from "../../look/notice.tsx";
import { api } from "../api.ts";
import { addressOf } from "../page.tsx";
import { signInHere } from "../signed-in.tsx";
import { isOfAccount } from "./answers.ts";
import { startWords } from "./claim-start.words.ts";
import { firstUnanswered } from "./first-unanswered.ts";
import { keptOnPhone } from "./phone-drafts.ts";
import { PhoneDrafts } from "./phone-drafts-list.tsx";

type Draft = AnswerOf<Routes["listDrafts"]>["drafts"][number];

interface DraftsProps {
  readonly isSignedIn: boolean;
}

/**
 * Lists the claims that were begun and not sent: those of this phone and, for whoever is signed in, those of their
 * account. Each can be resumed, or erased after a confirmation. Renders nothing if there is none.
 */
export function Drafts({ isSignedIn }: DraftsProps) {
  return (
    <>
      <PhoneDrafts />
      {isSignedIn && <AccountDrafts />}
    </>
  );
}

function AccountDrafts() {
  const { answer, again } = useAnswer(() => api.listDrafts(), "");
  const [asked, setAsked] = useState<string>();
  const [problem, setProblem] = useState<ClientProblem>();
  // What this phone has too is listed above.
  const drafts = answer?.ok
    ? answer.value.drafts.filter(({ draftId, answers }) => isOfAccount(answers) || !keptOnPhone(draftId))
    : [];
  if (drafts.length === 0) return null;
  const drop = async (draftId: string) => {
    const dropped = await api.dropDraft({ params: { draftId } });
    const isGone = dropped.ok || dropped.problem.kind === "urn:caudal:draft-not-found";
    setProblem(isGone ? undefined : dropped.problem);
    again();
  };
  return (
    <section>
      <h2>{startWords.drafts}</h2>
      {problem && <ProblemNotice problem={problem} signIn={signInHere} />}
      <ul class="doors">
        {drafts.map((draft) => (
          <DraftDoor key={draft.draftId} draft={draft} onDrop={() => setAsked(draft.draftId)} />
        ))}
      </ul>
      {asked && (
        <Confirm
          title={startWords.dropTitle}
          text={startWords.dropText}
          yes={startWords.dropYes}
          no={startWords.dropNo}
          onAnswer={(yes) => {
            setAsked(undefined);
            if (yes) drop(asked);
          }}
        />
      )}
    </section>
  );
}

interface DraftDoorProps {
  readonly draft: Draft;
  readonly onDrop: () => void;
}

function DraftDoor({ draft: { draftId, supplyCode = "", savedAt, expiresAt, answers }, onDrop }: DraftDoorProps) {
  return (
    <li>
      <h3>{startWords.draftOf(supplyCode)}</h3>
      <p>
        {startWords.draftSaved(savedAt)} {startWords.draftUntil(expiresAt)}
      </p>
      <div class="buttons">
        <a class="button plain" href={addressOf("claimStep", { draftId, step: firstUnanswered(answers) })}>
          {startWords.resume}
          <span class="unseen">: {startWords.draftSaved(savedAt)}</span>
        </a>
        <button type="button" class="link" onClick={onDrop}>
          {startWords.drop}
          <span class="unseen">: {startWords.draftSaved(savedAt)}</span>
        </button>
      </div>
    </li>
  );
}
