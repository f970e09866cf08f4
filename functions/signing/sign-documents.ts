import { record } from "../../shared/casework/case/record.ts";
import { sha256Of } from "../../shared/casework/seal/issue-document.ts";
import { toUsted } from "../../shared/contract/counter/to-usted.ts";
import { type RefusalKind, refusals, refused } from "../../shared/contract/refusals.ts";
import { signDocuments as route } from "../../shared/contract/resolution/signing-routes.ts";
import type { AnswerOf, RequestOf } from "../../shared/contract/route.ts";
import type { CaseEvent } from "../../shared/domain/case/case-events.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { isFreezing, signingOf, unsignedIn } from "../../shared/domain/resolution/frozen-documents.ts";
import type { CaseFile } from "../../shared/storage/case/case-files.ts";
import { mapWithConcurrency } from "../runtime/map-with-concurrency.ts";
import { serve } from "../runtime/serve.ts";
import { freshSignIn } from "./fresh-sign-in.ts";
import { keepSealOf, signedFrozen } from "./sign-frozen.ts";
import { citesDocument, receivedFile, type SentSignature } from "./signed-file.ts";
import type { SigningDeps } from "./signing-deps.ts";

type Request = RequestOf<typeof route>;
type Chosen = Request["body"]["documents"][number];
type Outcome = AnswerOf<typeof route>["outcomes"][number];
type Unmatched = AnswerOf<typeof route>["unmatched"];

/** A document not begun by then is left for the same request, sent again: the gateway waits half a minute. */
const longestMs = 20_000;

/**
 * Signs the chosen documents, each in its own transaction, and answers one outcome for each: `signed`; `to-confirm` if
 * it was signed by hand and waits for its second look; `already` if another request signed it; `refused`, with the
 * reason; or `left` if not begun within 20 seconds (the same request again signs it). `unmatched` has the files of no
 * chosen document, or second ones. Refuses `fresh-sign-in-needed` if the sign-in is older than `office.signInMinutes`.
 */
export const signDocuments = (deps: SigningDeps) =>
  serve(route, async (request) => {
    const { body, caller, now, authenticatedAt } = request;
    const began = performance.now();
    const fresh = freshSignIn(deps, authenticatedAt, now);
    if (fresh === undefined) return refused("fresh-sign-in-needed");
    const chosen = [...new Map(body.documents.map((one) => [`${one.claimId} ${one.sha256}`, one])).values()];
    const found = await mapWithConcurrency(chosen, (one) => foundOf(deps, one));
    const waiting = found.filter(({ state }) => state === "waiting");
    const { of, unmatched } = await matched(deps, caller.sub, body.signature, waiting);
    const outcomes = await mapWithConcurrency(found, async (one): Promise<Outcome> => {
      const { claimId, sha256 } = one;
      if (performance.now() - began > longestMs) return { claimId, sha256, outcome: "left" };
      return signedOne(deps, { ...request, authenticatedAt: fresh }, one, of.get(one));
    });
    return ok({ outcomes: [...outcomes], unmatched });
  });

/** A chosen document and its state in its case; `unknown` if nothing of those bytes waits for a signature there. */
interface Found extends Chosen {
  readonly state: "waiting" | "signed" | "unknown";
  readonly sizeBytes: number;
  readonly verificationCode: string;
}

/** Finds a chosen document; one that waits is found for half the units, since signing it reads the case again. */
async function foundOf({ caseFiles }: SigningDeps, chosen: Chosen): Promise<Found> {
  const recent = foundIn(await caseFiles.read(chosen.claimId, "recent"), chosen);
  return recent.state === "waiting" ? recent : foundIn(await caseFiles.read(chosen.claimId), chosen);
}

function foundIn(file: CaseFile | undefined, chosen: Chosen): Found {
  const entry = file && entryOf(file.events, chosen.sha256);
  const document = entry?.details.document;
  if (!file || !entry || !document) return { ...chosen, state: "unknown", sizeBytes: 0, verificationCode: "" };
  const { sizeBytes, verificationCode } = document;
  const waiting = unsignedIn(file.events).find(({ seq }) => seq === entry.seq);
  const isDone = waiting?.claimed !== undefined || signingOf(file.events, entry.seq) !== undefined;
  const state = isDone ? "signed" : waiting ? "waiting" : "unknown";
  return { ...chosen, state, sizeBytes, verificationCode };
}

