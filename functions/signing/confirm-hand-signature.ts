import type { CaseAt } from "../../shared/casework/case/case-at.ts";
import { type Decision, record } from "../../shared/casework/case/record.ts";
import { summaryAt } from "../../shared/casework/claim/claim-summary.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import { confirmHandSignature as route } from "../../shared/contract/resolution/signing-routes.ts";
import type { RequestOf } from "../../shared/contract/route.ts";
import type { CaseEvent } from "../../shared/domain/case/case-events.ts";
import { ok } from "../../shared/domain/case/result.ts";
import {
  awaitingSignature,
  type FrozenDocument,
  isFreezing,
  isOfEarlierRequest,
  signingOf,
  unsignedIn,
} from "../../shared/domain/resolution/frozen-documents.ts";
import type { Staff } from "../../shared/domain/work/people.ts";
import { serve } from "../runtime/serve.ts";
import { actOf, keepSealOf, voidedWith } from "./sign-frozen.ts";
import { citesDocument, isSameCode } from "./signed-file.ts";
import type { SigningDeps } from "./signing-deps.ts";

type Look = RequestOf<typeof route>["body"]["look"];

/**
 * Records the second look at a signature by hand: another person than the signer types the code and folio seen on the
 * scan. If they match, records the signature as of its day and keeps its seal; if the scan shows neither, records
 * `hand-signature-refused`. Refuses `document-not-found` if no signature waits for this; `not-now` if the caller signed
 * it or the case needs it no more; `signature-refused` if code or folio is wrong. Also refuses as `record`.
 */
export const confirmHandSignature = (deps: SigningDeps) =>
  serve(route, async ({ params: { claimId, documentId }, body: { look }, caller, now, write, version }) => {
    const recorded = await record(deps, { claimId, now, write, version }, (at) =>
      secondLook(deps, at, { documentId, look, caller }),
    );
    if (!recorded.ok) return recorded;
    const { events } = recorded.value.file;
    const frozen = frozenOf(events, documentId);
    if (!frozen) throw new Error(`claim ${claimId} holds no document ${documentId} after its signature was looked at`);
    await keepSealOf(deps, events, frozen);
    const outcome = signingOf(events, frozen.seq) ? ("signed" as const) : ("to-sign" as const);
    return ok({ ...summaryAt(recorded.value), number: frozen.number, outcome });
  });

/**
 * Returns the entry that sent a document to signature last, with the document and its number, whether it was signed
 * since or not; undefined if none did.
 */
function frozenOf(events: readonly CaseEvent[], documentId: string) {
  const entry = events.filter(isFreezing).findLast(({ details }) => details.document?.documentId === documentId);
  const { document } = entry?.details ?? {};
  const number = entry && "number" in entry ? entry.number : document?.verificationCode;
  return entry && document && { seq: entry.seq, document, number: number ?? "" };
}

interface Asked {
  readonly documentId: string;
  readonly look: Look;
  readonly caller: Staff;
}

/**
 * Returns the entry of the second look. Refuses `document-not-found` if no signature on paper of the document waits for
 * it; `not-now` to the signer, or if the document is of no use any more; and `signature-refused` if the code or the
 * folio does not match what the signer wrote.
 */
async function secondLook(
  deps: SigningDeps,
  at: CaseAt,
  { documentId, look, caller }: Asked,
): Promise<Answer<Decision, "document-not-found" | "not-now" | "signature-refused">> {
  const frozen = unsignedIn(at.file.events).find(({ document }) => document.documentId === documentId);
  const claimed = frozen?.claimed;
  if (!frozen || !claimed || claimed.by.kind !== "staff") return refused("document-not-found");
  if (claimed.by.sub === caller.sub) return refused("not-now", { detail: "Lo confirma otra persona, no quien firmó." });
  const { seq: of, number } = frozen;
  const { hand, scan, authenticatedAt } = claimed.details;
  if (!look.shows) {
    const details = { of, number, reason: look.reason };
    return ok({ entries: [{ type: "hand-signature-refused", effectiveAt: at.now, by: caller, details }] });
  }
  if (!isStillNeeded(at, frozen))
    return refused("not-now", {
      detail: "El plazo pasó o el expediente está en otro paso: esa firma ya no puede contar.",
    });
  if (!citesDocument(look.cites, frozen.document) || !isSameCode(look.folio, hand.folio))
    return refused("signature-refused", {
      detail:
        "El código, la huella o el folio que ves no es del documento que dice quien firmó. Míralo otra vez; si el papel muestra otro, di que no se ve y por qué.",
    });
  const staff = await deps.staffRegister.recent(at.file.head.office, at.now);
  const secondPerson = { sub: caller.sub, name: staff.find(({ sub }) => sub === caller.sub)?.name ?? caller.sub };
  const signed = { authenticatedAt, way: "hand", document: scan, hand, secondPerson } as const;
  const { by, effectiveAt } = claimed;
  const entry = await actOf(deps, at, frozen, { by, effectiveAt, document: scan, signed });
  return ok({ entries: [entry], also: voidedWith(deps, at, entry) });
}

/** Whether the case still waits for the document's signature, and it is not of an earlier withdrawal. */
function isStillNeeded({ file: { events }, claim }: CaseAt, frozen: FrozenDocument): boolean {
  return awaitingSignature(events, claim).some(({ seq }) => seq === frozen.seq) && !isOfEarlierRequest(events, frozen);
}
