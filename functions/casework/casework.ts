import { downloadCaseAttachment } from "./attachment/download-case-attachment.ts";
import { showDocumentPages } from "./attachment/show-document-pages.ts";
import { showCase } from "./case/show-case.ts";
import { decideAccess, downloadCaseFile, handOverCopy, orderCaseFile, showCaseFile } from "./case-copy/case-file.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { admitClaim } from "./claim/admit-claim.ts";
import { joinClaims } from "./claim/join-claims.ts";
import { observeClaim } from "./claim/observe-claim.ts";
import { reclassifyClaim } from "./claim/reclassify-claim.ts";
import { recordStandingProof } from "./claim/record-standing-proof.ts";
import { seeContact } from "./claim/see-contact.ts";
import { notifyObservation } from "./notice/notify-observation.ts";
import { listSentNotices, showSentNotice } from "./notice/sent-notices.ts";
import { askNewEvidence } from "./recourse/ask-new-evidence.ts";
import { elevateFile } from "./recourse/elevate-file.ts";
import { answerQueja, forwardQueja, listQuejas } from "./recourse/pending-quejas.ts";
import { reclassifyRecourse } from "./recourse/reclassify-recourse.ts";
import { recordTribunal } from "./recourse/record-tribunal.ts";
import { askOverride, listOverridesAsked } from "./resolution/ask-override.ts";
import { executeDecision } from "./resolution/execute-decision.ts";
import { overrideChecklist } from "./resolution/override-checklist.ts";
import { saveResolution } from "./resolution/save-resolution.ts";
import { changeInspector } from "./visit/change-inspector.ts";
import { giveAppointments } from "./visit/give-appointments.ts";
import { changeDeliverer } from "./work/change-deliverer.ts";
import { changeOwner } from "./work/change-owner.ts";
import { countWork } from "./work/count-work.ts";
import { giveBackWork } from "./work/give-back-work.ts";
import { handOverWork } from "./work/hand-over-work.ts";
import { listLateRisks } from "./work/list-late-risks.ts";
import { listSearches } from "./work/list-searches.ts";
import { listStaff } from "./work/list-staff.ts";
import { listWork } from "./work/list-work.ts";
import { noteWork } from "./work/note-work.ts";
import { returnToDuty } from "./work/return-to-duty.ts";
import { search } from "./work/search.ts";
import { showMe } from "./work/show-me.ts";
import { listUnconfirmed, settleUnconfirmed } from "./work/unconfirmed.ts";

/**
 * Returns the operations of staff on lists of work, on what they search, and on a claim's case from its admission to
 * the execution of what was decided, each with the stores of `deps`. Those that edit a case answer it as staff see it.
 * They also refuse as `editCase` does: `claim-not-found`, `not-now`, `version-stale`, `write-key-used`, `busy`.
 */
export const casework = (deps: CaseworkDeps) => ({
  search: search(deps),
  listSearches: listSearches(deps),
  listWork: listWork(deps),
  showMe: showMe(deps),
  listStaff: listStaff(deps),
  noteWork: noteWork(deps),
  changeOwner: changeOwner(deps),
  changeInspector: changeInspector(deps),
  changeDeliverer: changeDeliverer(deps),
  handOverWork: handOverWork(deps),
  giveBackWork: giveBackWork(deps),
  returnToDuty: returnToDuty(deps),
  listLateRisks: listLateRisks(deps),
  showCase: showCase(deps),
  showDocumentPages: showDocumentPages(deps),
  listSentNotices: listSentNotices(deps),
  showSentNotice: showSentNotice(deps),
  downloadCaseAttachment: downloadCaseAttachment(deps),
  admitClaim: admitClaim(deps),
  reclassifyClaim: reclassifyClaim(deps),
  giveAppointments: giveAppointments(deps),
  seeContact: seeContact(deps),
  listUnconfirmed: listUnconfirmed(deps),
  settleUnconfirmed: settleUnconfirmed(deps),
  joinClaims: joinClaims(deps),
  observeClaim: observeClaim(deps),
  notifyObservation: notifyObservation(deps),
  saveResolution: saveResolution(deps),
  overrideChecklist: overrideChecklist(deps),
  askOverride: askOverride(deps),
  listOverridesAsked: listOverridesAsked(deps),
  reclassifyRecourse: reclassifyRecourse(deps),
  elevateFile: elevateFile(deps),
  recordTribunal: recordTribunal(deps),
  executeDecision: executeDecision(deps),
  recordStandingProof: recordStandingProof(deps),
  askNewEvidence: askNewEvidence(deps),
  countWork: countWork(deps),
  listQuejas: listQuejas(deps),
  forwardQueja: forwardQueja(deps),
  answerQueja: answerQueja(deps),
  showCaseFile: showCaseFile(deps),
  orderCaseFile: orderCaseFile(deps),
  downloadCaseFile: downloadCaseFile(deps),
  decideAccess: decideAccess(deps),
  handOverCopy: handOverCopy(deps),
});
