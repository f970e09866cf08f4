import * as z from "zod";
import { type Confirmation, confirmationsIn, type IntakeChannel } from "../../domain/counter/act-on-behalf.ts";
import { actOnBehalf } from "../case/case-edits.ts";
import { caseView } from "../case/case-view.ts";
import { filedQueja, findings } from "../claim/claim-views.ts";
import {
  confirmation,
  consentFields,
  extensionFields,
  hearingChoiceFields,
  intakeChannel,
  liveChannel,
  newEvidenceFields,
  presented,
  quejaFields,
  recourseFields,
  remedyFields,
  unconfirmedAct,
  withdrawalFields,
} from "../claim/claimant-acts.ts";
import { isOneAnswer, offerAnswerShape } from "../conciliation/offer-fields.ts";
import { claimParams, email, idField, languageChoice, telephoneNumber, words } from "../filing/claim-fields.ts";
import { defineRoute } from "../route.ts";
import { hearingSeen, slotFields, visitView } from "../visit/visit-views.ts";

/** Whether an act that came by this intake channel may be confirmed this way (`confirmationsIn`). */
function isConfirmable({
  came: how,
  confirmation: { by },
}: {
  readonly came: IntakeChannel;
  readonly confirmation: { readonly by: Confirmation["by"] };
}): boolean {
  return confirmationsIn(how).has(by);
}

const wrongConfirmation = {
  path: ["confirmation"],
  error:
    "Quien llama por teléfono confirma con el código, o con su voz si no tiene celular ni correo; quien viene puede firmar, y un documento presentado se toma como está.",
};

/** Whether the submission is named if the act came by the document desk, and not named if it came otherwise. */
function namesItsDocument({
  came: how,
  presented: brought,
}: {
  came: string;
  presented?: object | undefined;
}): boolean {
  return (how === "document-desk") === (brought !== undefined);
}

const documentNotNamed = { path: ["presented"], error: "Di qué documento presentó, y cuándo." };

/** Whether no upload is sent both as the signed paper of the act and as its evidence. */
function isUploadedOnce({
  uploadIds: proofs,
  ...said
}: {
  uploadIds: readonly string[];
  confirmation?: object | undefined;
  presented?: object | undefined;
}): boolean {
  const signed = said.confirmation ?? said.presented;
  const ids = signed && "uploadIds" in signed && Array.isArray(signed.uploadIds) ? signed.uploadIds : [];
  return !ids.some((id) => proofs.includes(id));
}

const uploadedTwice = {
  path: ["uploadIds"],
  error: "El papel firmado no es también una prueba: agrega ahí otro archivo.",
};

export const takeRemedy = defineRoute({
  ...actOnBehalf,
  path: "/desk/claims/{claimId}/remedy",
  summary:
    "Records how the claimant answers an observation (subsanación): by telephone, at the counter, or in a document they handed in, which counts from its own day.",
  body: remedyFields
    .extend({ came: intakeChannel, presented: presented.optional() })
    .refine(namesItsDocument, documentNotNamed)
    .refine(isUploadedOnce, uploadedTwice),
  refusals: ["claim-not-found", "upload-not-found", "submission-not-found", "not-now"],
});

export const takeNewEvidence = defineRoute({
  ...actOnBehalf,
  path: "/desk/claims/{claimId}/new-evidence",
  summary: "Records the new evidence that a claimant brings for their reconsideration: one document at least.",
  body: newEvidenceFields
    .extend({ came: intakeChannel, presented: presented.optional() })
    .refine(namesItsDocument, documentNotNamed)
    .refine(isUploadedOnce, uploadedTwice),
  refusals: ["claim-not-found", "upload-not-found", "submission-not-found", "not-now"],
});

