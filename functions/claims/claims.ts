import { showHold } from "./billing/show-hold.ts";
import { downloadFile, orderFile, showFile } from "./case-copy/claim-file.ts";
import { downloadDocument } from "./case-copy/download-document.ts";
import { extendClaim } from "./claim/extend-claim.ts";
import { knowObservation } from "./claim/know-observation.ts";
import { listClaims } from "./claim/list-claims.ts";
import { lookUpClaim } from "./claim/look-up-claim.ts";
import { openClaim } from "./claim/open-claim.ts";
import { openConfirmedClaim } from "./claim/open-confirmed-claim.ts";
import { remedyClaim } from "./claim/remedy-claim.ts";
import { replaceKey } from "./claim/replace-key.ts";
import { showClaim } from "./claim/show-claim.ts";
import { showOpenClaim } from "./claim/show-open-claim.ts";
import { undoWithdrawal, withdrawClaim } from "./claim/withdraw-claim.ts";
import type { ClaimDeps } from "./claim-deps.ts";
import { answerOffer } from "./conciliation/answer-offer.ts";
import { chooseHearing, confirmHearing } from "./conciliation/choose-hearing.ts";
import { priceCounterOffer } from "./conciliation/price-counter-offer.ts";
import { askOpenContact } from "./filing/ask-open-contact.ts";
import { checkClaim } from "./filing/check-claim.ts";
import { checkOpenClaim } from "./filing/check-open-claim.ts";
import { confirmOpenContact } from "./filing/confirm-open-contact.ts";
import { downloadOpenCargo } from "./filing/download-open-cargo.ts";
import { dropDraft } from "./filing/drop-draft.ts";
import { fileClaim } from "./filing/file-claim.ts";
import { fileOpenClaim } from "./filing/file-open-claim.ts";
import { listDrafts } from "./filing/list-drafts.ts";
import { saveDraft } from "./filing/save-draft.ts";
import { showDraft } from "./filing/show-draft.ts";
import { acknowledgeNotice } from "./notice/acknowledge-notice.ts";
import { chooseLanguage } from "./notice/choose-language.ts";
import { consentToNotices } from "./notice/consent-to-notices.ts";
import { listNotices } from "./notice/list-notices.ts";
import { saveProfile, showProfile } from "./notice/profile.ts";
import { showNotice } from "./notice/show-notice.ts";
import { stopOpenNews } from "./notice/stop-receipt-news.ts";
import { checkRecourse } from "./recourse/check-recourse.ts";
import { fileOpenRecourse } from "./recourse/file-open-recourse.ts";
import { fileQueja } from "./recourse/file-queja.ts";
import { fileRecourse } from "./recourse/file-recourse.ts";
import { downloadNotified } from "./resolution/download-notified.ts";
import { showDecision } from "./resolution/show-decision.ts";
import { showClocks } from "./term/show-clocks.ts";
import { requestMeterTest } from "./visit/request-meter-test.ts";
import { confirmVisit, moveVisit, showVisit } from "./visit/visit.ts";

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
