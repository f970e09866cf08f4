import { addEvidence } from "./add-evidence.ts";
import { admitClaim } from "./admit-claim.ts";
import { askConfirmation } from "./ask-confirmation.ts";
import { askNewEvidence } from "./ask-new-evidence.ts";
import {
  checkCalledRecourse,
  showCalledVisit,
  takeContact,
  takeHearingConfirmation,
  takeLanguage,
  takeNoticeConsent,
  takeUndoneWithdrawal,
  takeVisitChoice,
} from "./called-acts.ts";
import { decideAccess, downloadCaseFile, handOverCopy, orderCaseFile, showCaseFile } from "./case-file.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { changeDeliverer } from "./change-deliverer.ts";
import { changeInspector } from "./change-inspector.ts";
import { changeOwner } from "./change-owner.ts";
import { checkCalledClaim } from "./check-called-claim.ts";
import { confirmDelivery } from "./confirm-delivery.ts";
import { countWork } from "./count-work.ts";
import { dispatchNotice } from "./dispatch-notice.ts";
import { downloadCaseAttachment } from "./download-case-attachment.ts";
import { elevateFile } from "./elevate-file.ts";
import { executeDecision } from "./execute-decision.ts";
import { giveAppointments } from "./give-appointments.ts";
import { handOverWork } from "./hand-over-work.ts";
import { joinClaims } from "./join-claims.ts";
import { requireRepair, verifyRepair } from "./leak-repair.ts";
import { listDeliveries } from "./list-deliveries.ts";
import { listHearings } from "./list-hearings.ts";
import { listInspections } from "./list-inspections.ts";
import { listLateRisks } from "./list-late-risks.ts";
import { listSearches } from "./list-searches.ts";
import { listStaff } from "./list-staff.ts";
import { listWork } from "./list-work.ts";
import { logHearingCall } from "./log-hearing-call.ts";
import { makeOffer } from "./make-offer.ts";
import { askMeterTest, notifyMeterTest, orderMeterTest, reportMeterTest } from "./meter-test.ts";
import { moveHearing } from "./move-hearing.ts";
import { noteWork } from "./note-work.ts";
import { notifyObservation } from "./notify-observation.ts";
import { observeClaim } from "./observe-claim.ts";
import { overrideChecklist } from "./override-checklist.ts";
import { answerQueja, forwardQueja, listQuejas } from "./pending-quejas.ts";
import { priceOffer } from "./price-offer.ts";
import { readings } from "./readings.ts";
import { reclassifyClaim } from "./reclassify-claim.ts";
import { reclassifyRecourse } from "./reclassify-recourse.ts";
import { recordControl } from "./record-control.ts";
import { recordDelivery, reportDelivery } from "./record-delivery.ts";
import { recordHearing } from "./record-hearing.ts";
import { recordStandingProof } from "./record-standing-proof.ts";
import { recordTribunal } from "./record-tribunal.ts";
import { reportInspection } from "./report-inspection.ts";
import { returnToDuty } from "./return-to-duty.ts";
import { saveConciliationNotes } from "./save-conciliation-notes.ts";
import { saveResolution } from "./save-resolution.ts";
import { search } from "./search.ts";
import { searchSupplies } from "./search-supplies.ts";
import { seeContact } from "./see-contact.ts";
import { sendCopy } from "./send-copy.ts";
import { listSentNotices, showSentNotice } from "./sent-notices.ts";
import { setHearingLink } from "./set-hearing-link.ts";
import { showCase } from "./show-case.ts";
import { showDocumentPages } from "./show-document-pages.ts";
import { showMe } from "./show-me.ts";
import { takeClaim } from "./take-claim.ts";
import { takeExtension } from "./take-extension.ts";
import { takeHearingChoice } from "./take-hearing-choice.ts";
import { takeNewEvidence } from "./take-new-evidence.ts";
import { takeOfferAnswer } from "./take-offer-answer.ts";
import { takeQueja } from "./take-queja.ts";
import { takeRecourse } from "./take-recourse.ts";
import { takeRemedy } from "./take-remedy.ts";
import { takeWithdrawal } from "./take-withdrawal.ts";

/**
 * Returns every operation of staff on claims, each with the stores of `deps`. The operations that edit a case answer it
 * as staff see it. They also refuse as `editCase` does: `claim-not-found`, `not-now`, `version-stale`,
 * `write-key-used`, `busy`.
 */