function entryOf(events: readonly CaseEvent[], sha256: string) {
  return events.filter(isFreezing).findLast(({ details }) => details.document?.sha256 === sha256);
}

interface Matched {
  readonly of: ReadonlyMap<Found, SentSignature>;
  readonly unmatched: Unmatched;
}

/**
 * Matches each file with the waiting document it signs: by the bytes a signed PDF begins with, or by the code or
 * SHA-256 written on a document signed by hand. A second file of one document is unmatched.
 */
async function matched(
  deps: SigningDeps,
  sub: string,
  signature: Request["body"]["signature"],
  waiting: readonly Found[],
): Promise<Matched> {
  if (signature.way === "second-factor") return { of: new Map(waiting.map((one) => [one, signature])), unmatched: [] };
  const of = new Map<Found, SentSignature>();
  const unmatched: Unmatched = [];
  if (signature.way === "hand") {
    for (const attachment of signature.attachments) {
      const one = waiting.find((each) => citesDocument(attachment.cites, each));
      if (one && !of.has(one)) of.set(one, { way: "hand", ...attachment });
      else unmatched.push({ uploadId: attachment.uploadId, reason: matchWords.code });
    }
    return { of, unmatched };
  }
  const files = await mapWithConcurrency([...new Set(signature.uploadIds)], async (uploadId) => ({
    uploadId,
    ...(await documentOf(deps, sub, uploadId, waiting)),
  }));
  for (const { uploadId, one, reason } of files) {
    if (one && !of.has(one)) of.set(one, { way: "certificate", uploadId });
    else unmatched.push({ uploadId, reason: reason ?? matchWords.twice });
  }
  return { of, unmatched };
}

/** Returns the waiting document whose bytes the file begins with, or the reason why there is none, for the signer. */
async function documentOf(
  deps: SigningDeps,
  sub: string,
  uploadId: string,
  waiting: readonly Found[],
): Promise<{ readonly one?: Found; readonly reason?: string }> {
  const file = await receivedFile(deps, sub, uploadId);
  if (!file.ok) return { reason: toUsted(file.detail ?? refusals[file.error].detail) };
  const { bytes } = file.value;
  const one = waiting.find(
    ({ sizeBytes, sha256 }) => sizeBytes <= bytes.length && sha256Of(bytes.subarray(0, sizeBytes)) === sha256,
  );
  return one ? { one } : { reason: matchWords.bytes };
}

const matchWords = {
  code: "El código escrito no es el de ninguno de los documentos elegidos que esperan firma, o se escribió dos veces.",
  bytes:
    "Este archivo no es ninguno de los documentos elegidos que esperan firma. Firme el PDF tal como lo descargó, sin imprimirlo ni guardarlo de nuevo.",
  twice: "Otro archivo es del mismo documento. Basta con uno.",
  none: "Falta el archivo firmado de este documento.",
} as const;

/** Signs one document and returns its outcome; `already` if it was signed before by another request. */
async function signedOne(
  deps: SigningDeps,
  { caller, now, write, authenticatedAt }: Request & { readonly authenticatedAt: string },
  { claimId, sha256, state }: Found,
  signature: SentSignature | undefined,
): Promise<Outcome> {
  const one = { claimId, sha256 };
  const refusedFor = (error: RefusalKind, detail?: string): Outcome => ({
    ...one,
    outcome: "refused",
    reason: toUsted(detail ?? refusals[error].detail),
  });
  if (state === "unknown") return refusedFor("document-not-found");
  const key = `${write.key}:${sha256.slice(0, 32)}`;
  // The request's content hash, not one of the file: on a repeat that file is filed in the case and matches nothing.
  const recorded = await record(
    deps,
    { claimId, now, reached: 1, write: { key, contentHash: write.contentHash } },
    (at) => {
      if (state === "signed") return refused("signature-refused", { detail: "" });
      if (!signature) return refused("signature-refused", { detail: matchWords.none });
      return signedFrozen(deps, at, { by: caller, authenticatedAt, sha256, signature });
    },
  );
  if (!recorded.ok)
    return state === "signed" ? { ...one, outcome: "already" } : refusedFor(recorded.error, recorded.detail);
  const { events } = recorded.value.file;
  const entry = entryOf(events, sha256);
  const document = entry?.details.document;
  if (!entry || !document) return refusedFor("document-not-found");
  await keepSealOf(deps, events, { seq: entry.seq, document });
  return { ...one, outcome: signingOf(events, entry.seq) ? "signed" : "to-confirm" };
}
