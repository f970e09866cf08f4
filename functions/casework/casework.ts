import { admitClaim } from "./admit-claim.ts";
import { askNewEvidence } from "./ask-new-evidence.ts";
import { askOverride, listOverridesAsked } from "./ask-override.ts";
import { decideAccess, downloadCaseFile, handOverCopy, orderCaseFile, showCaseFile } from "./case-file.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { changeDeliverer } from "./change-deliverer.ts";
import { changeInspector } from "./change-inspector.ts";
import { changeOwner } from "./change-owner.ts";
import { countWork } from "./count-work.ts";
import { downloadCaseAttachment } from "./download-case-attachment.ts";
import { elevateFile } from "./elevate-file.ts";
import { executeDecision } from "./execute-decision.ts";
import { giveAppointments } from "./give-appointments.ts";
import { giveBackWork } from "./give-back-work.ts";
import { handOverWork } from "./hand-over-work.ts";
import { joinClaims } from "./join-claims.ts";
import { listLateRisks } from "./list-late-risks.ts";
import { listSearches } from "./list-searches.ts";
import { listStaff } from "./list-staff.ts";
import { listWork } from "./list-work.ts";
import { noteWork } from "./note-work.ts";
import { notifyObservation } from "./notify-observation.ts";
import { observeClaim } from "./observe-claim.ts";
import { overrideChecklist } from "./override-checklist.ts";
import { answerQueja, forwardQueja, listQuejas } from "./pending-quejas.ts";
import { reclassifyClaim } from "./reclassify-claim.ts";
import { reclassifyRecourse } from "./reclassify-recourse.ts";
import { recordStandingProof } from "./record-standing-proof.ts";
import { recordTribunal } from "./record-tribunal.ts";
import { returnToDuty } from "./return-to-duty.ts";
import { saveResolution } from "./save-resolution.ts";
import { search } from "./search.ts";
import { seeContact } from "./see-contact.ts";
import { listSentNotices, showSentNotice } from "./sent-notices.ts";
import { showCase } from "./show-case.ts";
import { showDocumentPages } from "./show-document-pages.ts";
import { showMe } from "./show-me.ts";
import { listUnconfirmed, settleUnconfirmed } from "./unconfirmed.ts";

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
