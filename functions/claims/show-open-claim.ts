import { summaryAt } from "../../shared/casework/claim-summary.ts";
import { contactChannels } from "../../shared/casework/contact-code.ts";
import { shownDocuments } from "../../shared/casework/shown-documents.ts";
import { showOpenClaim as route } from "../../shared/contract/open-routes.ts";
import { awaitsContact, holdAwaited } from "../../shared/domain/guest-claims.ts";
import { ok } from "../../shared/domain/result.ts";
import { waitingAppointments } from "../../shared/domain/waiting-appointments.ts";
import { serve } from "../runtime/serve.ts";
import { claimByKey } from "./claim-by-key.ts";
import type { ClaimDeps } from "./claim-deps.ts";

/**
 * Answers a claim to whoever gives its code and key: its state and what is next, whether its contact is confirmed, by
 * which channels the contact can be confirmed, and until when its hold waits for that. Answers nothing of the supply.
 * If the code or the key is wrong, refuses `claim-not-found` or, after five wrong keys this hour, `too-many-attempts`.
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
      cargoReady: shownDocuments(at, "claimant").some(({ document }) => document.kind === "claim-cargo"),
    });
  });
