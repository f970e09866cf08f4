import { telephoneAddress } from "../../look/contacts.tsx";
import { useOffice } from "../../office.ts";
import { exitWords } from "../claim/claim-exits.words.ts";
import type { Answers } from "../filing/answers.ts";
import { askedSteps } from "../filing/asked-steps.ts";
import { answerTo, type RowName } from "../filing/claim-answers.ts";
import { stepOf } from "../filing/claim-fields.ts";
import { reviewRows } from "../filing/claim-review-rows.words.ts";
import { stepWords } from "../filing/claim-steps.words.ts";
import { DraftStrip } from "../filing/draft-strip.tsx";
import { Heading } from "../page.tsx";
import { telephoneDraftWords } from "./claim-by-telephone.words.ts";

/** The order in which an operator asks. */
const asked: readonly RowName[] = [
  "supplyCode",
  "number",
  "reason",
  "receipts",
  "grounds",
  "request",
  "leakCheck",
  "meterReading",
  "meterTest",
  "visitPreference",
  "as",
  "givenNames",
  "address",
  "telephone",
  "email",
  "notifyByEmail",
  "hearingMode",
];

interface ClaimByTelephoneProps {
  readonly answers: Answers;
  /** The address of the step the person came from. */
  readonly back: string;
}

/**
 * Renders the answers of a draft for a person who calls the office and reads them aloud, in the order in which an
 * operator asks. A question without an answer says that the operator will ask it. A question of a step that the draft
 * does not ask is left out. Above are the office's telephone and its hours.
 */
export function ClaimByTelephone({ answers, back }: ClaimByTelephoneProps) {
  const { telephone, address, hours } = useOffice();
  const steps = askedSteps(answers);
  return (
    <>
      <p class="back">
        <a href={back}>{stepWords.back}</a>
      </p>
      <DraftStrip />
      <Heading titled={stepWords.titleOf(exitWords.byTelephone)}>{exitWords.byTelephone}</Heading>
      <p>
        {telephoneDraftWords.call} <a href={telephoneAddress(telephone)}>{telephone}</a>,{" "}
        {telephoneDraftWords.hours(hours.telephone)} {telephoneDraftWords.read}
      </p>
      <dl class="review">
        {asked
          .filter((row) => row === "supplyCode" || steps.includes(stepOf(row)))
          .map((row) => (
            <div key={row}>
              <dt>{reviewRows[row]}</dt>
              <dd>{answerTo(row, answers) || telephoneDraftWords.asked}</dd>
            </div>
          ))}
      </dl>
      <p>{telephoneDraftWords.notYet}</p>
      <p>{telephoneDraftWords.holderOnly(address, hours.counter)}</p>
      <p>{telephoneDraftWords.eraseAfter}</p>
    </>
  );
}
