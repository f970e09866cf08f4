import { useRoute } from "preact-iso";
import { Choice, TextField } from "../../look/field.tsx";
import { LongText } from "../../look/long-text.tsx";
import { DayField } from "../../look/native-date.tsx";
import { monthAndYear } from "../../words/format.ts";
import { api } from "../api.ts";
import { Attachments } from "../attachment/attachments.tsx";
import { chosenOf, fieldProblem, numberOf, textOf } from "../typed.ts";
import { type ActFieldsProps, type ActForm, staffCounter } from "./act-form.ts";
import type { CaseFile } from "./case-file.ts";
import { billedBy, controlLeaks, controlOutcomes, evidenceWords, noticeMeans } from "./evidence.words.ts";

type Kind = Parameters<typeof api.addEvidence>[0]["body"]["kind"];

/** The names of the evidence that may be added with this form, by kind; billing controls have their own. */
function kindsOf({ evidence }: CaseFile): Partial<Record<Kind, string>> {
  return Object.fromEntries(
    evidence.flatMap(({ item, name, addable }) => (addable && item !== "billing-control" ? [[item, name]] : [])),
  );
}

/** The fields of a piece of evidence; the address may choose its kind (`?prueba=`). */
function EvidenceFields({ file, problem, onAttachments }: ActFieldsProps) {
  const { query } = useRoute();
  const chosen = query["prueba"];
  return (
    <>
      <Choice
        name="kind"
        legend={evidenceWords.kind}
        options={kindsOf(file)}
        problem={problem}
        {...(chosen !== undefined && { chosen })}
      />
      <LongText name="summary" label={evidenceWords.summary} max={1000} problem={problem} />
      <TextField
        name="noneFoundBy"
        label={evidenceWords.noneFoundBy}
        hint={evidenceWords.noneFoundHint}
        initial=""
        problem={problem}
      />
      <Attachments counter={staffCounter} max={10} problem={problem} onChange={onAttachments} />
    </>
  );
}

/** Adds evidence of an area of the utility, or records that a person found none. */
export const evidence: ActForm = {
  Fields: EvidenceFields,
  send: async ({ file, write, typed, uploadIds }) => {
    const kind = chosenOf(kindsOf(file), typed("kind"));
    if (!kind) return fieldProblem("kind", evidenceWords.choose);
    const body = { kind, summary: typed("summary"), noneFoundBy: textOf(typed("noneFoundBy")), uploadIds };
    return api.addEvidence({ ...write, body });
  },
};

const monthsOf = ({ receipts }: CaseFile): Readonly<Record<string, string>> =>
  Object.fromEntries(receipts.map(({ period }) => [period, monthAndYear(period)]));

/**
 * Records the billing control of a month, if the commercial system did not deliver it. Refuses a half-filled notice or
 * inspection.
 */
export const control: ActForm = {
  Fields: ({ file, problem }) => (
    <>
      <Choice name="period" legend={evidenceWords.period} options={monthsOf(file)} problem={problem} />
      <h2>{evidenceWords.notice}</h2>
      <p class="hint">{evidenceWords.noticeHint}</p>
      <DayField name="noticeOn" label={evidenceWords.noticeOn} problem={problem} />
      <TextField name="noticeAt" label={evidenceWords.noticeAt} size="short" initial="" problem={problem} />
      <Choice name="means" legend={evidenceWords.means} options={noticeMeans} problem={problem} />
      <TextField name="receiver" label={evidenceWords.receiver} initial="" problem={problem} />
      <h2>{evidenceWords.inspection}</h2>
      <p class="hint">{evidenceWords.noticeHint}</p>
      <DayField name="inspectionOn" label={evidenceWords.inspectionOn} problem={problem} />
      <TextField name="hours" label={evidenceWords.hours} size="short" initial="" problem={problem} />
      <Choice name="outcome" legend={evidenceWords.outcome} options={controlOutcomes} problem={problem} />
      <Choice name="leak" legend={evidenceWords.leak} options={controlLeaks} problem={problem} />
      <TextField name="reading" label={evidenceWords.reading} numeric size="short" initial="" problem={problem} />
      <Choice name="billedBy" legend={evidenceWords.billedBy} options={billedBy} problem={problem} />
    </>
  ),
  send: async ({ write, typed }) => {
    const how = chosenOf(billedBy, typed("billedBy"));
    if (!how) return fieldProblem("billedBy", evidenceWords.choose);
    const notice = noticeOf(typed);
    if (notice === "half") return fieldProblem("means", evidenceWords.choose);
    const inspection = inspectionOf(typed);
    if (inspection === "half") return fieldProblem("outcome", evidenceWords.choose);
    return api.recordControl({ ...write, body: { period: typed("period"), notice, inspection, billedBy: how } });
  },
};

type Typed = (name: string) => string;

const isBlank = (typed: Typed, names: readonly string[]): boolean => names.every((name) => typed(name).trim() === "");

/**
 * Returns the notice as typed. Undefined if nothing of it was typed, `half` if something was but not how the notice was
 * given.
 */
function noticeOf(typed: Typed) {
  const means = chosenOf(noticeMeans, typed("means"));
  if (!means) return isBlank(typed, ["noticeOn", "noticeAt", "receiver"]) ? undefined : "half";
  return { on: typed("noticeOn"), at: typed("noticeAt"), means, receiver: textOf(typed("receiver")) };
}

/**
 * Returns the inspection as typed. Undefined if nothing of it was typed, `half` if something was but not the outcome.
 */
function inspectionOf(typed: Typed) {
  const outcome = chosenOf(controlOutcomes, typed("outcome"));
  if (!outcome) return isBlank(typed, ["inspectionOn", "hours", "leak", "reading"]) ? undefined : "half";
  const leak = chosenOf(controlLeaks, typed("leak"));
  return { on: typed("inspectionOn"), hours: typed("hours"), outcome, leak, reading: numberOf(typed("reading")) };
}
