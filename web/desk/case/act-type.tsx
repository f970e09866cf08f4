import { Choice } from "../../look/field.tsx";
import { LongText } from "../../look/long-text.tsx";
import { claimTypeNames } from "../../words/claim-types.ts";
import { api } from "../api.ts";
import { chosenOf, fieldProblem } from "../typed.ts";
import { fieldWords, recourseNames } from "./act-fields.words.ts";
import type { ActForm } from "./act-form.ts";
import type { CaseFile } from "./case-file.ts";

/** The other types of the claim's class; every type for a claim about a receipt (F) that is not admitted yet. */
function othersOf({ claimType, state }: CaseFile): Readonly<Record<string, string>> {
  const mayBeProblem = claimType.startsWith("F") && state === "filed";
  const isOther = ([type]: readonly [string, string]) =>
    type !== claimType && (mayBeProblem || type[0] === claimType[0]);
  return Object.fromEntries(Object.entries(claimTypeNames).filter(isOther));
}

/** Reclassifies a claim to another type, with a reason. */
export const reclassification: ActForm = {
  Fields: ({ file, problem }) => (
    <>
      <Choice name="claimType" legend={fieldWords.claimType} options={othersOf(file)} problem={problem} />
      <LongText name="reason" label={fieldWords.typeReason} hint={fieldWords.seenByUser} max={500} problem={problem} />
    </>
  ),
  send: async ({ write, typed }) => {
    const claimType = chosenOf(claimTypeNames, typed("claimType"));
    if (!claimType) return fieldProblem("claimType", fieldWords.choose);
    return api.reclassifyClaim({ ...write, body: { claimType, reason: typed("reason") } });
  },
};

/** Reclassifies a recourse: an appeal as a reconsideration, or the reverse. */
export const recourseKind: ActForm = {
  Fields: ({ file: { state }, problem }) => {
    const { appeal, reconsideration } = recourseNames;
    return (
      <>
        <Choice
          name="as"
          legend={fieldWords.recourseKind}
          options={state === "in-appeal" ? { reconsideration } : { appeal }}
          problem={problem}
        />
        <LongText
          name="reason"
          label={fieldWords.typeReason}
          hint={fieldWords.seenByUser}
          max={500}
          problem={problem}
        />
      </>
    );
  },
  send: async ({ write, typed }) => {
    const as = chosenOf(recourseNames, typed("as"));
    return as
      ? api.reclassifyRecourse({ ...write, body: { as, reason: typed("reason") } })
      : fieldProblem("as", fieldWords.choose);
  },
};
