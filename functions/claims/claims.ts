import { acknowledgeNotice } from "./acknowledge-notice.ts";
import { answerOffer } from "./answer-offer.ts";
import { checkClaim } from "./check-claim.ts";
import { checkRecourse } from "./check-recourse.ts";
import { chooseHearing } from "./choose-hearing.ts";
import type { ClaimDesk } from "./claim-desk.ts";
import { downloadFile, orderFile, showFile } from "./claim-file.ts";
import { consentToNotices } from "./consent-to-notices.ts";
import { downloadDocument } from "./download-document.ts";
import { downloadNotified } from "./download-notified.ts";
import { dropDraft } from "./drop-draft.ts";
import { extendClaim } from "./extend-claim.ts";
import { fileClaim } from "./file-claim.ts";
import { fileQueja } from "./file-queja.ts";
import { fileRecourse } from "./file-recourse.ts";
import { knowObservation } from "./know-observation.ts";
import { listClaims } from "./list-claims.ts";
import { listDrafts } from "./list-drafts.ts";
import { lookUpClaim } from "./look-up-claim.ts";
import { openClaim } from "./open-claim.ts";
import { remedyClaim } from "./remedy-claim.ts";
import { requestMeterTest } from "./request-meter-test.ts";
import { saveDraft } from "./save-draft.ts";
import { showClaim } from "./show-claim.ts";
import { showClocks } from "./show-clocks.ts";
import { showDraft } from "./show-draft.ts";
import { showHold } from "./show-hold.ts";
import { showNotice } from "./show-notice.ts";
import { withdrawClaim } from "./withdraw-claim.ts";

/** The customer's side of a claim: every operation, on the stores of a desk. */
export function claims(desk: ClaimDesk) {
  return {
    saveDraft: saveDraft(desk),
    showDraft: showDraft(desk),
    listDrafts: listDrafts(desk),
    dropDraft: dropDraft(desk),
    fileClaim: fileClaim(desk),
    checkClaim: checkClaim(desk),
    listClaims: listClaims(desk),
    showClaim: showClaim(desk),
    showClocks: showClocks(desk),
    openClaim: openClaim(desk),
    lookUpClaim: lookUpClaim(desk),
    withdrawClaim: withdrawClaim(desk),
    remedyClaim: remedyClaim(desk),
    requestMeterTest: requestMeterTest(desk),
    knowObservation: knowObservation(desk),
    consentToNotices: consentToNotices(desk),
    extendClaim: extendClaim(desk),
    answerOffer: answerOffer(desk),
    chooseHearing: chooseHearing(desk),
    fileRecourse: fileRecourse(desk),
    fileQueja: fileQueja(desk),
    checkRecourse: checkRecourse(desk),
    downloadDocument: downloadDocument(desk),
    showNotice: showNotice(desk),
    acknowledgeNotice: acknowledgeNotice(desk),
    downloadNotified: downloadNotified(desk),
    showHold: showHold(desk),
    showFile: showFile(desk),
    orderFile: orderFile(desk),
    downloadFile: downloadFile(desk),
  };
}
