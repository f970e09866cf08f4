import { acceptWithdrawal } from "./accept-withdrawal.ts";
import { admitClaim } from "./admit-claim.ts";
import type { CaseworkDesk } from "./casework-desk.ts";
import { countWork } from "./count-work.ts";
import { dispatchNotice } from "./dispatch-notice.ts";
import { downloadCasePaper } from "./download-case-paper.ts";
import { elevateFile } from "./elevate-file.ts";
import { executeDecision } from "./execute-decision.ts";
import { listInspections } from "./list-inspections.ts";
import { listWork } from "./list-work.ts";
import { makeOffer } from "./make-offer.ts";
import { observeClaim } from "./observe-claim.ts";
import { recordDelivery } from "./record-delivery.ts";
import { recordHearing } from "./record-hearing.ts";
import { recordTribunal } from "./record-tribunal.ts";
import { reportInspection } from "./report-inspection.ts";
import { saveResolution } from "./save-resolution.ts";
import { searchSupplies } from "./search-supplies.ts";
import { sendCopy } from "./send-copy.ts";
import { showCase } from "./show-case.ts";
import { takeClaim } from "./take-claim.ts";

/** Every operation of the staff on a claim, on one desk. */
export const casework = (desk: CaseworkDesk) => ({
  searchSupplies: searchSupplies(desk),
  takeClaim: takeClaim(desk),
  listWork: listWork(desk),
  showCase: showCase(desk),
  downloadCasePaper: downloadCasePaper(desk),
  admitClaim: admitClaim(desk),
  observeClaim: observeClaim(desk),
  sendCopy: sendCopy(desk),
  listInspections: listInspections(desk),
  reportInspection: reportInspection(desk),
  makeOffer: makeOffer(desk),
  recordHearing: recordHearing(desk),
  saveResolution: saveResolution(desk),
  acceptWithdrawal: acceptWithdrawal(desk),
  dispatchNotice: dispatchNotice(desk),
  recordDelivery: recordDelivery(desk),
  elevateFile: elevateFile(desk),
  recordTribunal: recordTribunal(desk),
  executeDecision: executeDecision(desk),
  countWork: countWork(desk),
});
