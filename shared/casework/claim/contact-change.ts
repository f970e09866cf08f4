import { type Answer, refused } from "../../contract/refusals.ts";
import { isOver } from "../../domain/case/claim-states.ts";
import { ok } from "../../domain/case/result.ts";
import { changesOf, claimantOf } from "../../domain/claim/claimant-contact.ts";
import type { ChangedContact } from "../../domain/filing/claim-form.ts";
import { normalizeDocument } from "../../domain/receipt/receipt.ts";
import type { ActWriter } from "../case/act-writer.ts";
import type { CaseAt } from "../case/case-at.ts";
import type { Decision } from "../case/record.ts";
import { claimantNow } from "../notice/notice-consent.ts";
import { recordedToday } from "../work/recorded-today.ts";

/** Changes of contact that a claim takes in a day, more than anybody needs. */
const mostChanges = 10;

/**
 * Returns whether `documentNumber` is the number of the claimant's document. False if either has none: nobody can say
 * then whose contact it is.
 */
export function isOfClaimant(at: CaseAt, documentNumber: string | undefined): boolean {
  const own = normalizeDocument(claimantNow(at).document?.number ?? "");
  return own !== "" && normalizeDocument(documentNumber ?? "") === own;
}

/**
 * Returns the decision that records `contact-changed` with the parts of `contact` that are new; it has no entries if
 * nothing is. Empty parts change nothing. By telephone it counts later (`countedChanges`). Refuses `not-now` if the
 * claim is over, if `documentNumber` is not the claimant's, or if the contact changed ten times today.
 */
export function contactChange(
  { by, taken }: ActWriter,
  at: CaseAt,
  contact: ChangedContact & { readonly documentNumber: string | undefined },
): Answer<Decision, "not-now"> {
  if (isOver(at.claim.state)) return refused("not-now", { detail: "Este reclamo ya terminó." });
  if (!isOfClaimant(at, contact.documentNumber))
    return refused("not-now", { detail: "Ese documento no es el de quien reclama: su contacto queda como está." });
  const changes = changesIn(at, contact, taken?.came === "telephone");
  if (Object.keys(changes).length === 0) return ok({ entries: [] });
  if (recordedToday(at, "contact-changed") >= mostChanges)
    return refused("not-now", { detail: "Hoy ya se cambió muchas veces. Sigue mañana." });
  const details = { ...changes, ...(taken && { taken }) };
  return ok({ entries: [{ type: "contact-changed", effectiveAt: at.now, by, details }] });
}

/**
 * The parts of `contact` that are new. By web or at the counter, also those that only repeat or take back what was said
 * by telephone and does not count yet: they count at once.
 */
function changesIn(at: CaseAt, contact: ChangedContact, isSpoken: boolean): ChangedContact {
  const said = claimantOf(at.file.events) ?? at.filing.details.form.claimant;
  return { ...changesOf(said, contact), ...(!isSpoken && changesOf(claimantNow(at), contact)) };
}
