import type { CaseAt } from "../../shared/casework/case-at.ts";
import { summaryAt } from "../../shared/casework/claim-view.ts";
import { issueDocument } from "../../shared/casework/issue-document.ts";
import { type Decision, record } from "../../shared/casework/record.ts";
import { caseSealFacts } from "../../shared/casework/sealed-facts.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import type { RequestOf } from "../../shared/contract/route.ts";
import { rectifyResolution as route } from "../../shared/contract/signing-routes.ts";
import { letterheadOf } from "../../shared/documents/letterhead.ts";
import { type CaseEvent, entriesOf, lastEntry } from "../../shared/domain/case-events.ts";
import type { Staff } from "../../shared/domain/people.ts";
import { ok } from "../../shared/domain/result.ts";
import { lawInForce } from "../../tenants/tenant.ts";
import { serve } from "../runtime/serve.ts";
import { freshSignIn } from "./fresh-sign-in.ts";
import { lawRefusal } from "./frozen-resolution.ts";
import type { SigningDesk } from "./signing-desk.ts";

/** Puts right a material error of a signed resolution; the document that says so is sealed like the resolution. */
export const rectifyResolution = (desk: SigningDesk) =>
  serve(route, async ({ params, body, caller, now, write, version, authenticatedAt }) => {
    const recorded = await record(desk, { ...params, now, write, version }, (at) =>
      freshSignIn(desk, authenticatedAt, now) === undefined
        ? refused("fresh-sign-in-needed")
        : rectified(desk, at, caller, body),
    );
    if (!recorded.ok) return recorded;
    const document = lastEntry(recorded.value.file.events, "rectified")?.details.document;
    if (!document) throw new Error(`claim ${params.claimId} was to hold a rectification`);
    return ok({ ...summaryAt(recorded.value), documentId: document.documentId });
  });

/** What decides: the sense of a resolution, and its amounts and volumes. */
const substance = /fundad[oa]|improcedente|concluid[oa]|S\/|m³|m3/i;

/** The resolution of a number, if it was signed. */
function signedOf(events: readonly CaseEvent[], number: string) {
  const signed = entriesOf(events, "resolution-signed").some(({ details }) => details.number === number);
  return signed ? entriesOf(events, "resolution-issued").find((issued) => issued.number === number) : undefined;
}

async function rectified(
  desk: SigningDesk,
  at: CaseAt,
  by: Staff,
  { of, says, should }: RequestOf<typeof route>["body"],
): Promise<Answer<Decision, "not-now">> {
  const { file, filing, now } = at;
  const fact = { type: "rectified", effectiveAt: now, by } as const;
  const refusal = lawRefusal(at, fact);
  if (refusal) return refusal;
  const issued = signedOf(file.events, of);
  if (!issued) return refused("not-now", { detail: "Esa resolución no está firmada en este expediente." });
  if (says === should) return refused("not-now", { detail: "Lo que debe decir es lo mismo que dice." });
  if (substance.test(says) || substance.test(should))
    return refused("not-now", {
      detail:
        "Solo se rectifica un error material: ni el sentido de la decisión ni sus montos o volúmenes cambian así.",
    });
  const { code: claimCode, chainHead } = file.head;
  const { office } = desk.tenant;
  const sheet = desk.tenant.letters.rectification({
    letterhead: letterheadOf(desk.tenant),
    city: office.city.value,
    signer: office.resolutionSigner.value,
    regulation: lawInForce(desk.tenant, filing.filedOn).papers.regulation.value,
    claimCode,
    number: of,
    issuedAt: issued.effectiveAt,
    says,
    should,
    rectifiedAt: now,
  });
  const made = { kind: "rectification", fileName: `rectificacion-${of}.pdf`, source: chainHead } as const;
  const document = await issueDocument(desk, made, sheet, {
    ...caseSealFacts(file),
    number: of,
    signer: by.sub,
    signedAt: now,
    sealedAt: now,
  });
  return ok({ entries: [{ ...fact, details: { of, says, should, document } }] });
}
