import type { ClientProblem } from "../../client.ts";
import { useAnswer, useFocus } from "../../look/asking.ts";
import { Choice } from "../../look/field.tsx";
import { Findings } from "../../look/findings.tsx";
import { Leaflet } from "../../look/leaflet.tsx";
import { reviewWords } from "../../words/claim-review.ts";
import { api } from "../api.ts";
import { intakeWords } from "./intake.words.ts";
import type { FoundSupply } from "./intake-answers.ts";
import { type Body, readBackOf, typedIn } from "./intake-body.ts";

interface ReadBackProps {
  readonly found: FoundSupply;
  readonly body: Body;
  /** The reason chosen, a key of the form's reasons. */
  readonly reason: string;
  readonly problem: ClientProblem | undefined;
  /** Called when the person corrects something: the form is to be shown again. */
  readonly onChange: () => void;
}

/**
 * Renders what is read to the person before the claim is filed: the claim in sentences, the leaflet and the
 * declaration, with the questions whether the leaflet was given and how the declaration was made. Asks the API to
 * pre-check the claim and shows the findings. Without findings or an answer that part is left out. The findings stop
 * nothing.
 */
export function ReadBack({ found, body, reason, problem, onChange }: ReadBackProps) {
  const heading = useFocus<HTMLHeadingElement>(true);
  // The declaration is asked for on this very screen: the pre-check need not say that it is missing.
  const typed = { ...body, declaredBy: "voice" } as const;
  const { answer } = useAnswer(() => api.checkCalledClaim({ body: typed }), JSON.stringify(typed));
  // A receipt that is in time need not be read to somebody who waits on the telephone.
  const findings = answer?.ok
    ? answer.value.findings.filter(({ rule, severity }) => rule !== "term" || severity === "warns")
    : [];
  return (
    <div class="spoken">
      <div>
        <section class="card">
          <h3 tabIndex={-1} ref={heading}>
            {intakeWords.readBackTitle}
          </h3>
          <p>«{readBackOf(found, body, reason).join(" ")} ¿Está bien?»</p>
          {typedIn(found, body.receipts ?? []).length > 0 && <p>{intakeWords.asWritten}</p>}
          <button type="button" class="button plain" onClick={onChange}>
            {intakeWords.change}
          </button>
        </section>
        {findings.length > 0 && (
          <section>
            <h3>{intakeWords.findings}</h3>
            <Findings findings={findings} />
          </section>
        )}
      </div>
      <div>
        <Leaflet />
        <Choice name="leaflet" legend={intakeWords.leaflet} options={intakeWords.yesNo} problem={problem} />
        <p>
          {intakeWords.readDeclaration} «{reviewWords.declaration}»
        </p>
        <Choice
          name="declaredBy"
          legend={intakeWords.declaredBy}
          options={intakeWords.declarations}
          problem={problem}
        />
      </div>
    </div>
  );
}
