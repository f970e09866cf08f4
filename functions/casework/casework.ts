import { addEvidence } from "./add-evidence.ts";
import { admitClaim } from "./admit-claim.ts";
import { askConfirmation } from "./ask-confirmation.ts";
import { askNewEvidence } from "./ask-new-evidence.ts";
import { decideAccess, downloadCaseFile, handOverCopy, orderCaseFile, showCaseFile } from "./case-file.ts";
import type { CaseworkDesk } from "./casework-desk.ts";
import { confirmDelivery } from "./confirm-delivery.ts";
import { countWork } from "./count-work.ts";
import { dispatchNotice } from "./dispatch-notice.ts";
import { downloadCasePaper } from "./download-case-paper.ts";
import { elevateFile } from "./elevate-file.ts";
import { executeDecision } from "./execute-decision.ts";
import { findNumber } from "./find-number.ts";
import { givePlaces } from "./give-places.ts";
import { joinClaims } from "./join-claims.ts";
import { requireRepair, verifyRepair } from "./leak-repair.ts";
import { listInspections } from "./list-inspections.ts";
import { listLateRisks } from "./list-late-risks.ts";
import { listWork } from "./list-work.ts";
import { logHearingCall } from "./log-hearing-call.ts";
import { makeOffer } from "./make-offer.ts";
import { askMeterTest, orderMeterTest, reportMeterTest, tellMeterTest } from "./meter-test.ts";
import { moveHearing } from "./move-hearing.ts";
import { observeClaim } from "./observe-claim.ts";
import { overrideChecklist } from "./override-checklist.ts";
import { answerQueja, forwardQueja, listQuejas } from "./pending-quejas.ts";
import { reclassifyClaim } from "./reclassify-claim.ts";
import { reclassifyRecourse } from "./reclassify-recourse.ts";
import { recordControl } from "./record-control.ts";
import { recordDelivery } from "./record-delivery.ts";
import { recordHearing } from "./record-hearing.ts";
import { recordStandingProof } from "./record-standing-proof.ts";
import { recordTribunal } from "./record-tribunal.ts";
import { reportInspection } from "./report-inspection.ts";
import { saveResolution } from "./save-resolution.ts";
import { searchSupplies } from "./search-supplies.ts";
import { sendCopy } from "./send-copy.ts";
import { listSentNotices, showSentNotice } from "./sent-notices.ts";
import { setHearingLink } from "./set-hearing-link.ts";
import { showCase } from "./show-case.ts";
import { takeClaim } from "./take-claim.ts";
import { takeExtension } from "./take-extension.ts";
import { takeHearingChoice } from "./take-hearing-choice.ts";
import { takeNewEvidence } from "./take-new-evidence.ts";
import { takeOfferAnswer } from "./take-offer-answer.ts";
import { takeQueja } from "./take-queja.ts";
import { takeRecourse } from "./take-recourse.ts";
import { takeRemedy } from "./take-remedy.ts";
import { takeWithdrawal } from "./take-withdrawal.ts";
import { tellObservation } from "./tell-observation.ts";

/** Every operation of the staff on a claim, on one desk. */
export const casework = (desk: CaseworkDesk) => ({
  searchSupplies: searchSupplies(desk),
  takeClaim: takeClaim(desk),
  findNumber: findNumber(desk),
  listWork: listWork(desk),
  listLateRisks: listLateRisks(desk),
  showCase: showCase(desk),
  downloadCasePaper: downloadCasePaper(desk),
  listSentNotices: listSentNotices(desk),
  showSentNotice: showSentNotice(desk),
  admitClaim: admitClaim(desk),
  reclassifyClaim: reclassifyClaim(desk),
  givePlaces: givePlaces(desk),
  joinClaims: joinClaims(desk),
  observeClaim: observeClaim(desk),
  tellObservation: tellObservation(desk),
  sendCopy: sendCopy(desk),
  listInspections: listInspections(desk),
  reportInspection: reportInspection(desk),
  makeOffer: makeOffer(desk),
  setHearingLink: setHearingLink(desk),
  logHearingCall: logHearingCall(desk),
  recordHearing: recordHearing(desk),
  saveResolution: saveResolution(desk),
  overrideChecklist: overrideChecklist(desk),
  dispatchNotice: dispatchNotice(desk),
  recordDelivery: recordDelivery(desk),
  confirmDelivery: confirmDelivery(desk),
  reclassifyRecourse: reclassifyRecourse(desk),
  elevateFile: elevateFile(desk),
  recordTribunal: recordTribunal(desk),
  executeDecision: executeDecision(desk),
  addEvidence: addEvidence(desk),
  recordControl: recordControl(desk),
  recordStandingProof: recordStandingProof(desk),
  requireRepair: requireRepair(desk),
  askNewEvidence: askNewEvidence(desk),
  verifyRepair: verifyRepair(desk),
  askMeterTest: askMeterTest(desk),
  orderMeterTest: orderMeterTest(desk),
  tellMeterTest: tellMeterTest(desk),
  reportMeterTest: reportMeterTest(desk),
  moveHearing: moveHearing(desk),
  countWork: countWork(desk),
  takeRemedy: takeRemedy(desk),
  takeExtension: takeExtension(desk),
  takeNewEvidence: takeNewEvidence(desk),
  takeOfferAnswer: takeOfferAnswer(desk),
  takeHearingChoice: takeHearingChoice(desk),
  askConfirmation: askConfirmation(desk),
  takeWithdrawal: takeWithdrawal(desk),
  takeRecourse: takeRecourse(desk),
  takeQueja: takeQueja(desk),
  listQuejas: listQuejas(desk),
  forwardQueja: forwardQueja(desk),
  answerQueja: answerQueja(desk),
  showCaseFile: showCaseFile(desk),
  orderCaseFile: orderCaseFile(desk),
  downloadCaseFile: downloadCaseFile(desk),
  decideAccess: decideAccess(desk),
  handOverCopy: handOverCopy(desk),
});
