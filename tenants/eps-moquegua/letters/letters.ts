import type { Letters } from "../../../shared/documents/letters.ts";
import { absenceNotice } from "./absence-notice.ts";
import { atypicalNotice } from "./atypical-notice.ts";
import { billingSummary } from "./billing-summary.ts";
import { blankForm } from "./blank-form.ts";
import { claimCargo } from "./claim-cargo.ts";
import { claimForm } from "./claim-form.ts";
import { complianceLetter } from "./compliance-letter.ts";
import { conciliationRecord } from "./conciliation-record.ts";
import { conciliationSummons } from "./conciliation-summons.ts";
import { doNotCut } from "./do-not-cut.ts";
import { elevationLetter } from "./elevation-letter.ts";
import { elevationNotice } from "./elevation-notice.ts";
import { evidenceRequest } from "./evidence-request.ts";
import { externalInspection } from "./external-inspection.ts";
import { inspectionNotice } from "./inspection-notice.ts";
import { internalInspection } from "./internal-inspection.ts";
import { leaflet } from "./leaflet.ts";
import { leakRequirement } from "./leak-requirement.ts";
import { meterTestNotice } from "./meter-test-notice.ts";
import { meterTestResult } from "./meter-test-result.ts";
import { meterTestRight } from "./meter-test-right.ts";
import { notPresented } from "./not-presented.ts";
import { notificationRecord } from "./notification-record.ts";
import { observation } from "./observation.ts";
import { outageCertificate } from "./outage-certificate.ts";
import { paymentDue } from "./payment-due.ts";
import { personData } from "./person-data.ts";
import { problemForm } from "./problem-form.ts";
import { receipt } from "./receipt.ts";
import { recourse } from "./recourse.ts";
import { rectification } from "./rectification.ts";
import { resolution } from "./resolution.ts";
import { silenceCertificate } from "./silence-certificate.ts";
import { spokenAct } from "./spoken-act.ts";
import { submissionAnswer } from "./submission-answer.ts";
import { submissionCargo } from "./submission-cargo.ts";
import { submissionConstancia } from "./submission-constancia.ts";
import { submissionObservation } from "./submission-observation.ts";
import { telephoneCopy } from "./telephone-copy.ts";
import { withdrawalAcceptance } from "./withdrawal-acceptance.ts";

/** The documents that the utility writes, in its own words. */
export const letters: Letters = {
  absenceNotice,
  atypicalNotice,
  billingSummary,
  blankForm,
  claimCargo,
  claimForm,
  complianceLetter,
  conciliationRecord,
  conciliationSummons,
  doNotCut,
  elevationLetter,
  elevationNotice,
  evidenceRequest,
  externalInspection,
  submissionAnswer,
  submissionCargo,
  submissionConstancia,
  submissionObservation,
  inspectionNotice,
  internalInspection,
  leaflet,
  leakRequirement,
  meterTestNotice,
  meterTestResult,
  meterTestRight,
  notPresented,
  notificationRecord,
  observation,
  outageCertificate,
  paymentDue,
  personData,
  problemForm,
  receipt,
  recourse,
  rectification,
  resolution,
  silenceCertificate,
  spokenAct,
  telephoneCopy,
  withdrawalAcceptance,
};
