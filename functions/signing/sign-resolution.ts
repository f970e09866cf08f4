import type { CaseAt } from "../../shared/casework/case-at.ts";
import { summaryAt } from "../../shared/casework/claim-view.ts";
import { documentOfRecord, frozenIn } from "../../shared/casework/frozen-resolution.ts";
import { keepSeal, sealOf, sha256Of } from "../../shared/casework/issue-document.ts";
import { type Decision, record } from "../../shared/casework/record.ts";
import { caseSealFacts } from "../../shared/casework/sealed-facts.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import type { RequestOf } from "../../shared/contract/route.ts";
import { signResolution as route } from "../../shared/contract/signing-routes.ts";
import { type CaseEventOf, type FactOf, lastEntry } from "../../shared/domain/case-events.ts";
import type { Staff } from "../../shared/domain/people.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import { freshSignIn } from "./fresh-sign-in.ts";
import { lawRefusal, nothingToSign } from "./frozen-resolution.ts";
import { signedActOf } from "./signed-file.ts";
import type { SigningDesk } from "./signing-desk.ts";

/** Who signs, when they proved who they are, and what they sent. */
interface Signature {
  readonly by: Staff;
  readonly authenticatedAt: string;
  readonly body: RequestOf<typeof route>["body"];
}

/**
 * The signer's act on the frozen bytes, in a way the utility allows: by another person than who wrote or sent them, with a
 * sign-in a few minutes old at most. The seal goes into the history; a copy is put beside the document once the act is
 * recorded, again on a repeat.
 */
export const signResolution = (desk: SigningDesk) =>
  serve(route, async ({ params, body, caller, now, write, version, authenticatedAt }) => {
    const recorded = await record(desk, { ...params, now, write, version }, (at) => {
      const fresh = freshSignIn(desk, authenticatedAt, now);
      if (fresh === undefined) return refused("fresh-sign-in-needed");
      return signed(desk, at, { by: caller, authenticatedAt: fresh, body });
    });
    if (!recorded.ok) return recorded;
    const { events } = recorded.value.file;
    const act = lastEntry(events, "resolution-signed");
    const issued = lastEntry(events, "resolution-issued");
    if (!act || !issued) throw new Error(`claim ${params.claimId} was to hold a signature`);
    await keepSeal(desk.documents, documentOfRecord(events, issued).documentId, act.details.seal);
    return ok({ ...summaryAt(recorded.value), number: act.details.number });
  });

async function signed(
  desk: SigningDesk,
  at: CaseAt,
  { by, authenticatedAt, body }: Signature,
): Promise<Answer<Decision, "not-now" | "document-changed" | "signature-refused" | "upload-not-found">> {
  const { head, events } = at.file;
  const issued = frozenIn(events);
  if (!issued) return nothingToSign();
  const refusal = lawRefusal(at, { type: "resolution-signed", effectiveAt: at.now, by });
  if (refusal) return refusal;
  if (hasPrepared(issued, by))
    return refused("not-now", { detail: "Firma otra persona: quien redactó o envió el proyecto no puede firmarlo." });
  if (issued.details.document.sha256 !== body.sha256) return refused("document-changed");
  const frozen = await unchanged(desk, issued.details.document);
  const act = await signedActOf(desk, at, issued, { signature: body.signature, sub: by.sub, frozen });
  if (!act.ok) return act;
  const { effectiveAt, document, facts, upload } = act.value;
  const { number } = issued;
  const seal = await sealOf(desk, document, {
    ...caseSealFacts(at.file),
    number,
    signer: by.sub,
    signedAt: effectiveAt,
    sealedAt: at.now,
  });
  const staff = await desk.staffRegister.list(head.office);
  const signer = staff.find(({ sub }) => sub === by.sub)?.name ?? by.sub;
  const entry: FactOf<"resolution-signed"> = {
    type: "resolution-signed",
    effectiveAt,
    by,
    details: { number, signer, authenticatedAt, seal, ...facts },
  };
  return ok({
    entries: [entry],
    also: upload ? [desk.uploads.attach(upload, { claimId: head.claimId })] : [],
  });
}

/** Whether somebody wrote a resolution or sent it to signature: two people, not two roles. */
function hasPrepared({ by, details }: CaseEventOf<"resolution-issued">, { sub }: Staff): boolean {
  return details.draftedBy === sub || (by.kind === "staff" && by.sub === sub);
}

/** The bytes that were frozen; throws when those kept are others. */
async function unchanged(
  { documents }: SigningDesk,
  { documentId, sha256 }: { readonly documentId: string; readonly sha256: string },
): Promise<Uint8Array> {
  const bytes = await documents.read(documentId);
  if (sha256Of(bytes) !== sha256) throw new Error(`the document ${documentId} is not the one that was frozen`);
  return bytes;
}
