import { listHearings } from "./conciliation/list-hearings.ts";
import { logHearingCall } from "./conciliation/log-hearing-call.ts";
import { makeOffer } from "./conciliation/make-offer.ts";
import { moveHearing } from "./conciliation/move-hearing.ts";
import { priceOffer } from "./conciliation/price-offer.ts";
import { recordHearing } from "./conciliation/record-hearing.ts";
import { saveConciliationNotes } from "./conciliation/save-conciliation-notes.ts";
import { setHearingLink } from "./conciliation/set-hearing-link.ts";
import { confirmDelivery } from "./delivery/confirm-delivery.ts";
import { listCopiesToPost, postCopy } from "./delivery/copies-to-post.ts";
import { dispatchNotice } from "./delivery/dispatch-notice.ts";
import { dispatchNotices } from "./delivery/dispatch-notices.ts";
import { listDeliveries } from "./delivery/list-deliveries.ts";
import { listToDispatch } from "./delivery/list-to-dispatch.ts";
import { recordDelivery, reportDelivery } from "./delivery/record-delivery.ts";
import { requireRepair, verifyRepair } from "./leak/leak-repair.ts";
import { readings } from "./reading/readings.ts";
import { recordControl } from "./reading/record-control.ts";
import { addEvidence } from "./visit/add-evidence.ts";
import { listInspections } from "./visit/list-inspections.ts";
import { askMeterTest, notifyMeterTest, orderMeterTest, reportMeterTest } from "./visit/meter-test.ts";
import { reportInspection } from "./visit/report-inspection.ts";
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
