import { findAttachments } from "../../../shared/casework/attachment/find-attachments.ts";
import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { findingsOfRecourse, saidToStaff } from "../../../shared/casework/case/findings.ts";
import { openCase } from "../../../shared/casework/case/open-case.ts";
import { contactChange } from "../../../shared/casework/claim/contact-change.ts";
import { keyReplacement } from "../../../shared/casework/claim/key-replacement.ts";
import { hearingConfirmation } from "../../../shared/casework/conciliation/hearing-choice.ts";
import { consentChange } from "../../../shared/casework/notice/consent-change.ts";
import { languageDecision } from "../../../shared/casework/notice/language-choice.ts";
import { undoneWithdrawal } from "../../../shared/casework/resolution/undone-withdrawal.ts";
import { visitChoice, visitConfirmation, visitMove } from "../../../shared/casework/visit/visit-choice.ts";
import { visitView } from "../../../shared/casework/visit/visit-view.ts";
import {
  checkCalledRecourse as checkRoute,
  takeHearingConfirmation as confirmRoute,
  takeNoticeConsent as consentRoute,
  takeContact as contactRoute,
  takeKeyReplacement as keyRoute,
  takeLanguage as languageRoute,
  showCalledVisit as showRoute,
  takeUndoneWithdrawal as undoRoute,
  takeVisitChoice as visitRoute,
} from "../../../shared/contract/counter/act-on-behalf-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { TelephoneDeps } from "../telephone-deps.ts";

/**
 * Answers a claim's next visit and the free slots its claimant may choose. Refuses `claim-not-found` if there is no
 * such case or the caller may not read it.
 */
export const showCalledVisit = (deps: TelephoneDeps) =>
  serve(showRoute, async ({ params, caller, now }) => {
    const opened = await openCase(deps, params.claimId, caller, now);
    return opened.ok ? ok(await visitView(deps, opened.value)) : opened;
  });

/**
 * Records, for a claimant who telephones or comes, `visit-confirmed` if the named slot is the visit's own, or else
 * `visit-moved` to that slot. Writes nothing if the visit is confirmed already. Refuses `not-now` if `inspectionId` is
 * not the claim's next visit; to move it, also if the slot is not free, the visit serves several claims, its day is too
 * near or it was moved too often. Answers the case. Also refuses `write-key-used` and `busy` (`editCase`).
 */
export const takeVisitChoice = (deps: TelephoneDeps) =>
  serve(visitRoute, (request) => {
    const { came, ...slot } = request.body;
    const writer = { by: request.caller, taken: { came } };
    return editCase(deps, request, (at) => {
      const visit = visitChoice(at, deps.tenant)?.visit;
      return visit?.on === slot.on && visit.from === slot.from
        ? visitConfirmation(deps.tenant, writer, at, slot)
        : visitMove(deps, writer, at, slot);
    });
  });

/**
 * Records `hearing-confirmed` for a claimant who says to staff that they will take part. Writes nothing if the hearing
 * is confirmed already. Refuses `not-now` if no hearing is to come, or if the hearing is not on the day and hour sent,
 * which the claimant heard. Answers the case. Also refuses `write-key-used` and `busy` (`editCase`).
 */
export const takeHearingConfirmation = (deps: TelephoneDeps) =>
  serve(confirmRoute, (request) => {
    const { came, ...seen } = request.body;
    return editCase(deps, request, (at) =>
      hearingConfirmation(deps.tenant, { by: request.caller, taken: { came } }, at, seen),
    );
  });

/**
 * Records `language-chosen` for a claimant who says to staff in which language they want to be attended, and whether
 * with an interpreter. Writes nothing if neither changes. Refuses `not-now` if the claim is over or had ten changes
 * today. Answers the case. Also refuses `write-key-used` and `busy` (`editCase`).
 */
export const takeLanguage = (deps: TelephoneDeps) =>
  serve(languageRoute, (request) => {
    const { came, ...choice } = request.body;
    return editCase(deps, request, (at) => languageDecision({ by: request.caller, taken: { came } }, at, choice));
  });

/**
 * Records `key-replaced` for a claimant who says to staff that others have their key: it opens the claim no more, nor
 * do the accounts that opened it by it. Writes nothing within an hour of the last change. Refuses `not-now` if the
 * document number is not the claimant's. Answers the case. Also refuses `write-key-used` and `busy` (`editCase`).
 */
export const takeKeyReplacement = (deps: TelephoneDeps) =>
  serve(keyRoute, (request) => {
    const { came, documentNumber } = request.body;
    const writer = { by: request.caller, taken: { came } };
    return editCase(deps, request, (at) => keyReplacement(deps.caseFiles, writer, at, documentNumber));
  });

/**
 * Records `contact-changed` for a claimant who says to staff their new telephone, mail or address; whether they agree
 * to be notified by mail stays as it was. Writes nothing if all of it is what the claim has. Refuses `not-now` if the
 * claim is over, if the document number is not the claimant's, or if there were ten changes today. Answers the case.
 * Also refuses `write-key-used` and `busy` (`editCase`).
 */
export const takeContact = (deps: TelephoneDeps) =>
  serve(contactRoute, (request) => {
    const { came, ...contact } = request.body;
    return editCase(deps, request, (at) => contactChange({ by: request.caller, taken: { came } }, at, contact));
  });

/**
 * Records `notice-consent` for a claimant who says to staff that they agree to be notified by a channel, or no longer
 * agree. Writes nothing if the claimant last said the same about the channel. Refuses `not-now` if they agree to
 * `email` but the claim has no address, if they agree to `mailbox` but the utility has none, or if there were ten
 * changes today. Answers the case. Also refuses `write-key-used` and `busy` (`editCase`).
 */
export const takeNoticeConsent = (deps: TelephoneDeps) =>
  serve(consentRoute, (request) => {
    const { came, ...consent } = request.body;
    return editCase(deps, request, (at) => consentChange({ by: request.caller, taken: { came } }, at, consent));
  });

/**
 * Records `withdrawal-undone` for a claimant who takes back their request to withdraw: the claim goes on. Refuses
 * `not-now` unless a request made by telephone is pending and its last day to undo is not over. Answers the case. Also
 * refuses `write-key-used` and `busy` (`editCase`).
 */
export const takeUndoneWithdrawal = (deps: TelephoneDeps) =>
  serve(undoRoute, (request) =>
    editCase(deps, request, (at) => undoneWithdrawal({ by: request.caller, taken: { came: request.body.came } }, at)),
  );

/**
 * Answers the findings of a recourse that staff are typing for its claimant; writes nothing. The recourse counts as
 * having new evidence if all its uploads are the caller's and at least one was not refused by its check. Refuses
 * `claim-not-found` if there is no such case or the caller may not read it.
 */
export const checkCalledRecourse = (deps: TelephoneDeps) =>
  serve(checkRoute, async ({ params, body: { kind, grounds, uploadIds = [] }, caller, now }) => {
    const opened = await openCase(deps, params.claimId, caller, now);
    if (!opened.ok) return opened;
    const attached = await findAttachments(deps, caller.sub, uploadIds);
    const newEvidence = attached.ok && attached.value.attachments.some(({ state }) => state !== "refused");
    const findings = findingsOfRecourse(opened.value, { kind, grounds, newEvidence }, caller, deps.tenant);
    return ok({ findings: saidToStaff(findings) });
  });
