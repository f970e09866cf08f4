import { acknowledgeNotice } from "./acknowledge-notice.ts";
import { answerOffer } from "./answer-offer.ts";
import { askOpenContact } from "./ask-open-contact.ts";
import { checkClaim } from "./check-claim.ts";
import { checkOpenClaim } from "./check-open-claim.ts";
import { checkRecourse } from "./check-recourse.ts";
import { chooseHearing, confirmHearing } from "./choose-hearing.ts";
import { chooseLanguage } from "./choose-language.ts";
import type { ClaimDeps } from "./claim-deps.ts";
import { downloadFile, orderFile, showFile } from "./claim-file.ts";
import { confirmOpenContact } from "./confirm-open-contact.ts";
import { consentToNotices } from "./consent-to-notices.ts";
import { downloadDocument } from "./download-document.ts";
import { downloadNotified } from "./download-notified.ts";
import { downloadOpenCargo } from "./download-open-cargo.ts";
import { dropDraft } from "./drop-draft.ts";
import { extendClaim } from "./extend-claim.ts";
import { fileClaim } from "./file-claim.ts";
import { fileOpenClaim } from "./file-open-claim.ts";
import { fileOpenRecourse } from "./file-open-recourse.ts";
import { fileQueja } from "./file-queja.ts";
import { fileRecourse } from "./file-recourse.ts";
import { knowObservation } from "./know-observation.ts";
import { listClaims } from "./list-claims.ts";
import { listDrafts } from "./list-drafts.ts";
import { listNotices } from "./list-notices.ts";
import { lookUpClaim } from "./look-up-claim.ts";
import { openClaim } from "./open-claim.ts";
import { openConfirmedClaim } from "./open-confirmed-claim.ts";
import { priceCounterOffer } from "./price-counter-offer.ts";
import { saveProfile, showProfile } from "./profile.ts";
import { remedyClaim } from "./remedy-claim.ts";
import { replaceKey } from "./replace-key.ts";
import { requestMeterTest } from "./request-meter-test.ts";
import { saveDraft } from "./save-draft.ts";
import { showClaim } from "./show-claim.ts";
import { showClocks } from "./show-clocks.ts";
import { showDecision } from "./show-decision.ts";
import { showDraft } from "./show-draft.ts";
import { showHold } from "./show-hold.ts";
import { showNotice } from "./show-notice.ts";
import { showOpenClaim } from "./show-open-claim.ts";
import { stopOpenNews } from "./stop-receipt-news.ts";
import { confirmVisit, moveVisit, showVisit } from "./visit.ts";
import { undoWithdrawal, withdrawClaim } from "./withdraw-claim.ts";

/**
 * Returns every operation of customers on claims, each with the stores of `deps`. Most of those by which somebody
 * signed in records in their own claim answer the claim as they see it, and also refuse `claim-not-found`, `not-now`,
 * `write-key-used` and `busy`. Those that anybody calls with a key or a code say themselves what they answer and
 * refuse.
 */
export function claims(deps: ClaimDeps) {
  return {
    saveDraft: saveDraft(deps),
    showDraft: showDraft(deps),
    listDrafts: listDrafts(deps),
    dropDraft: dropDraft(deps),
    showProfile: showProfile(deps),
    saveProfile: saveProfile(deps),
    fileClaim: fileClaim(deps),
    checkClaim: checkClaim(deps),
    listClaims: listClaims(deps),
    showClaim: showClaim(deps),
    showClocks: showClocks(deps),
    showDecision: showDecision(deps),
    openClaim: openClaim(deps),
    openConfirmedClaim: openConfirmedClaim(deps),
    lookUpClaim: lookUpClaim(deps),
    checkOpenClaim: checkOpenClaim(deps),
    fileOpenClaim: fileOpenClaim(deps),
    showOpenClaim: showOpenClaim(deps),
    downloadOpenCargo: downloadOpenCargo(deps),
    askOpenContact: askOpenContact(deps),
    confirmOpenContact: confirmOpenContact(deps),
    fileOpenRecourse: fileOpenRecourse(deps),
    withdrawClaim: withdrawClaim(deps),
    undoWithdrawal: undoWithdrawal(deps),
    remedyClaim: remedyClaim(deps),
    requestMeterTest: requestMeterTest(deps),
    knowObservation: knowObservation(deps),
    consentToNotices: consentToNotices(deps),
    extendClaim: extendClaim(deps),
    answerOffer: answerOffer(deps),
    priceCounterOffer: priceCounterOffer(deps),
    chooseHearing: chooseHearing(deps),
    confirmHearing: confirmHearing(deps),
    chooseLanguage: chooseLanguage(deps),
    replaceKey: replaceKey(deps),
    stopOpenNews: stopOpenNews(deps),
    showVisit: showVisit(deps),
    confirmVisit: confirmVisit(deps),
    moveVisit: moveVisit(deps),
    fileRecourse: fileRecourse(deps),
    fileQueja: fileQueja(deps),
    checkRecourse: checkRecourse(deps),
    downloadDocument: downloadDocument(deps),
    showNotice: showNotice(deps),
    acknowledgeNotice: acknowledgeNotice(deps),
    downloadNotified: downloadNotified(deps),
    showHold: showHold(deps),
    listNotices: listNotices(deps),
    showFile: showFile(deps),
    orderFile: orderFile(deps),
    downloadFile: downloadFile(deps),
  };
}
