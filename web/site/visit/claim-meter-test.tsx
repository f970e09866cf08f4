import { Tick } from "../../look/tick.tsx";
import { writeKeyOf } from "../../look/write-key.tsx";
import { api } from "../api.ts";
import { ActForm, type ActProps, missing } from "../claim/act-form.tsx";
import { Heading } from "../page.tsx";
import { meterTestWords } from "./claim-meter-test.words.ts";

/**
 * Renders the form that asks for a meter test. If the box that accepts its cost is not ticked, shows a problem and
 * sends nothing.
 */
export function MeterTest({ claim: { claimId }, onDone }: ActProps) {
  return (
    <>
      <Heading arrived>{meterTestWords.title}</Heading>
      <p>{meterTestWords.text}</p>
      <ActForm
        name={`meter-test.${claimId}`}
        action={meterTestWords.send}
        check={(typed) => missing("costAccepted", typed("costAccepted"), meterTestWords.missing)}
        send={(typed) =>
          api.requestMeterTest({ params: { claimId }, body: { costAccepted: true }, key: writeKeyOf(typed) })
        }
        onDone={onDone}
      >
        {(problem) => <Tick name="costAccepted" label={meterTestWords.cost} problem={problem} />}
      </ActForm>
    </>
  );
}
