import { sendingProblem } from "../../look/sending-problem.ts";
import { attachmentsStepWords } from "../../words/claim-form.ts";
import { DraftAttachments } from "../attachment/draft-attachments.tsx";
import type { StepView } from "../claim/claim-step-view.ts";
import { attachmentsOf } from "../resolution/draft-answers.ts";
import { isOfAccount } from "./answers.ts";

/** The step of photos and documents. It refuses to go on while one is being sent. */
export const attachmentsView: StepView = {
  Content: ({ draftId, answers, problem, onAttachments }) => (
    <>
      <p>{attachmentsStepWords}</p>
      <DraftAttachments
        draftId={draftId}
        isAccounts={isOfAccount(answers)}
        initial={attachmentsOf(answers)}
        problem={problem}
        onChange={onAttachments}
      />
    </>
  ),
  check: (_, attachments) => sendingProblem(attachments),
};
