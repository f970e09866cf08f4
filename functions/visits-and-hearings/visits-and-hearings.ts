import { addEvidence } from "./add-evidence.ts";
import { confirmDelivery } from "./confirm-delivery.ts";
import { listCopiesToPost, postCopy } from "./copies-to-post.ts";
import { dispatchNotice } from "./dispatch-notice.ts";
import { dispatchNotices } from "./dispatch-notices.ts";
import { requireRepair, verifyRepair } from "./leak-repair.ts";
import { listDeliveries } from "./list-deliveries.ts";
import { listHearings } from "./list-hearings.ts";
import { listInspections } from "./list-inspections.ts";
import { listToDispatch } from "./list-to-dispatch.ts";
import { logHearingCall } from "./log-hearing-call.ts";
import { makeOffer } from "./make-offer.ts";
import { askMeterTest, notifyMeterTest, orderMeterTest, reportMeterTest } from "./meter-test.ts";
import { moveHearing } from "./move-hearing.ts";
import { priceOffer } from "./price-offer.ts";
import { readings } from "./readings.ts";
import { recordControl } from "./record-control.ts";
import { recordDelivery, reportDelivery } from "./record-delivery.ts";
import { recordHearing } from "./record-hearing.ts";
import { reportInspection } from "./report-inspection.ts";
import { saveConciliationNotes } from "./save-conciliation-notes.ts";
import { setHearingLink } from "./set-hearing-link.ts";
import type { VisitDeps } from "./visit-deps.ts";

/**
 * Returns every operation of staff on visits, hearings and deliveries, on notices, and on the evidence that these and
 * the areas of the utility bring, each with the stores of `deps`. Those that edit a case answer it as staff see it, and
 * also refuse as `editCase` does: `claim-not-found`, `not-now`, `version-stale`, `write-key-used`, `busy`.
 */
export const visitsAndHearings = (deps: VisitDeps) => ({
  ...readings(deps),
  saveConciliationNotes: saveConciliationNotes(deps),
  listHearings: listHearings(deps),
  listInspections: listInspections(deps),
  reportInspection: reportInspection(deps),
  makeOffer: makeOffer(deps),
  priceOffer: priceOffer(deps),
  setHearingLink: setHearingLink(deps),
  logHearingCall: logHearingCall(deps),
  recordHearing: recordHearing(deps),
  dispatchNotice: dispatchNotice(deps),
  dispatchNotices: dispatchNotices(deps),
  listToDispatch: listToDispatch(deps),
  listCopiesToPost: listCopiesToPost(deps),
  postCopy: postCopy(deps),
  recordDelivery: recordDelivery(deps),
  reportDelivery: reportDelivery(deps),
  listDeliveries: listDeliveries(deps),
  confirmDelivery: confirmDelivery(deps),
  addEvidence: addEvidence(deps),
  recordControl: recordControl(deps),
  requireRepair: requireRepair(deps),
  verifyRepair: verifyRepair(deps),
  askMeterTest: askMeterTest(deps),
  orderMeterTest: orderMeterTest(deps),
  notifyMeterTest: notifyMeterTest(deps),
  reportMeterTest: reportMeterTest(deps),
  moveHearing: moveHearing(deps),
});
