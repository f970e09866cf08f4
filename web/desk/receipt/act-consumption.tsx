import type { ClientProblem } from "../../client.ts";
import { Choice, TextField } from "../../look/field.tsx";
import { LongText } from "../../look/long-text.tsx";
import { DayField, InstantField, typedInstant } from "../../look/native-date.tsx";
import { dateWithWeekday } from "../../words/format.ts";
import { api } from "../api.ts";
import { Attachments } from "../attachment/attachments.tsx";
import { fieldWords } from "../case/act-fields.words.ts";
import { type ActForm, type ActSending, staffCounter } from "../case/act-form.ts";
import { costNames, moveNames, notifiedNames, ruleFields, testResultNames } from "../case/rules.words.ts";
import { repairFields, repairNames } from "../reading/repair.words.ts";
import { chosenOf, fieldProblem, numberOf } from "../typed.ts";

/** Asks how the claimant was notified and, for a delivery, when. */
function NotificationFields({ problem }: { readonly problem: ClientProblem | undefined }) {
  return (
    <>
      <Choice name="how" legend={ruleFields.notification} options={notifiedNames} problem={problem} />
      <InstantField
        name="deliveredAt"
        label={ruleFields.deliveredAt}
        hint={ruleFields.deliveredHint}
        problem={problem}
      />
    </>
  );
}

/** Returns how the claimant was notified and, for a delivery, when. Undefined while no way is chosen. */
function notificationOf({ typed }: ActSending) {
  const how = chosenOf(notifiedNames, typed("how"));
  const deliveredAt = typed("deliveredAt");
  return how && { how, ...(how === "delivered" && deliveredAt !== "" && { deliveredAt: typedInstant(deliveredAt) }) };
}

/** Requires the claimant to repair a non-visible leak, and records how they were notified. */
export const repairRequirement: ActForm = {
  Fields: ({ problem }) => (
    <>
      <LongText name="text" label={ruleFields.leak} hint={fieldWords.seenByUser} max={1000} problem={problem} />
      <NotificationFields problem={problem} />
    </>
  ),
  send: async (sending) => {
    const notification = notificationOf(sending);
    if (!notification) return fieldProblem("how", fieldWords.choose);
    return api.requireRepair({ ...sending.write, body: { ...notification, text: sending.typed("text") } });
  },
};

/** Asks for the new evidence that a reconsideration lacks, and records how the claimant was notified. */
export const evidenceRequest: ActForm = {
  Fields: ({ problem }) => (
    <>
      <LongText
        name="text"
        label={ruleFields.evidenceAsked}
        hint={fieldWords.seenByUser}
        max={1000}
        problem={problem}
      />
      <NotificationFields problem={problem} />
    </>
  ),
  send: async (sending) => {
    const notification = notificationOf(sending);
    if (!notification) return fieldProblem("how", fieldWords.choose);
    return api.askNewEvidence({ ...sending.write, body: { ...notification, text: sending.typed("text") } });
  },
};

/**
 * Records the visit that verifies a repair: readings before and after (m³), the minutes between, and whether it is
 * repaired.
 */
export const repairVerification: ActForm = {
  Fields: ({ problem, onAttachments }) => (
    <>
      <InstantField name="verifiedAt" label={ruleFields.verifiedAt} problem={problem} />
      <TextField name="before" label={repairFields.before} keyboard="decimal" size="short" problem={problem} />
      <TextField name="after" label={repairFields.after} keyboard="decimal" size="short" problem={problem} />
      <TextField name="minutes" label={repairFields.minutes} numeric size="tiny" problem={problem} />
      <Choice name="repaired" legend={repairFields.repaired} options={repairNames} problem={problem} />
      <LongText
        name="observations"
        label={repairFields.observations}
        hint={fieldWords.seenByUser}
        max={1000}
        problem={problem}
      />
      <Attachments counter={staffCounter} max={10} problem={problem} onChange={onAttachments} />
    </>
  ),
  send: async ({ write, typed, uploadIds }) => {
    const repaired = chosenOf(repairNames, typed("repaired"));
    if (!repaired) return fieldProblem("repaired", fieldWords.choose);
    return api.verifyRepair({
      ...write,
      body: {
        verifiedAt: typedInstant(typed("verifiedAt")),
        repaired: repaired === "yes",
        before: numberOf(typed("before")) ?? Number.NaN,
        after: numberOf(typed("after")) ?? Number.NaN,
        minutes: numberOf(typed("minutes")) ?? Number.NaN,
        observations: typed("observations"),
        uploadIds,
      },
    });
  },
};

