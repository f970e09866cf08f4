import type { CaseAt } from "../../shared/casework/case/case-at.ts";
import type { Decision } from "../../shared/casework/case/record.ts";
import { conciliatedWords, hasConciliated } from "../../shared/casework/conciliation/conciliation-wall.ts";
import { voidedBy } from "../../shared/casework/resolution/office-number.ts";
import { keepSeal, sealOf, sha256Of } from "../../shared/casework/seal/issue-document.ts";
import { caseSealFacts } from "../../shared/casework/seal/sealed-facts.ts";
import { type Answer, type Refusal, refused } from "../../shared/contract/refusals.ts";
import type { CaseEvent } from "../../shared/domain/case/case-events.ts";
import type { Actor } from "../../shared/domain/case/claim-events.ts";
import type { OfficeDocument, SignedDetails } from "../../shared/domain/case/issued-documents.ts";
import { ok } from "../../shared/domain/case/result.ts";
import {
  awaitingSignature,
  documentOfRecord,
  type FrozenDocument,
  isOfEarlierRequest,
  signingOf,
  unsignedIn,
} from "../../shared/domain/resolution/frozen-documents.ts";
import type { Staff } from "../../shared/domain/work/people.ts";
import type { Write } from "../../shared/storage/dynamodb.ts";
import { lawRefusal, nothingToSign } from "./law-refusal.ts";
import { type SentSignature, signedActOf } from "./signed-file.ts";
import type { SigningDeps } from "./signing-deps.ts";

/** A signature as it is sent: `authenticatedAt` is when the signer signed in. */
export interface Signature {
  readonly by: Staff;
  readonly authenticatedAt: string;
  /** The SHA-256 of the bytes the signer looked at. */
  readonly sha256: string;
  readonly signature: SentSignature;
}

type Refusals = "not-now" | "document-changed" | "signature-refused" | "upload-not-found";
type Entry = Decision["entries"][number];

/**
 * Signs a frozen document (or claims a signature by hand) and stores its file. Refuses `not-now` if none waits, law or
 * case take no such act now, a signature by hand awaits its second look, or the signer prepared it or conciliated;
 * `document-changed` if none waits with this SHA-256; `upload-not-found` if the file is another's; `signature-refused`
 * if signature or way is not valid, or the file is still in its check or no PDF.
 */
export async function signedFrozen(
  deps: SigningDeps,
  at: CaseAt,
  { by, authenticatedAt, sha256, signature }: Signature,
): Promise<Answer<Decision, Refusals>> {
  const { head, events } = at.file;
  const waiting = unsignedIn(events);
  if (waiting.length === 0) return nothingToSign();
  const frozen = waiting.find(({ document }) => document.sha256 === sha256);
  if (!frozen) return refused("document-changed");
  const refusal = refusalOf(at, frozen, by);
  if (refusal) return refusal;
  const bytes = await unchanged(deps, frozen.document);
  const act = await signedActOf(deps, at, frozen, { signature, sub: by.sub, bytes });
  if (!act.ok) return act;
  const { effectiveAt, document, facts, upload } = act.value;
  const { seq: of, number } = frozen;
  const { hand } = facts;
  const entry: Entry = hand
    ? {
        type: "hand-signature-claimed",
        effectiveAt,
        by,
        details: { of, number, authenticatedAt, scan: document, uploadId: upload?.documentId, hand },
      }
    : await actOf(deps, at, frozen, {
        by,
        effectiveAt,
        document,
        signed: { authenticatedAt, uploadId: upload?.documentId, ...facts },
      });
  const attach = upload ? [deps.uploads.attach(upload, { claimId: head.claimId })] : [];
  return ok({ entries: [entry], also: [...attach, ...voidedWith(deps, at, entry)] });
}

/**
 * Refuses `not-now` if this signer may not sign the document now, or if it was signed by hand and waits to be
 * confirmed.
 */
