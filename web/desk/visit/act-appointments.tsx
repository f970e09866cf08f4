import { TextField } from "../../look/field.tsx";
import { LongText } from "../../look/long-text.tsx";
import { api } from "../api.ts";
import { fieldWords } from "../case/act-fields.words.ts";
import type { ActForm } from "../case/act-form.ts";

/** Gives the visit and the hearing of a claim their days, which it is still waiting for. */
export const appointments: ActForm = {
  Fields: ({ problem }) => (
    <LongText
      name="reason"
      label={fieldWords.appointmentReason}
      hint={fieldWords.appointmentReasonHint}
      max={500}
      problem={problem}
    />
  ),
  send: ({ write, typed }) => api.giveAppointments({ ...write, body: { reason: typed("reason") } }),
};

/** Records that a person of the office looked at the contact of a claim that was filed without an account. */
export const contactSeen: ActForm = {
  Fields: ({ problem }) => (
    <LongText
      name="remark"
      label={fieldWords.contactRemark}
      hint={fieldWords.contactRemarkHint}
      max={500}
      problem={problem}
    />
  ),
  send: ({ write, typed }) => api.seeContact({ ...write, body: { remark: typed("remark") } }),
};

/** Joins a claim that waits for its appointments with another claim of its supply, by that claim's code. */
export const joining: ActForm = {
  Fields: ({ file: { appointmentsWait }, problem }) => (
    <>
      <TextField
        name="code"
        label={fieldWords.joinedCode}
        {...(appointmentsWait?.sameAs && { initial: appointmentsWait.sameAs.code })}
        problem={problem}
      />
      <LongText
        name="reason"
        label={fieldWords.joinedReason}
        hint={fieldWords.seenByUser}
        max={500}
        problem={problem}
      />
    </>
  ),
  send: ({ write, typed }) => api.joinClaims({ ...write, body: { code: typed("code"), reason: typed("reason") } }),
};
