import { record } from "../../../shared/casework/case/record.ts";
import {
  listUnconfirmed as listRoute,
  settleUnconfirmed as route,
} from "../../../shared/contract/claim/admission-routes.ts";
import { type RefusalKind, refusals, refused } from "../../../shared/contract/refusals.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { awaitsContact } from "../../../shared/domain/filing/guest-claims.ts";
import { mostSettledAtOnce } from "../../../shared/domain/work/work-list.ts";
import { type QueuePosition, queuePositionOf, type StoredHead } from "../../../shared/storage/case/case-head.ts";
import { inBatch } from "../../runtime/in-batch.ts";
import { serve } from "../../runtime/serve.ts";
import type { CaseworkDeps } from "../casework-deps.ts";
import { observation } from "../claim/observe-claim.ts";
import { contactSeen } from "../claim/see-contact.ts";

/** Heads read from the list at once, and how often at most: the list also has what others filed. */
const page = 100;
const mostPages = 10;

/**
 * Answers the claims to be admitted that were filed without an account by who showed neither a receipt's total nor the
 * holder's document, and whose contact nobody confirmed: by the day their hold is to be decided, as many as one act
 * takes, of the first 1,000 to be admitted. `more` is true if there may be others.
 */
export const listUnconfirmed = ({ workLists, tenant }: CaseworkDeps) =>
  serve(listRoute, async () => {
    const found: StoredHead[] = [];
    let after: QueuePosition | undefined;
    let isRead = false;
    for (let pages = 0; pages < mostPages && !isRead; pages += 1) {
      const heads = await workLists.inQueue(tenant.office.code.value, "admission", page, after);
      found.push(...heads.filter(({ appointmentsWait }) => appointmentsWait?.unconfirmed && appointmentsWait.holdBy));
      const last = heads.at(-1);
      after = last && queuePositionOf(last);
      isRead = heads.length < page;
    }
    const rows = found.map(({ claimId, code, version, claimantName, supplyCode, filedAt, appointmentsWait }) => ({
      ...{ claimId, code, version, claimantName, supplyCode, filedAt },
      holdBy: appointmentsWait?.holdBy ?? "",
    }));
    const claims = rows.toSorted((a, b) => a.holdBy.localeCompare(b.holdBy)).slice(0, mostSettledAtOnce);
    return ok({ claims, most: mostSettledAtOnce, more: !isRead || claims.length < rows.length });
  });

/**
 * Records the same in each of the chosen claims, each in its own transaction: that its contact was looked at, as
 * `seeContact` does, or what it lacks, as `observeClaim` does. Answers one outcome for each: `done`; `refused`, with
 * the reason, also if its contact is confirmed; `left` if it failed or was not begun within 20 seconds.
 */
export const settleUnconfirmed = (deps: CaseworkDeps) =>
  serve(route, async ({ body: { claims, act, says }, caller, now, write }) => {
    const outcomes = await inBatch(claims, "unconfirmed-not-settled", async ({ claimId, version }) => {
      const key = { key: `${write.key}:${claimId}`, contentHash: write.contentHash };
      const recorded = await record(deps, { claimId, now, write: key, version }, (at) => {
        if (act === "seen" || !awaitsContact(at.file.events)) return contactSeen(deps, at, caller, says);
        return at.claim.state === "filed" ? ok(observation(deps, at, caller, [says])) : refused("not-now");
      });
      if (recorded.ok) return { claimId, outcome: "done" as const };
      const { error, detail } = recorded;
      return { claimId, outcome: "refused" as const, reason: detail ?? whyRefused[error] ?? refusals[error].detail };
    });
    return ok({ outcomes });
  });

/** Why a claim was refused, as staff read it beside its code. */
const whyRefused: Partial<Record<RefusalKind, string>> = {
  "claim-not-found": "Ese reclamo no existe.",
  "not-now": "Ya no está por admitir: está en otro paso.",
  "version-stale": "Alguien registró algo en él después de que usted abrió la lista. Revíselo y elíjalo otra vez.",
  busy: "Otras personas registran en él en este momento. Envíelo otra vez.",
};
