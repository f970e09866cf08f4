import { askConfirmation } from "./ask-confirmation.ts";
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
} from "./called-acts.ts";
import { checkCalledClaim } from "./check-called-claim.ts";
import { searchSupplies } from "./search-supplies.ts";
import { sendCopy } from "./send-copy.ts";
import { takeClaim } from "./take-claim.ts";
import { takeExtension } from "./take-extension.ts";
import { takeHearingChoice } from "./take-hearing-choice.ts";
import { takeNewEvidence } from "./take-new-evidence.ts";
import { takeOfferAnswer } from "./take-offer-answer.ts";
import { takeQueja } from "./take-queja.ts";
import { takeRecourse } from "./take-recourse.ts";
import { takeRemedy } from "./take-remedy.ts";
import { takeWithdrawal } from "./take-withdrawal.ts";
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