function refusalOf(at: CaseAt, frozen: FrozenDocument, by: Staff): Refusal<"not-now"> | undefined {
  const fact = factOf(frozen.document);
  const refusal = fact && lawRefusal(at, { type: fact, effectiveAt: at.now, by });
  if (refusal) return refusal;
  if (!awaitingSignature(at.file.events, at.claim).some(({ seq }) => seq === frozen.seq))
    return refused("not-now", { detail: "El expediente está en otro paso y ese documento ya no hace falta." });
  if (isOfEarlierRequest(at.file.events, frozen))
    return refused("not-now", {
      detail:
        "Es de un desistimiento anterior, y después se pidió otro. Devuélvelo sin firmar y que se envíe uno nuevo.",
    });
  if (frozen.claimed)
    return refused("not-now", {
      detail: "Ya se firmó a mano. Falta que otra persona mire el papel escaneado y lo confirme.",
    });
  if (frozen.preparedBy.includes(by.sub))
    return refused("not-now", {
      detail: "Debe firmar otra persona: quien redactó o envió el documento no puede firmarlo.",
    });
  if (frozen.document.kind.endsWith("resolution") && hasConciliated(at.file, by))
    return refused("not-now", { detail: conciliatedWords.sign });
  return undefined;
}

/** Returns the type of the fact that the document's signature is; undefined if it is none. */
function factOf({ kind }: OfficeDocument) {
  if (kind === "rectification") return "rectified";
  if (kind === "withdrawal-acceptance") return "withdrawal-accepted";
  return kind.endsWith("resolution") ? "resolution-signed" : undefined;
}

export interface NewAct {
  readonly by: Actor & { readonly sub: string };
  readonly effectiveAt: string;
  /** The signed file, or the frozen document itself if no file was signed. */
  readonly document: OfficeDocument;
  readonly signed: Omit<SignedDetails, "seal" | "signer">;
}

/**
 * Returns the writes that void the numbers of the documents that can no longer be signed once `entry` accepts a
 * withdrawal. Empty if `entry` is of another type or there are none.
 */
export function voidedWith(deps: SigningDeps, at: CaseAt, entry: Entry): readonly Write[] {
  return entry.type === "withdrawal-accepted" ? voidedBy(deps, at, entry, "Se aceptó el desistimiento.") : [];
}

/**
 * Returns the entry that records the signature of a frozen document: `resolution-signed`, `rectified`,
 * `withdrawal-accepted`, or `document-signed` for any other document. Makes the seal in the entry. The signer is named
 * as in the staff register, or by their account id if the register lacks them. Writes nothing.
 */
export async function actOf(
  deps: SigningDeps,
  at: CaseAt,
  frozen: FrozenDocument,
  { by, effectiveAt, document, signed: made }: NewAct,
): Promise<Entry> {
  const { seq: of, number } = frozen;
  const seal = await sealOf(deps, document, {
    ...caseSealFacts(at.file),
    number,
    signer: by.sub,
    signedAt: effectiveAt,
    sealedAt: at.now,
  });
  const staff = await deps.staffRegister.recent(at.file.head.office, at.now);
  const signer = staff.find(({ sub }) => sub === by.sub)?.name ?? by.sub;
  const signed = { signer, seal, ...made };
  const entry = at.file.events[of - 1];
  if (entry?.type === "resolution-issued")
    return { type: "resolution-signed", effectiveAt, by, details: { number, ...signed } };
  if (entry?.type === "document-frozen" && entry.details.rectifies)
    return {
      type: "rectified",
      effectiveAt,
      by,
      details: { ...entry.details.rectifies, frozen: of, number, ...signed },
    };
  if (entry?.type === "document-frozen" && entry.details.accepts)
    return {
      type: "withdrawal-accepted",
      effectiveAt,
      by,
      details: { ...entry.details.accepts, frozen: of, number, ...signed },
    };
  return { type: "document-signed", effectiveAt, by, details: { of, number, ...signed } };
}

/**
 * Stores the seal of a recorded signature beside the signed document; a repeat stores it again. Does nothing if the
 * document is not signed.
 */
export async function keepSealOf(
  { documents }: Pick<SigningDeps, "documents">,
  events: readonly CaseEvent[],
  frozen: Pick<FrozenDocument, "seq" | "document">,
): Promise<void> {
  const seal = signingOf(events, frozen.seq)?.details.seal;
  if (seal) await keepSeal(documents, documentOfRecord(events, frozen).documentId, seal);
}

/** Returns the kept bytes of the document. Throws if they are not the ones that were frozen. */
async function unchanged(
  { documents }: SigningDeps,
  { documentId, sha256 }: { readonly documentId: string; readonly sha256: string },
): Promise<Uint8Array> {
  const bytes = await documents.read(documentId);
  if (sha256Of(bytes) !== sha256) throw new Error(`the document ${documentId} is not the one that was frozen`);
  return bytes;
}
