import { takeExtension } from "./claim/take-extension.ts";
import { takeRemedy } from "./claim/take-remedy.ts";
import { takeWithdrawal } from "./claim/take-withdrawal.ts";
import { takeHearingChoice } from "./conciliation/take-hearing-choice.ts";
import { takeOfferAnswer } from "./conciliation/take-offer-answer.ts";
import { askConfirmation } from "./counter/ask-confirmation.ts";
import {
  checkCalledRecourse,
  showCalledVisit,
  takeContact,
  takeHearingConfirmation,
  takeKeyReplacement,
  takeLanguage,
  takeNoticeConsent,
  takeUndoneWithdrawal,
  takeVisitChoice,
} from "./counter/called-acts.ts";
import { searchSupplies } from "./counter/search-supplies.ts";
import { sendCopy } from "./counter/send-copy.ts";
import { checkCalledClaim } from "./filing/check-called-claim.ts";
import { takeClaim } from "./filing/take-claim.ts";
import { takeNewEvidence } from "./recourse/take-new-evidence.ts";
import { takeQueja } from "./recourse/take-queja.ts";
import { takeRecourse } from "./recourse/take-recourse.ts";
import type { TelephoneDeps } from "./telephone-deps.ts";

/**
 * Returns every operation by which staff take a claim from somebody who calls or comes, or record what its claimant
 * says or hands in, each with the stores of `deps`. Those that edit a case answer it as staff see it, and also refuse
 * as `editCase` does: `claim-not-found`, `not-now`, `version-stale`, `write-key-used`, `busy`.
 */
export const telephone = (deps: TelephoneDeps) => ({
  searchSupplies: searchSupplies(deps),
  checkCalledClaim: checkCalledClaim(deps),
  takeClaim: takeClaim(deps),
  sendCopy: sendCopy(deps),
  takeRemedy: takeRemedy(deps),
  takeExtension: takeExtension(deps),
  takeNewEvidence: takeNewEvidence(deps),
  takeOfferAnswer: takeOfferAnswer(deps),
  takeHearingChoice: takeHearingChoice(deps),
  takeHearingConfirmation: takeHearingConfirmation(deps),
  takeKeyReplacement: takeKeyReplacement(deps),
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
});
