import { consentChange } from "../../shared/casework/consent-change.ts";
import { findAttachments } from "../../shared/casework/find-attachments.ts";
import { findingsOfRecourse } from "../../shared/casework/findings.ts";
import { hearingConfirmation } from "../../shared/casework/hearing-choice.ts";
import { languageDecision } from "../../shared/casework/language-choice.ts";
import { undoneWithdrawal } from "../../shared/casework/undone-withdrawal.ts";
import { visitChoice, visitConfirmation, visitMove } from "../../shared/casework/visit-choice.ts";
import { visitView } from "../../shared/casework/visit-view.ts";
import {
  checkCalledRecourse as checkRoute,
  takeHearingConfirmation as confirmRoute,
  takeNoticeConsent as consentRoute,
  takeLanguage as languageRoute,
  showCalledVisit as showRoute,
  takeUndoneWithdrawal as undoRoute,
  takeVisitChoice as visitRoute,
} from "../../shared/contract/act-on-behalf-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { editCase } from "./edit-case.ts";
import { openCase } from "./open-case.ts";

/** Answers the next visit of a claim and the free slots its claimant may choose. Refuses `claim-not-found`. */
export const showCalledVisit = (deps: CaseworkDeps) =>
  serve(showRoute, async ({ params, caller, now }) => {
    const opened = await openCase(deps, params.claimId, caller, now);
    return opened.ok ? ok(await visitView(deps, opened.value)) : opened;
  });

/**
 * Records, written down by staff, `visit-confirmed` if the named slot is the visit's own, else `visit-moved` to the named slot. Refuses
 * `not-now` if `inspectionId` is not the claim's next visit, if the slot is not free, or if the visit may not be moved any more.
 */
export const takeVisitChoice = (deps: CaseworkDeps) =>
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
 * Records `hearing-confirmed`, written down by staff: the claimant will take part. Writes nothing if it is confirmed already. Refuses
 * `not-now` if no hearing is to come, or if it is on another day or hour than the claimant heard.
 */
export const takeHearingConfirmation = (deps: CaseworkDeps) =>
  serve(confirmRoute, (request) => {
    const { came, ...seen } = request.body;
    return editCase(deps, request, (at) =>
      hearingConfirmation(deps.tenant, { by: request.caller, taken: { came } }, at, seen),
    );
  });

/** Records `language-chosen`, written down by staff. Refuses `not-now` as `languageDecision` does. */
export const takeLanguage = (deps: CaseworkDeps) =>
  serve(languageRoute, (request) => {
    const { came, ...choice } = request.body;
    return editCase(deps, request, (at) => languageDecision({ by: request.caller, taken: { came } }, at, choice));
  });

/** Records `notice-consent`, written down by staff. Refuses `not-now` as `consentChange` does. */
export const takeNoticeConsent = (deps: CaseworkDeps) =>
  serve(consentRoute, (request) => {
    const { came, ...consent } = request.body;
    return editCase(deps, request, (at) => consentChange({ by: request.caller, taken: { came } }, at, consent));
  });

/**
 * Records `withdrawal-undone`, written down by staff: the claim goes on as before. Refuses `not-now` if there is no
 * request to withdraw that can still be undone.
 */
export const takeUndoneWithdrawal = (deps: CaseworkDeps) =>
  serve(undoRoute, (request) =>
    editCase(deps, request, (at) => undoneWithdrawal({ by: request.caller, taken: { came: request.body.came } }, at)),
  );

/**
 * Answers the findings of a recourse that staff are typing for its claimant. The recourse counts as having new evidence if all its uploads
 * are the caller's and at least one was not refused by its check. Refuses `claim-not-found` if there is no such case or the caller may not
 * read it.
 */
export const checkCalledRecourse = (deps: CaseworkDeps) =>
  serve(checkRoute, async ({ params, body: { kind, grounds, uploadIds = [] }, caller, now }) => {
    const opened = await openCase(deps, params.claimId, caller, now);
    if (!opened.ok) return opened;
    const attached = await findAttachments(deps, caller.sub, uploadIds);
    const newEvidence = attached.ok && attached.value.attachments.some(({ state }) => state !== "refused");
    return ok({ findings: findingsOfRecourse(opened.value, { kind, grounds, newEvidence }, caller, deps.tenant) });
  });
