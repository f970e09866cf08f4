import * as z from "zod";
import { caseNow } from "../../shared/casework/case/case-at.ts";
import type { PublishedRecord } from "../../shared/casework/case-copy/published-documents.ts";
import { documentStandingOf, rectifiedAt } from "../../shared/casework/seal/document-standing.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import type { AnswerOf } from "../../shared/contract/route.ts";
import type { showVerification } from "../../shared/contract/seal/verification-routes.ts";
import type { CaseEvent } from "../../shared/domain/case/case-events.ts";
import type { DocumentStanding } from "../../shared/domain/case/document-standing.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { addDays, type CalendarDay, limaDay, limaInstant } from "../../shared/domain/term/calendar-day.ts";
import type { IndexedDocument, PrintedDocument } from "../../shared/storage/seal/verification-index.ts";
import { log } from "../runtime/log.ts";
import type { VerificationDeps } from "./verification-deps.ts";

type Verification = AnswerOf<typeof showVerification>;

const sealFile = z.object({
  signature: z.string(),
  keyId: z.string(),
  algorithm: z.literal("ECDSA_SHA_256"),
  statement: z.string(),
});
const stated = z.object({ number: z.string(), sealedAt: z.string(), signedAt: z.string().optional() });

/**
 * Returns what the office says of a document in the index: whether it rules today (`standing`), whether the kept bytes
 * are whole (`kept`), its seal if signed, whether its day's digest names the case, and when a resolution was rectified.
 * Refuses `document-unknown` if `found` is undefined or its case lacks the entry. Throws if the document has neither
 * number nor seal. Logs `evidence-not-whole` if the kept bytes are not those sealed.
 */
export async function verified(
  deps: VerificationDeps,
  found: IndexedDocument | PrintedDocument | undefined,
  now: string,
): Promise<Answer<Verification, "document-unknown">> {
  if (found && "printedAt" in found) {
    const { printedAt: issuedAt, ...document } = found;
    return ok({ ...document, issuedAt, standing: "record", kept: "not-kept" });
  }
  const named = found && (await namedIn(deps, found, now));
  if (!named) return refused("document-unknown");
  const { documentId, kind, verificationCode, sha256 } = found;
  const { standing, issued, rectified, digest } = named;
  // Only a signature seals these documents; a certificate of silence is sealed when it is made, and is never unsigned.
  const seal = standing === "unsigned" ? undefined : await sealOf(deps, documentId);
  const said = seal ? stated.parse(JSON.parse(seal.statement)) : undefined;
  const number = issued?.number ?? said?.number;
  const issuedAt = issued?.effectiveAt ?? said?.sealedAt;
  if (number === undefined || issuedAt === undefined) throw new Error(`the document ${documentId} has no seal`);
  const kept = await keptAs(deps, documentId, sha256);
  return ok({
    verificationCode,
    kind,
    number,
    issuedAt,
    sha256,
    standing,
    kept,
    ...(rectified !== undefined && { rectifiedAt: rectified }),
    ...(digest && { digest }),
    ...(seal && { seal }),
  });
}

/**
 * Returns what the office says of a document that it publishes on its site. `standing` is `by-newer` if a newer
 * document replaced it, otherwise `record`. `kept` is always `not-kept`, because the site has the bytes.
 */
export function published({ name: _, replaced, ...document }: PublishedRecord): Answer<Verification, never> {
  return ok({ ...document, standing: replaced ? "by-newer" : "record", kept: "not-kept" });
}

interface Named {
  readonly standing: DocumentStanding;
  readonly issued?: { readonly number: string; readonly effectiveAt: string } | undefined;
  readonly rectified?: string | undefined;
  readonly digest?: Verification["digest"];
}

/** Returns the document's standing by the entry the index names; undefined if the case has no such entry. */
async function namedIn(
  { caseFiles, tenant, digests }: VerificationDeps,
  found: IndexedDocument,
  now: string,
): Promise<Named | undefined> {
  if (!("claimId" in found)) return { standing: "record" };
  const file = await caseFiles.read(found.claimId);
  const entry = file?.events[found.seq - 1];
  if (!file || !entry) return undefined;
  const day = limaDay(entry.recordedAt);
  const isNamed = await digests.names(day, file.head.code);
  return {
    digest: { day, state: isNamed ? "named" : isDigested(day, now) ? "none" : "to-come" },
    standing: documentStandingOf(caseNow(file, tenant, now), found.seq),
    issued: frozenIn(entry),
    rectified: entry.type === "resolution-issued" ? rectifiedAt(file.events, entry.number) : undefined,
  };
}

/** Whether the day's digest must be there by `now`: the hourly run after 01:00 of the next day, in Lima, makes it. */
function isDigested(day: CalendarDay, now: string): boolean {
  return Date.parse(now) > Date.parse(limaInstant(addDays(day, 1), "02:00"));
}

/** Returns the number and instant fixed when the document was sent to signature; undefined for other entries. */
function frozenIn(entry: CaseEvent): Named["issued"] {
  if (entry.type === "document-frozen") return { number: entry.details.number, effectiveAt: entry.effectiveAt };
  return entry.type === "resolution-issued" ? { number: entry.number, effectiveAt: entry.effectiveAt } : undefined;
}

/** Returns the seal kept beside the document; undefined if there is none. */
async function sealOf({ documents }: VerificationDeps, documentId: string): Promise<Verification["seal"]> {
  const text = await documents.text(`${documentId}.seal.json`);
  return text === undefined ? undefined : sealFile.parse(JSON.parse(text));
}

/**
 * Returns whether the kept bytes are whole, changed or missing; unless they are whole, also logs the error
 * `evidence-not-whole`.
 */
async function keptAs(
  { documents }: VerificationDeps,
  documentId: string,
  sha256: string,
): Promise<Verification["kept"]> {
  const digest = await documents.digest(documentId);
  const kept = digest === undefined ? "missing" : digest === sha256 ? "whole" : "changed";
  // Somebody got past the bucket's lock, or a file was lost: the log has to say which document.
  if (kept !== "whole") log("error", "evidence-not-whole", { documentId, kept });
  return kept;
}
