import { holdAsked } from "../../../shared/casework/billing/hold-asked.ts";
import { shownDocuments } from "../../../shared/casework/case-copy/shown-documents.ts";
import { summaryAt } from "../../../shared/casework/claim/claim-summary.ts";
import { contactChannels } from "../../../shared/casework/claim/contact-code.ts";
import { showOpenClaim as route } from "../../../shared/contract/open-routes.ts";
import { heldReceipts } from "../../../shared/domain/billing/settlements.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { awaitsContact, holdAwaited, knowsSupply } from "../../../shared/domain/filing/guest-claims.ts";
import { waitingAppointments } from "../../../shared/domain/visit/waiting-appointments.ts";
import { serve } from "../../runtime/serve.ts";
import type { ClaimDeps } from "../claim-deps.ts";
import { claimByKey } from "./claim-by-key.ts";

/**
 * Answers a claim to whoever gives its code and key: its state and what is next, if its contact is confirmed and by
 * which channels it can be, and how its hold stands, with its key if they know the supply. Answers nothing else of the
 * supply. Wrong code or key: refuses `claim-not-found` or, after five wrong keys this hour, `too-many-attempts`.
 */
export const showOpenClaim = (deps: ClaimDeps) =>
  serve(route, async ({ body, now }) => {
    const found = await claimByKey(deps, body, now);
    if (!found.ok) return found;
    const at = found.value;
    const { events } = at.file;
    const { code, filedAt, filedOn, state, since, next, dueOn, daysLeft } = summaryAt(at);
    return ok({
      ...{ code, filedAt, filedOn, state, since, next, dueOn, daysLeft },
      channels: [...contactChannels(at)],
      contactConfirmed: !awaitsContact(events),
      ...(waitingAppointments(events, at.claim.state) && { awaitsAppointments: true as const }),
      holdBy: holdAwaited(events),
      holdAsked: holdAsked(at, deps.tenant),
      ...(knowsSupply(events) && heldReceipts({ ...at, events }).length > 0 && { holdKey: at.filing.details.holdKey }),
      cargoReady: shownDocuments(at, "claimant").some(({ document }) => document.kind === "claim-cargo"),
    });
  });