/** Records that the claimant asks for a meter test and accepts its cost, without which it is not sent. */
export const meterTestRequest: ActForm = {
  Fields: ({ problem }) => (
    <Choice name="costAccepted" legend={ruleFields.cost} options={costNames} problem={problem} />
  ),
  send: async ({ write, typed }) =>
    chosenOf(costNames, typed("costAccepted"))
      ? api.askMeterTest({ ...write, body: { costAccepted: true } })
      : fieldProblem("costAccepted", fieldWords.choose),
};

/** Orders a meter test: its day, hour, tester and place. */
export const meterTestOrder: ActForm = {
  Fields: ({ file: { consumption }, problem }) => (
    <>
      {consumption?.meterTest?.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <DayField name="testOn" label={ruleFields.testOn} problem={problem} />
      <TextField name="at" label={ruleFields.testAt} size="short" problem={problem} />
      <TextField name="tester" label={ruleFields.tester} hint={fieldWords.seenByUser} problem={problem} />
      <TextField name="place" label={ruleFields.place} hint={fieldWords.seenByUser} problem={problem} />
    </>
  ),
  send: async ({ write, typed }) =>
    api.orderMeterTest({
      ...write,
      body: { testOn: typed("testOn"), at: typed("at"), tester: typed("tester"), place: typed("place") },
    }),
};

/** Records how the claimant was notified of the meter test. */
export const meterTestNotice: ActForm = {
  Fields: NotificationFields,
  send: async (sending) => {
    const notification = notificationOf(sending);
    return notification
      ? api.notifyMeterTest({ ...sending.write, body: notification })
      : fieldProblem("how", fieldWords.choose);
  },
};

/** Records the result of a meter test, with its certificate and files. */
export const meterTestReport: ActForm = {
  Fields: ({ problem, onAttachments }) => (
    <>
      <Choice name="result" legend={ruleFields.result} options={testResultNames} problem={problem} />
      <TextField name="certificate" label={ruleFields.certificate} problem={problem} />
      <TextField
        name="errorPercent"
        label={ruleFields.errorPercent}
        keyboard="decimal"
        size="short"
        initial=""
        problem={problem}
      />
      <Attachments counter={staffCounter} max={10} problem={problem} onChange={onAttachments} />
    </>
  ),
  send: async ({ write, typed, uploadIds }) => {
    const result = chosenOf(testResultNames, typed("result"));
    if (!result) return fieldProblem("result", fieldWords.choose);
    return api.reportMeterTest({
      ...write,
      body: {
        result,
        certificate: typed("certificate"),
        errorPercent: numberOf(typed("errorPercent")),
        uploadIds,
      },
    });
  },
};

/** Moves the hearing to another day, for a reason. The API allows it once. */
export const movedHearing: ActForm = {
  Fields: ({ file: { hearing }, problem }) => (
    <>
      <Choice name="reason" legend={ruleFields.moveReason} options={moveNames} problem={problem} />
      <DayField
        name="on"
        label={ruleFields.moveOn}
        problem={problem}
        {...(hearing && { hint: ruleFields.moveHint(dateWithWeekday(hearing.on)) })}
      />
    </>
  ),
  send: async ({ write, typed }) => {
    const reason = chosenOf(moveNames, typed("reason"));
    return reason
      ? api.moveHearing({ ...write, body: { reason, on: typed("on") } })
      : fieldProblem("reason", fieldWords.choose);
  },
};
