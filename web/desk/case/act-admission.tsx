import { Choice } from "../../look/field.tsx";
import { LongText } from "../../look/long-text.tsx";
import { api } from "../api.ts";
import { held } from "../held-acts.tsx";
import { chosenOf, fieldProblem, linesOf } from "../typed.ts";
import { admissionNames, copyChannels, dismissalNames, fieldWords } from "./act-fields.words.ts";
import type { ActForm } from "./act-form.ts";
import { actWords } from "./acts.words.ts";
import type { CaseFile } from "./case-file.ts";

/** The ways to admit a claim that the API offers: accept it, propose to dismiss it, or both. */
function admissionsFor({ actions }: CaseFile): Partial<typeof admissionNames> {
  const { accepted, dismissal } = admissionNames;
  return {
    ...(actions.includes("claim-accepted") && { accepted }),
    ...(actions.includes("dismissal-proposed") && { dismissal }),
  };
}

/** The only way that is offered, which nobody need choose; none is chosen for who has two. */
function onlyWay(file: CaseFile): string {
  const [first = "", ...others] = Object.keys(admissionsFor(file));
  return others.length === 0 ? first : "";
}

/** Accepts a claim, or proposes to dismiss it with a ground and a reason. */
export const admission: ActForm = {
  Fields: ({ file, problem }) => (
    <>
      <Choice
        name="outcome"
        legend={fieldWords.admission}
        options={admissionsFor(file)}
        chosen={onlyWay(file)}
        problem={problem}
      />
      {file.actions.includes("dismissal-proposed") && (
        <>
          <p>{fieldWords.dismissalMeans}</p>
          <Choice name="ground" legend={fieldWords.ground} options={dismissalNames} problem={problem} />
          <LongText
            name="reason"
            label={fieldWords.reasonIfDismissed}
            hint={fieldWords.seenByUser}
            max={1000}
            problem={problem}
          />
        </>
      )}
    </>
  ),
  send: async ({ file, write, typed, form }) => {
    const outcome = chosenOf(admissionNames, typed("outcome"));
    if (!outcome) return fieldProblem("outcome", fieldWords.choose);
    const ground = chosenOf(dismissalNames, typed("ground"));
    const dismissal = outcome === "dismissal" && { ground, reason: typed("reason") };
    if (dismissal && (!ground || dismissal.reason.trim() === ""))
      return fieldProblem(ground ? "reason" : "ground", ground ? fieldWords.write : fieldWords.choose);
    return held({ form, what: `${actWords.admision.title} ${file.code}` }, () =>
      api.admitClaim({ ...write, body: { outcome, ...dismissal } }),
    );
  },
};

/** Observes a claim: each line of the text is one defect. */
export const observation: ActForm = {
  Fields: ({ problem }) => (
    <LongText name="defects" label={fieldWords.defects} hint={fieldWords.defectsHint} max={1500} problem={problem} />
  ),
  send: async ({ file, write, typed, form }) => {
    const defects = linesOf(typed("defects"));
    if (defects.length === 0) return fieldProblem("defects", fieldWords.write);
    return held({ form, what: `${actWords.observacion.title} ${file.code}` }, () =>
      api.observeClaim({ ...write, body: { defects } }),
    );
  },
};

/** Records that the copy of a telephone claim was sent. */
export const copy: ActForm = {
  Fields: ({ problem }) => (
    <Choice name="channel" legend={fieldWords.copyChannel} options={copyChannels} problem={problem} />
  ),
  send: async ({ write, typed }) => {
    const channel = chosenOf(copyChannels, typed("channel"));
    return channel ? api.sendCopy({ ...write, body: { channel } }) : fieldProblem("channel", fieldWords.choose);
  },
};

/** Returns a resolution that was sent to signature, with a reason. */
export const returned: ActForm = {
  Fields: ({ problem }) => (
    <LongText name="reason" label={fieldWords.returnReason} hint={fieldWords.inside} max={500} problem={problem} />
  ),
  send: async ({ write, typed }) => api.returnResolution({ ...write, body: { reason: typed("reason") } }),
};

/**
 * Records what a claimant showed to prove their standing, because their document is not the one in the register of
 * supplies.
 */
export const standingProof: ActForm = {
  Fields: ({ problem }) => (
    <LongText name="shown" label={fieldWords.shown} hint={fieldWords.shownHint} max={500} problem={problem} />
  ),
  send: async ({ write, typed }) => api.recordStandingProof({ ...write, body: { shown: typed("shown") } }),
};
