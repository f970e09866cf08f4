import { formProblem } from "../../client.ts";
import { TextField } from "../../look/field.tsx";
import { Loaded } from "../../look/loaded-module.tsx";
import { sendingProblem } from "../../look/sending-problem.ts";
import { readingOf } from "../../look/typed-reading.ts";
import { meterWords } from "../../words/claim-form.ts";
import { DraftAttachments } from "../attachment/draft-attachments.tsx";
import type { StepContentProps, StepView } from "../claim/claim-step-view.ts";
import { attachmentsOf } from "../resolution/draft-answers.ts";
import { isOfAccount, textOf } from "./answers.ts";

/**
 * Renders the step of what the meter shows: a drawing of the figures to read, the field for their number, and the
 * draft's files, one of which may be a photo of the meter.
 */
function MeterStep({ draftId, answers, problem, onAttachments }: StepContentProps) {
  return (
    <>
      <div class="drawing">
        <Loaded load={() => import("../../look/meter-drawing.tsx")} about="meter" aside>
          {({ MeterDrawing }) => <MeterDrawing sentence={meterWords.drawing} />}
        </Loaded>
      </div>
      <TextField
        name="meterReading"
        label={meterWords.label}
        hint={meterWords.hint}
        numeric
        size="short"
        initial={textOf(answers, "meterReading")}
        problem={problem}
      />
      <p>{meterWords.photo}</p>
      <DraftAttachments
        draftId={draftId}
        isAccounts={isOfAccount(answers)}
        initial={attachmentsOf(answers)}
        problem={problem}
        onChange={onAttachments}
      />
    </>
  );
}

export const meterView: StepView = {
  Content: MeterStep,
  check: (answers, attachments) =>
    formProblem({
      meterReading: Number.isNaN(readingOf(textOf(answers, "meterReading"))) ? meterWords.wrong : undefined,
    }) ?? sendingProblem(attachments),
};
