import { type CaseAt, caseNow } from "../../../shared/casework/case/case-at.ts";
import { record } from "../../../shared/casework/case/record.ts";
import { noticeAddress } from "../../../shared/casework/notice/notice-consent.ts";
import { dispatchNotices as route } from "../../../shared/contract/notice/notice-routes.ts";
import { type RefusalKind, refusals, refused } from "../../../shared/contract/refusals.ts";
import type { AnswerOf, RequestOf } from "../../../shared/contract/route.ts";
import { lateRisk } from "../../../shared/domain/board/late-risk.ts";
import type { NoticeChannel } from "../../../shared/domain/case/claim-events.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { dispatchReason, lastDispatch } from "../../../shared/domain/delivery/dispatch-due.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { inBatch } from "../../runtime/in-batch.ts";
import { serve } from "../../runtime/serve.ts";
import type { VisitDeps } from "../visit-deps.ts";
import { type Deliverers, dispatchDecision, openDeliverers } from "./dispatch-decision.ts";

type Request = RequestOf<typeof route>;
type Chosen = Request["body"]["claims"][number];
type Outcome = AnswerOf<typeof route>["outcomes"][number];

/**
 * Dispatches the decisions of the chosen claims, each in its own transaction and as `dispatchNotice` would, by e-mail
 * or to the address (`channelFor`), and answers one outcome for each: `dispatched`; `already` if another act dispatched
 * it; `refused`, with the reason; `left` if it failed or was not begun within 20 seconds. A claim named twice counts
 * once.
 */
export const dispatchNotices = (deps: VisitDeps) =>
  serve(route, async (request) => {
    const deliverers = openDeliverers(deps);
    const outcomes = await inBatch(request.body.claims, "notice-not-dispatched", (one) =>
      dispatchedOne(deps, request, one, deliverers),
    );
    return ok({ outcomes });
  });

/** Dispatches one decision and returns its outcome. */
async function dispatchedOne(
  deps: VisitDeps,
  { caller, now, write }: Request,
  { claimId, version }: Chosen,
  deliverers: Deliverers,
): Promise<Outcome> {
  const key = { key: `${write.key}:${claimId}`, contentHash: write.contentHash };
  const recorded = await record(deps, { claimId, now, write: key, version }, (at) => {
    const channel = channelFor(at);
    return channel ? dispatchDecision(deps, at, { by: caller, channel, deliverers }) : refused("not-now");
  });
  if (!recorded.ok) return refusedOne(deps, { claimId, now }, recorded.error, recorded.detail);
  const sent = lastDispatch(recorded.value.file.events);
  return { claimId, outcome: "dispatched", ...(sent && { channel: sent.channel }) };
}

/**
 * Returns by which means the decision of a case is dispatched: by mail if that was not tried, the claimant consented to
 * it and it reaches them; else to the address. Undefined if it is not to be dispatched, or is in the mailbox, where it
 * takes effect by itself.
 */
function channelFor(at: CaseAt): NoticeChannel | undefined {
  const { events } = at.file;
  const reason = dispatchReason(lateRisk(events, at.claim, at.law), limaDay(at.now));
  if (!reason || lastDispatch(events)?.channel === "mailbox") return undefined;
  return reason === "not-dispatched" && noticeAddress(at) !== undefined ? "email" : "personal";
}

/** Returns the outcome of a claim that nothing was recorded in: `already` if its decision is on its way or arrived. */
async function refusedOne(
  { caseFiles, tenant }: VisitDeps,
  { claimId, now }: Pick<Chosen, "claimId"> & Pick<Request, "now">,
  error: RefusalKind,
  detail: string | undefined,
): Promise<Outcome> {
  const file = error === "claim-not-found" ? undefined : await caseFiles.read(claimId);
  const sent = file && lastDispatch(file.events);
  if (file && sent && !channelFor(caseNow(file, tenant, now))) return { claimId, outcome: "already", ...sent };
  return { claimId, outcome: "refused", reason: detail ?? whyRefused[error] ?? refusals[error].detail };
}

/** Why a claim was refused, as the clerk reads it beside its code. */
const whyRefused: Partial<Record<RefusalKind, string>> = {
  "claim-not-found": "Ese reclamo no existe.",
  "not-now": "No espera que se notifique una resolución: está en otro paso.",
  "version-stale":
    "Alguien registró algo en él después de que usted abrió la lista. Revíselo y elíjalo otra vez si corresponde.",
  busy: "El calendario de días hábiles cambió en este momento. Envíelo otra vez.",
};
