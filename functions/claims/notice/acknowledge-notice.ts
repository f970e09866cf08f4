import type { CaseAt } from "../../../shared/casework/case/case-at.ts";
import { type Decision, record } from "../../../shared/casework/case/record.ts";
import { dayOfNotice, isNoticeOpen } from "../../../shared/casework/notice/open-notices.ts";
import { acknowledgeNotice as route } from "../../../shared/contract/claim/claim-routes.ts";
import { type Answer, refused } from "../../../shared/contract/refusals.ts";
import type { CaseEventOf, CaseFact, CaseNote } from "../../../shared/domain/case/case-events.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { serve } from "../../runtime/serve.ts";
import type { ClaimDeps } from "../claim-deps.ts";
import { acknowledgementOf, noticed, noticeOf, noticeView } from "./notice.ts";

/**
 * Records that a notice was acknowledged now, which puts the act that the notice is about into effect, and answers the
 * notice. Writes nothing if it was acknowledged before. Refuses `notice-not-found` if the key opens no notice;
 * `not-now` if the act was notified in another way, a later notice replaced this one, the day of its meter test or
 * hearing has come, or a silence ended the term to notify; `busy` if other writes come first in every attempt.
 */
export const acknowledgeNotice = (deps: ClaimDeps) =>
  serve(route, async ({ params, now }) => {
    const notice = await noticeOf(deps, params.noticeKey);
    if (!notice.ok) return notice;
    const { file, noticeId } = notice.value;
    if (acknowledgementOf(file.events, noticeId)) return ok(noticeView(notice.value, deps.tenant, now));
    const write = { key: `acknowledge-${noticeId}`, contentHash: noticeId };
    const { claimId } = file.head;
    const recorded = await record(deps, { claimId, now, write, known: file }, (at) => decide(at, noticeId));
    if (recorded.ok) return ok(noticeView({ file: recorded.value.file, noticeId }, deps.tenant, now));
    const { error } = recorded;
    if (error === "not-now" || error === "busy") return { ...recorded, error };
    throw new Error(`notice ${noticeId} of claim ${claimId}: ${error}`);
  });

const by = { kind: "system", name: "notices" } as const;
const otherwise =
  "Esto ya se te notificó por otro medio, o hay un aviso posterior. Ábrelo en tu reclamo, o llama a la oficina.";

/**
 * Returns the decision that notifies a resolution; for the notice of another act, what `decideAct` returns. Refuses
 * `not-now` if the resolution was notified already, or a silence ended the term.
 */
function decide(at: CaseAt, noticeId: string): Answer<Decision, "not-now"> {
  const { file, claim, now } = at;
  const { sent, issued } = noticed({ file, noticeId });
  if (!issued) return decideAct(at, sent);
  if (file.events.slice(issued.seq).some(({ type }) => type === "resolution-notified"))
    return refused("not-now", { detail: otherwise });
  if (claim.state.endsWith("silence-to-confirm"))
    return refused("not-now", { detail: "El plazo para notificarte por este medio ya pasó. Llama a la oficina." });
  const details = { noticeId, how: "acknowledged", photos: [] } as const;
  return ok({ entries: [{ type: "resolution-notified", effectiveAt: now, by, evidence: [], details }] });
}

/**
 * Returns the decision that notifies an act other than a resolution. Refuses `not-now` if its notice is no longer open,
 * or the day it is about has come.
 */
function decideAct(at: CaseAt, sent: CaseEventOf<"notice-dispatched">): Answer<Decision, "not-now"> {
  const { events } = at.file;
  if (!isNoticeOpen(events, sent)) return refused("not-now", { detail: otherwise });
  const on = dayOfNotice(events, sent.details.of);
  if (on !== undefined && limaDay(at.now) >= on)
    return refused("not-now", { detail: "Ese aviso era para un día que ya llegó. Llama a la oficina." });
  return ok({ entries: [effectOf(sent, at.now)] });
}

/** Returns the entry that the acknowledgement of an act records, effective at that instant. */
function effectOf(
  { details: { of, says, noticeId } }: CaseEventOf<"notice-dispatched">,
  effectiveAt: string,
): CaseFact | CaseNote {
  const how = { noticeId, how: "acknowledged" } as const;
  switch (of) {
    case "observation":
      return { type: "defect-notified", effectiveAt, by, details: how };
    case "leak-repair":
      return { type: "leak-repair-required", effectiveAt, by, details: { noticeId, text: says.join("\n") } };
    case "new-evidence":
      return { type: "new-evidence-asked", effectiveAt, by, details: { noticeId, text: says.join("\n") } };
    case "meter-test":
      return { type: "meter-test-notified", effectiveAt, by, details: how };
    case "hearing":
      return { type: "notice-acknowledged", effectiveAt, by, details: { noticeId } };
  }
}
