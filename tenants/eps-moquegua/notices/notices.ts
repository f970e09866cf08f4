import type { NoticeTemplates } from "../../../shared/tenant/notice-templates.ts";
import { claimActed, linkEnded, receiptArrived } from "./account.ts";
import { confirmationAsked, contactChanged, contactCodeAsked, keyReplaced } from "./confirmation.ts";
import { noticeDispatched, resolutionDispatched } from "./decision.ts";
import { documentSigned, executed, lapseNotified, rectified, silenceCertified, withdrawalAccepted } from "./ending.ts";
import { attachmentMissing, claimFiled, copyAsked, datesMoved, reclassified, takenAsProblem } from "./filing.ts";
import {
  appointmentsGiven,
  claimsJoined,
  conciliationHeld,
  hearingLinkSet,
  hearingModeChosen,
  hearingMoved,
  hearingReminded,
  offerMade,
} from "./hearing.ts";
import {
  defectObserved,
  inspectionAssigned,
  inspectionReported,
  leakRepairRequired,
  leakVerified,
  meterTestOrdered,
  meterTestReported,
  ownerChanged,
  visitMoved,
} from "./investigation.ts";
import { linkWords } from "./link.ts";
import { quejaAnswered, quejaFiled, quejaForwarded } from "./queja.ts";
import {
  appealFiled,
  fileElevated,
  newEvidenceAsked,
  reconsiderationFiled,
  recourseReclassified,
  tribunalDecided,
} from "./recourse.ts";
import { actReminded } from "./reminder.ts";
import { noticeConsent, offerAnswered, withdrawalRequested, withdrawalUndone } from "./spoken-acts.ts";
import { submissionSteps } from "./submission.ts";

/**
 * The texts of EPS Moquegua's mails and text messages, by the entry that they notify. They are our own plain words, for
 * its lawyers to read.
 */
export const notices: NoticeTemplates = {
  of: {
    "claim-filed": claimFiled,
    "defect-observed": defectObserved,
    "notice-dispatched": noticeDispatched,
    "lapse-notified": lapseNotified,
    "inspection-assigned": inspectionAssigned,
    "inspection-reported": inspectionReported,
    "visit-moved": visitMoved,
    reclassified,
    "taken-as-problem": takenAsProblem,
    "leak-repair-required": leakRepairRequired,
    "leak-verified": leakVerified,
    "meter-test-ordered": meterTestOrdered,
    "meter-test-reported": meterTestReported,
    "hearing-moved": hearingMoved,
    "hearing-mode-chosen": hearingModeChosen,
    "hearing-link-set": hearingLinkSet,
    "hearing-reminded": hearingReminded,
    "act-reminded": actReminded,
    "appointments-given": appointmentsGiven,
    "owner-changed": ownerChanged,
    "claims-joined": claimsJoined,
    "conciliation-held": conciliationHeld,
    "offer-made": offerMade,
    "offer-answered": offerAnswered,
    "withdrawal-requested": withdrawalRequested,
    "withdrawal-undone": withdrawalUndone,
    "notice-consent": noticeConsent,
    "confirmation-asked": confirmationAsked,
    "contact-code-asked": contactCodeAsked,
    "contact-changed": contactChanged,
    "key-replaced": keyReplaced,
    "resolution-dispatched": resolutionDispatched,
    "reconsideration-filed": reconsiderationFiled,
    "new-evidence-asked": newEvidenceAsked,
    "appeal-filed": appealFiled,
    "file-elevated": fileElevated,
    "tribunal-decided": tribunalDecided,
    "silence-certified": silenceCertified,
    "document-signed": documentSigned,
    "queja-filed": quejaFiled,
    "queja-forwarded": quejaForwarded,
    "queja-answered": quejaAnswered,
    rectified,
    "recourse-reclassified": recourseReclassified,
    "withdrawal-accepted": withdrawalAccepted,
    executed,
    "dates-moved": datesMoved,
    "attachment-missing": attachmentMissing,
    "copy-asked": copyAsked,
  },
  submissions: submissionSteps,
  account: { "link-ended": linkEnded, "receipt-arrived": receiptArrived, "claim-acted": claimActed },
  link: linkWords,
  frame: {
    greeting: "Hola:",
    enter: "Entra aquí:",
    closing: ({ name, telephone, regulatorLine }) => [
      `¿Tienes dudas? Llámanos al ${telephone}.\nSUNASS te orienta gratis en el ${regulatorLine}.`,
      name,
    ],
    help: ({ telephone }) => `Dudas: ${telephone}`,
  },
};