export const casework = (deps: CaseworkDeps) => ({
  searchSupplies: searchSupplies(deps),
  checkCalledClaim: checkCalledClaim(deps),
  takeClaim: takeClaim(deps),
  search: search(deps),
  listSearches: listSearches(deps),
  ...readings(deps),
  listWork: listWork(deps),
  showMe: showMe(deps),
  listStaff: listStaff(deps),
  noteWork: noteWork(deps),
  saveConciliationNotes: saveConciliationNotes(deps),
  changeOwner: changeOwner(deps),
  changeInspector: changeInspector(deps),
  changeDeliverer: changeDeliverer(deps),
  handOverWork: handOverWork(deps),
  returnToDuty: returnToDuty(deps),
  listLateRisks: listLateRisks(deps),
  showCase: showCase(deps),
  downloadCaseAttachment: downloadCaseAttachment(deps),
  showDocumentPages: showDocumentPages(deps),
  listSentNotices: listSentNotices(deps),
  showSentNotice: showSentNotice(deps),
  admitClaim: admitClaim(deps),
  reclassifyClaim: reclassifyClaim(deps),
  giveAppointments: giveAppointments(deps),
  seeContact: seeContact(deps),
  joinClaims: joinClaims(deps),
  observeClaim: observeClaim(deps),
  notifyObservation: notifyObservation(deps),
  sendCopy: sendCopy(deps),
  listHearings: listHearings(deps),
  listInspections: listInspections(deps),
  reportInspection: reportInspection(deps),
  makeOffer: makeOffer(deps),
  priceOffer: priceOffer(deps),
  setHearingLink: setHearingLink(deps),
  logHearingCall: logHearingCall(deps),
  recordHearing: recordHearing(deps),
  saveResolution: saveResolution(deps),
  overrideChecklist: overrideChecklist(deps),
  dispatchNotice: dispatchNotice(deps),
  recordDelivery: recordDelivery(deps),
  reportDelivery: reportDelivery(deps),
  listDeliveries: listDeliveries(deps),
  confirmDelivery: confirmDelivery(deps),
  reclassifyRecourse: reclassifyRecourse(deps),
  elevateFile: elevateFile(deps),
  recordTribunal: recordTribunal(deps),
  executeDecision: executeDecision(deps),
  addEvidence: addEvidence(deps),
  recordControl: recordControl(deps),
  recordStandingProof: recordStandingProof(deps),
  requireRepair: requireRepair(deps),
  askNewEvidence: askNewEvidence(deps),
  verifyRepair: verifyRepair(deps),
  askMeterTest: askMeterTest(deps),
  orderMeterTest: orderMeterTest(deps),
  notifyMeterTest: notifyMeterTest(deps),
  reportMeterTest: reportMeterTest(deps),
  moveHearing: moveHearing(deps),
  countWork: countWork(deps),
  takeRemedy: takeRemedy(deps),
  takeExtension: takeExtension(deps),
  takeNewEvidence: takeNewEvidence(deps),
  takeOfferAnswer: takeOfferAnswer(deps),
  takeHearingChoice: takeHearingChoice(deps),
  takeHearingConfirmation: takeHearingConfirmation(deps),
  takeContact: takeContact(deps),
  takeLanguage: takeLanguage(deps),
  showCalledVisit: showCalledVisit(deps),
  takeVisitChoice: takeVisitChoice(deps),
  takeNoticeConsent: takeNoticeConsent(deps),
  checkCalledRecourse: checkCalledRecourse(deps),
  askConfirmation: askConfirmation(deps),
  takeWithdrawal: takeWithdrawal(deps),
  takeUndoneWithdrawal: takeUndoneWithdrawal(deps),
  takeRecourse: takeRecourse(deps),
  takeQueja: takeQueja(deps),
  listQuejas: listQuejas(deps),
  forwardQueja: forwardQueja(deps),
  answerQueja: answerQueja(deps),
  showCaseFile: showCaseFile(deps),
  orderCaseFile: orderCaseFile(deps),
  downloadCaseFile: downloadCaseFile(deps),
  decideAccess: decideAccess(deps),
  handOverCopy: handOverCopy(deps),
});
