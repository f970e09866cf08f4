import { Light } from "../../look/light.tsx";
import { instant } from "../../words/format.ts";
import { quejaGroundNames } from "../../words/queja-grounds.ts";
import { caseWords, quejaOutcomeNames } from "../case/case.words.ts";
import type { CaseFile } from "../case/case-file.ts";

/** Renders the quejas of a case; one that was not sent on has the light of its term. */
export function CaseQuejas({ file: { quejas, clocks } }: { readonly file: CaseFile }) {
  const clock = clocks.find(({ id }) => id === "T20");
  return (
    <section>
      <h2>{caseWords.quejas}</h2>
      <ul class="files">
        {quejas.map(({ submissionNumber, ground, duty, facts, forwarded, answer }) => (
          <li key={submissionNumber}>
            <span>
              {submissionNumber}: {quejaGroundNames[ground]}. {duty}
              <span class="hint">{facts}</span>
              {forwarded && (
                <span class="hint">
                  {caseWords.quejaSent(forwarded.to, instant(forwarded.at), forwarded.reference)}
                </span>
              )}
              {answer && (
                <span class="hint">
                  {quejaOutcomeNames[answer.outcome]}, {instant(answer.at)} {answer.summary}
                </span>
              )}
            </span>
            {!answer && !forwarded && clock && <Light daysLeft={clock.daysLeft} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
