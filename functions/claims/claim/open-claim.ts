import type { CaseAt } from "../../../shared/casework/case/case-at.ts";
import { record } from "../../../shared/casework/case/record.ts";
import { summaryAt } from "../../../shared/casework/claim/claim-summary.ts";
import { confirmedContact } from "../../../shared/casework/filing/confirmed-contact.ts";
import { linkStands } from "../../../shared/casework/supply/standing-link.ts";
import { openClaim as route } from "../../../shared/contract/claim/claim-routes.ts";
import { type Answer, refused } from "../../../shared/contract/refusals.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { awaitsContact, knowsSupply } from "../../../shared/domain/filing/guest-claims.ts";
import { serve } from "../../runtime/serve.ts";
import type { ClaimDeps } from "../claim-deps.ts";
import { claimByKey } from "./claim-by-key.ts";

/**
 * Lets the account see a claim from now on, by its code and key, and answers the claim's summary; a second time changes
 * nothing. If the claim was filed without an account, also confirms its contact. If the code or the key is wrong,
 * refuses `claim-not-found` or, after five wrong keys this hour, `too-many-attempts`. Refuses `supply-not-linked` if
 * the claimant never showed that they know the supply and the account has no link to it; `busy` after six attempts.
 */
export const openClaim = (deps: ClaimDeps) =>
  serve(route, async ({ body, caller: { sub }, now }) => {
    const found = await claimByKey(deps, body, now);
    if (!found.ok) return found;
    const { file } = found.value;
    const { claimId } = file.head;
    const shown = await mayShowSupply(deps, found.value, sub, now);
    if (!shown.ok) return shown;
    await deps.accessGrants.grant(sub, claimId, body.claimKey);
    if (!awaitsContact(file.events)) return ok(summaryAt(found.value));
    const confirmed = await confirmedBy(deps, claimId, sub, now);
    return confirmed.ok ? ok(summaryAt(confirmed.value)) : confirmed;
  });

/**
 * Refuses `supply-not-linked` if the claimant never showed that they know the supply and the account has no link to it.
 */
export async function mayShowSupply(
  deps: ClaimDeps,
  { file: { events, head } }: CaseAt,
  sub: string,
  now: string,
): Promise<Answer<true, "supply-not-linked">> {
  if (knowsSupply(events) || (await hasSupply(deps, sub, head.supplyCode, now))) return ok(true);
  return refused("supply-not-linked", {
    detail:
      "Para ver este reclamo en tu cuenta, vincula primero su suministro con la clave de un recibo o el documento del titular. Mientras tanto, síguelo con su código y su clave.",
  });
}

async function hasSupply(deps: ClaimDeps, sub: string, supplyCode: string, now: string): Promise<boolean> {
  const link = (await deps.supplyLinks.list(sub)).find((one) => one.supplyCode === supplyCode);
  return (
    link !== undefined && linkStands(deps, { ...link, sub }, await deps.receiptReader.lastMonths(supplyCode, 1), now)
  );
}

/** Records that an account, which answered a code of its own, holds the key of the claim. */
async function confirmedBy(
  deps: ClaimDeps,
  claimId: string,
  sub: string,
  now: string,
): Promise<Answer<CaseAt, "busy">> {
  const by = { kind: "customer", sub } as const;
  const key = `contact-confirmed ${claimId}`;
  const recorded = await record(deps, { claimId, now, write: { key, contentHash: key } }, async (at) =>
    ok(
      awaitsContact(at.file.events)
        ? await confirmedContact(deps, at, { by, sub, details: { how: "account" } })
        : { entries: [] },
    ),
  );
  if (recorded.ok || recorded.error === "busy") return recorded.ok ? recorded : refused("busy");
  throw new Error(`the contact of claim ${claimId} was not recorded: ${recorded.error}`);
}
