import type { CaseAt } from "../../shared/casework/case-at.ts";
import { type Decision, record } from "../../shared/casework/record.ts";
import { acknowledgeNotice as route } from "../../shared/contract/claim-routes.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { ClaimDesk } from "./claim-desk.ts";
import { acknowledgementOf, noticed, noticeOf, noticeView } from "./notice.ts";

/** Acknowledges a notice: what it decides takes effect now. Again, or twice at once, is the same. */
export const acknowledgeNotice = (desk: ClaimDesk) =>
  serve(route, async ({ params, now }) => {
    const notice = await noticeOf(desk, params.noticeKey);
    if (!notice.ok) return notice;
    const { file, noticeId } = notice.value;
    if (acknowledgementOf(file.events, noticeId)) return ok(noticeView(notice.value, desk.tenant));
    const write = { key: `acknowledge-${noticeId}`, contentHash: noticeId };
    const { claimId } = file.head;
    const recorded = await record(desk, { claimId, now, write }, (at) => decide(at, noticeId));
    if (recorded.ok) return ok(noticeView({ file: recorded.value.file, noticeId }, desk.tenant));
    const { error } = recorded;
    if (error === "not-now" || error === "busy") return { ...recorded, error };
    throw new Error(`notice ${noticeId} of claim ${claimId}: ${error}`);
  });

function decide(at: CaseAt, noticeId: string): Answer<Decision, "not-now"> {
  const { file, claim, now } = at;
  const { issued } = noticed({ file, noticeId });
  const otherwise = file.events.slice(issued.seq).some(({ type }) => type === "resolution-notified");
  if (otherwise)
    return refused("not-now", {
      detail: "Esta decisión ya se te notificó por otro medio. Ábrela en tu reclamo, o llama a la oficina.",
    });
  if (claim.state.endsWith("silence-to-confirm"))
    return refused("not-now", { detail: "El plazo para notificarte por este medio ya pasó. Llama a la oficina." });
  return ok({
    entries: [
      {
        type: "resolution-notified",
        effectiveAt: now,
        by: { kind: "system", name: "notices" },
        evidence: [],
        details: { noticeId, how: "acknowledged", photos: [] },
      },
    ],
  });
}