export const takeExtension = defineRoute({
  ...actOnBehalf,
  path: "/desk/claims/{claimId}/extension",
  summary:
    "Records the grounds, evidence or months of the same supply that a claimant adds to their claim in its first days (ampliación).",
  body: extensionFields
    .extend({ came: intakeChannel, presented: presented.optional() })
    .refine(namesItsDocument, documentNotNamed)
    .refine(isUploadedOnce, uploadedTwice),
  refusals: ["claim-not-found", "receipt-not-found", "upload-not-found", "submission-not-found", "not-now"],
});

export const takeOfferAnswer = defineRoute({
  ...actOnBehalf,
  path: "/desk/claims/{claimId}/offers/{offerId}/answer",
  summary: "Records whether a claimant who telephones or comes accepts an offer to settle; an offer is answered once.",
  params: claimParams.extend({ offerId: idField("Esa propuesta no existe.") }),
  body: z.strictObject({ ...offerAnswerShape, came: liveChannel }).refine(...isOneAnswer),
  refusals: ["claim-not-found", "offer-not-found", "cannot-price", "not-now"],
});

export const takeHearingChoice = defineRoute({
  ...actOnBehalf,
  path: "/desk/claims/{claimId}/hearing-choice",
  summary: "Records how a claimant who telephones or comes wants their hearing held, and which number to call for it.",
  body: hearingChoiceFields.extend({ came: liveChannel }),
  refusals: ["claim-not-found", "not-now"],
});

export const takeHearingConfirmation = defineRoute({
  ...actOnBehalf,
  path: "/desk/claims/{claimId}/hearing-confirmation",
  summary:
    "Records that a claimant who telephones or comes will take part in the hearing, on the day and hour they heard.",
  body: hearingSeen.extend({ came: liveChannel }),
  refusals: ["claim-not-found", "not-now"],
});

export const takeLanguage = defineRoute({
  ...actOnBehalf,
  path: "/desk/claims/{claimId}/language",
  summary:
    "Records in which language a claimant who telephones or comes wants to be attended, and whether they need an interpreter.",
  body: languageChoice.extend({ came: liveChannel }),
  refusals: ["claim-not-found", "not-now"],
});

export const takeKeyReplacement = defineRoute({
  ...actOnBehalf,
  path: "/desk/claims/{claimId}/key",
  summary:
    "Gives the claim another key for a claimant who telephones or comes and says their document; it goes to the contact that was read to them. The key before, and the accounts that opened the claim by it, open it no more.",
  body: z.strictObject({ came: liveChannel, documentNumber: words("Pídele el número de su documento.", 20) }),
  refusals: ["claim-not-found", "not-now"],
});

export const takeContact = defineRoute({
  ...actOnBehalf,
  path: "/desk/claims/{claimId}/contact",
  summary:
    "Records the new telephone, mail or address of a claimant who telephones or comes and says their document; the contact before is notified. By telephone the new one counts once its days to undo are over. Ten changes a day at most.",
  body: z
    .strictObject({
      came: liveChannel,
      documentNumber: words("Pídele el número de su documento.", 20),
      telephone: telephoneNumber.optional(),
      email: email.optional(),
      address: words("Escribe la dirección.", 200).optional(),
    })
    .refine(({ telephone, email: mail, address }) => telephone ?? mail ?? address, {
      path: ["telephone"],
      error: "Escribe lo que cambia: teléfono, correo o dirección.",
    }),
  refusals: ["claim-not-found", "not-now"],
});

export const showCalledVisit = defineRoute({
  method: "GET",
  path: "/desk/claims/{claimId}/visit",
  audience: "staff",
  roles: ["operator", "clerk"],
  summary: "Returns the next visit of a claim as its claimant sees it, with the free slots they may choose.",
  params: claimParams,
  status: 200,
  answer: visitView,
  refusals: ["claim-not-found"],
});

export const takeVisitChoice = defineRoute({
  ...actOnBehalf,
  path: "/desk/claims/{claimId}/visit-choice",
  summary:
    "Records for a claimant who telephones or comes that somebody will be there for the visit, if its own slot is named; or moves it to another free slot, under the same limits as by web.",
  body: slotFields.extend({ came: liveChannel }),
  refusals: ["claim-not-found", "not-now"],
});

