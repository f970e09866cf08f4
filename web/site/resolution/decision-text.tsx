import { PrintedText } from "../../look/printed-text.tsx";
import { outcomeNames } from "./claim-outcome.words.ts";
import { type DecisionView, decisionWords as words } from "./decision.words.ts";

interface DecisionProps {
  readonly decision: Pick<DecisionView, "outcome" | "decision" | "reasons" | "months">;
}

/**
 * Renders what a decision means in plain words: whether it grants the claim, what it decides, and what changes on each
 * receipt, or that no receipt changes.
 */
export function DecisionInWords({ decision: { outcome, decision, months } }: DecisionProps) {
  return (
    <>
      <p class="why">
        <b>{outcomeNames[outcome]}</b>
      </p>
      <p>{decision}</p>
      <h2>{words.changes}</h2>
      {months.length === 0 && <p>{words.noChange}</p>}
      {months.map((month) => (
        <p key={month.receiptNumber}>{words.month(month)}</p>
      ))}
    </>
  );
}

interface SignedTextProps {
  readonly decision: Pick<DecisionView, "number" | "issuedOn" | "text" | "rectified">;
}

/**
 * Renders the text of a signed resolution by its own headings, with its number and date and, as notices, what was
 * rectified since. If `text` is undefined, says where the resolution can be read instead.
 */
export function SignedText({ decision: { number, issuedOn, text, rectified } }: SignedTextProps) {
  return (
    <section>
      <h2>{words.text}</h2>
      <p>
        {words.number(number, issuedOn)}
        <br />
        {text ? words.sameText : words.noText}
      </p>
      {rectified.map(({ at, says, should }) => (
        <p class="notice" key={at}>
          {words.rectified(at, says, should)}
        </p>
      ))}
      {text && <PrintedText parts={text} />}
    </section>
  );
}
