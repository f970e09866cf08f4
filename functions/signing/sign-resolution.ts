import type { CaseAt } from "../../shared/casework/case-at.ts";
import { summaryAt } from "../../shared/casework/claim-view.ts";
import { frozenIn } from "../../shared/casework/frozen-resolution.ts";
import { keepSeal, sealOf, sha256Of } from "../../shared/casework/issue-document.ts";
import { type Decision, record } from "../../shared/casework/record.ts";
import { caseSealFacts } from "../../shared/casework/sealed-facts.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import { signResolution as route } from "../../shared/contract/signing-routes.ts";
import { type CaseEventOf, type FactOf, lastEntry } from "../../shared/domain/case-events.ts";
import type { Staff } from "../../shared/domain/people.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import { freshSignIn } from "./fresh-sign-in.ts";
import { lawRefusal, nothingToSign } from "./frozen-resolution.ts";
import type { SigningDesk } from "./signing-desk.ts";

/** Who signs, when they proved who they are, and which bytes they looked at. */
interface Signature {
  readonly by: Staff;
  readonly authenticatedAt: string;
  readonly sha256: string;
}

/**
 * The signer's act on the frozen bytes: by another person than who wrote or sent them, with a sign-in a few minutes old at
 * most. The seal goes into the history; a copy is put beside the document once the act is recorded, again on a repeat.
 */
export const signResolution = (desk: SigningDesk) =>
  serve(route, async ({ params, body, caller, now, write, version, authenticatedAt }) => {
    const recorded = await record(desk, { ...params, now, write, version }, (at) => {
      const fresh = freshSignIn(desk, authenticatedAt, now);
      if (fresh === undefined) return refused("fresh-sign-in-needed");
      return signed(desk, at, { by: caller, authenticatedAt: fresh, sha256: body.sha256 });
    });
    if (!recorded.ok) return recorded;
    const { events } = recorded.value.file;
    const act = lastEntry(events, "resolution-signed");
    const document = lastEntry(events, "resolution-issued")?.details.document;
    if (!act || !document) throw new Error(`claim ${params.claimId} was to hold a signature`);
    await keepSeal(desk.documents, document.documentId, act.details.seal);
    return ok({ ...summaryAt(recorded.value), number: act.details.number });
  });

async function signed(
  desk: SigningDesk,
  at: CaseAt,
  { by, authenticatedAt, sha256 }: Signature,
): Promise<Answer<Decision, "not-now" | "document-changed">> {
  const { head, events } = at.file;
  const issued = frozenIn(events);
  if (!issued) return nothingToSign();
  const fact = { type: "resolution-signed", effectiveAt: at.now, by } as const;
  const refusal = lawRefusal(at, fact);
  if (refusal) return refusal;
  if (hasPrepared(issued, by))
    return refused("not-now", { detail: "Firma otra persona: quien redactó o envió el proyecto no puede firmarlo." });
  const { document } = issued.details;
  if (document.sha256 !== sha256) return refused("document-changed");
  await unchanged(desk, document);
  const { number } = issued;
  const seal = await sealOf(desk, document, {
    ...caseSealFacts(at.file),
    number,
    signer: by.sub,
    signedAt: at.now,
    sealedAt: at.now,
  });
  const staff = await desk.staffRegister.list(head.office);
  const signer = staff.find(({ sub }) => sub === by.sub)?.name ?? by.sub;
  const entry: FactOf<"resolution-signed"> = { ...fact, details: { number, signer, authenticatedAt, seal } };
  return ok({ entries: [entry] });
}

/** Whether somebody wrote a resolution or sent it to signature: two people, not two roles. */
function hasPrepared({ by, details }: CaseEventOf<"resolution-issued">, { sub }: Staff): boolean {
  return details.draftedBy === sub || (by.kind === "staff" && by.sub === sub);
}

/** Throws when the bytes kept are not those that were frozen. */
async function unchanged(
  { documents }: SigningDesk,
  { documentId, sha256 }: { readonly documentId: string; readonly sha256: string },
): Promise<void> {
  if (sha256Of(await documents.read(documentId)) !== sha256)
    throw new Error(`the document ${documentId} is not the one that was frozen`);
}