export const takeNoticeConsent = defineRoute({
  ...actOnBehalf,
  path: "/desk/claims/{claimId}/notice-consent",
  summary:
    "Records that a claimant who telephones or comes agrees to be notified by e-mail or in the mailbox, or no longer agrees; ten changes a day at most.",
  body: consentFields.extend({ came: liveChannel }),
  refusals: ["claim-not-found", "not-now"],
});

export const checkCalledRecourse = defineRoute({
  method: "POST",
  path: "/desk/claims/{claimId}/recourses/pre-check",
  audience: "staff",
  roles: ["operator", "clerk"],
  summary:
    "Returns what a claimant should hear of a recourse before it is filed for them: its term, which one fits, what it lacks. Writes nothing and blocks nothing.",
  params: claimParams,
  body: recourseFields.partial(),
  status: 200,
  answer: findings,
  refusals: ["claim-not-found"],
});

export const askConfirmation = defineRoute({
  ...actOnBehalf,
  roles: ["operator", "clerk", "conciliator"],
  path: "/desk/claims/{claimId}/confirmations",
  summary:
    "Sends a code to the claim's own mobile or e-mail address, to confirm exactly what staff wrote down; six codes a day at most.",
  body: z.strictObject({
    channel: z.enum(["email", "sms"], { error: "Elige por dónde se envía el código." }),
    what: unconfirmedAct,
  }),
  answer: z.object({ channel: z.enum(["email", "sms"]), until: z.string() }),
  refusals: ["claim-not-found", "upload-not-found", "not-now"],
});

export const takeWithdrawal = defineRoute({
  ...actOnBehalf,
  path: "/desk/claims/{claimId}/withdrawal-request",
  summary:
    "Files the request to withdraw of a claimant who telephones, comes or handed in a document, once it is confirmed.",
  body: withdrawalFields.extend({ came: intakeChannel, confirmation }).refine(isConfirmable, wrongConfirmation),
  refusals: ["claim-not-found", "upload-not-found", "submission-not-found", "not-confirmed", "not-now"],
});

export const takeUndoneWithdrawal = defineRoute({
  ...actOnBehalf,
  path: "/desk/claims/{claimId}/withdrawal-request/undone",
  summary:
    "Records that a claimant who telephones or comes undoes the request to withdraw that they made by telephone, while its days to undo last.",
  body: z.strictObject({ came: liveChannel }),
  refusals: ["claim-not-found", "not-now"],
});

export const takeRecourse = defineRoute({
  ...actOnBehalf,
  path: "/desk/claims/{claimId}/recourses",
  summary:
    "Files the recourse of a claimant who telephones, comes or handed in a document, in the claim and at the document desk, once it is confirmed.",
  body: recourseFields
    .extend({ came: intakeChannel, confirmation })
    .refine(isConfirmable, wrongConfirmation)
    .refine(isUploadedOnce, uploadedTwice),
  status: 201,
  answer: z.object({
    submissionId: z.string(),
    submissionNumber: z.string(),
    filedAt: z.string(),
    filedOn: z.string(),
    late: z.boolean(),
    claim: caseView,
  }),
  refusals: ["claim-not-found", "upload-not-found", "submission-not-found", "not-confirmed", "not-now"],
});

export const takeQueja = defineRoute({
  ...actOnBehalf,
  path: "/desk/claims/{claimId}/complaints",
  summary:
    "Files the queja of a claimant who telephones, comes or handed in a document, in the claim and at the document desk.",
  body: quejaFields
    .extend({ came: intakeChannel, presented: presented.optional() })
    .refine(namesItsDocument, documentNotNamed)
    .refine(isUploadedOnce, uploadedTwice),
  status: 201,
  answer: z.object({ ...filedQueja, claim: caseView }),
  refusals: ["claim-not-found", "upload-not-found", "submission-not-found", "not-now"],
});
