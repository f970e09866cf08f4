import { useState } from "preact/hooks";
import { Choice, TextField } from "../../look/field.tsx";
import { LongText } from "../../look/long-text.tsx";
import { DayField } from "../../look/native-date.tsx";
import { chosenOf, fieldProblem, numberOf, textOf } from "../typed.ts";
import { ActForm, type ActsProps, useAct } from "./reading-act-form.tsx";
import { readingWords } from "./readings.words.ts";
import { repairFields, repairNames } from "./repair.words.ts";

/** Renders the form that records when and how the requirement to repair a hidden leak was handed over. */
export function RepairRequired(props: ActsProps) {
  const { fields } = readingWords;
  const sending = useAct(props, (typed) => {
    const means = chosenOf(readingWords.written, typed("means"));
    if (!means) return fieldProblem("means", readingWords.choose);
    const receiver = textOf(typed("receiver"));
    return {
      ...{ type: "repair-required", noticeOn: typed("noticeOn"), noticeAt: typed("noticeAt"), means },
      ...(receiver !== undefined && { receiver }),
    };
  });
  const { problem } = sending;
  return (
    <ActForm title={readingWords.acts.required} text={readingWords.requiredText} {...props} {...sending}>
      <DayField name="noticeOn" label={fields.handedOn} problem={problem} />
      <TextField name="noticeAt" label={fields.handedAt} size="short" problem={problem} />
      <Choice name="means" legend={fields.handedBy} options={readingWords.written} problem={problem} />
      <TextField name="receiver" label={fields.receiver} problem={problem} />
    </ActForm>
  );
}

/** Renders the form of the visit that verifies a repair: its day and hours, the leak test, and what was found. */
export function RepairVerified(props: ActsProps) {
  const { fields } = readingWords;
  const [chosen, setChosen] = useState("");
  const sending = useAct(props, (typed) => {
    const repaired = chosenOf(repairNames, typed("repaired"));
    if (!repaired) return fieldProblem("repaired", readingWords.choose);
    const repairedOn = textOf(typed("repairedOn"));
    return {
      ...{ type: "repair-verified", visitedOn: typed("visitedOn"), from: typed("from"), to: typed("to") },
      ...{ repaired: repaired === "yes", ...(repairedOn !== undefined && { repairedOn }) },
      before: numberOf(typed("before")) ?? Number.NaN,
      after: numberOf(typed("after")) ?? Number.NaN,
      minutes: numberOf(typed("minutes")) ?? Number.NaN,
      remark: typed("remark"),
    };
  });
  const { problem } = sending;
  return (
    <ActForm title={readingWords.acts.verified} text={readingWords.waits(props.reading)} {...props} {...sending}>
      <DayField name="visitedOn" label={fields.visitOn} problem={problem} />
      <TextField name="from" label={fields.began} size="short" problem={problem} />
      <TextField name="to" label={fields.ended} size="short" problem={problem} />
      <TextField name="before" label={repairFields.before} keyboard="decimal" size="short" problem={problem} />
      <TextField name="after" label={repairFields.after} keyboard="decimal" size="short" problem={problem} />
      <TextField name="minutes" label={repairFields.minutes} numeric size="tiny" problem={problem} />
      <Choice
        name="repaired"
        legend={repairFields.repaired}
        options={repairNames}
        onChoose={setChosen}
        problem={problem}
      />
      {chosen === "yes" && <DayField name="repairedOn" label={fields.repairedOn} problem={problem} />}
      <LongText name="remark" label={repairFields.observations} max={1000} problem={problem} />
    </ActForm>
  );
}
