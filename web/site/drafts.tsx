import { useState } from "preact/hooks";
import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import type { ClientProblem } from "../client.ts";
import { useAnswer } from "../look/asking.ts";
import { Confirm, ProblemNotice } from "../look/notice.tsx";
import { startWords } from "../words/claim-start.ts";
import { api } from "./api.ts";
import { firstUnanswered } from "./first-unanswered.ts";
import { addressOf } from "./page.tsx";
import { signInHere } from "./signed-in.tsx";

type Draft = AnswerOf<Routes["listDrafts"]>["drafts"][number];

/** The drafts of the person who is signed in, each to go on with or to drop; nothing without any. */
export function Drafts() {
  const { answer, again } = useAnswer(() => api.listDrafts(), "");
  const [asked, setAsked] = useState<string>();
  const [problem, setProblem] = useState<ClientProblem>();
  if (!answer?.ok || answer.value.drafts.length === 0) return null;
  const drop = async (draftId: string) => {
    const dropped = await api.dropDraft({ params: { draftId } });
    setProblem(dropped.ok ? undefined : dropped.problem);
    again();
  };
  return (
    <section>
      <h2>{startWords.drafts}</h2>
      {problem && <ProblemNotice problem={problem} signIn={signInHere} />}
      <ul class="doors">
        {answer.value.drafts.map((draft) => (
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
