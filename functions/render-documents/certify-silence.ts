import type { CaseAt } from "../../shared/casework/case/case-at.ts";
import { type CaseDeps, type Decision, record } from "../../shared/casework/case/record.ts";
import { type IssueDeps, issueDocument } from "../../shared/casework/seal/issue-document.ts";
import { caseSealFacts } from "../../shared/casework/seal/sealed-facts.ts";
import { type GrantedReceipt, grantedBySilence } from "../../shared/casework/term/granted-by-silence.ts";
import { letterheadOf } from "../../shared/documents/letterhead.ts";
import { claimTypeOf } from "../../shared/domain/case/claim.ts";
import type { OfficeDocument } from "../../shared/domain/case/issued-documents.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { workingOf } from "../../shared/domain/term/claim-clocks.ts";
import { awaitsCertificate } from "../../shared/domain/term/silence.ts";
import { lawInForce } from "../../shared/tenant/tenant.ts";
import type { RenderDeps } from "./render-deps.ts";

type CertifyDeps = CaseDeps & IssueDeps & Pick<RenderDeps, "tenant" | "supplyClaims" | "now">;

const by = { kind: "system", name: "render-documents" } as const;

/**
 * Makes and seals the certificate that a claim is deemed granted by silence. Records `silence-certified`, with the
 * corrected figures of its receipts, and `manager-alerted`. Does nothing if the claim is not deemed granted or has its
 * certificate already. Throws if there is no such case or the case refuses the write.
 */
export async function certifySilence(deps: CertifyDeps, claimId: string): Promise<void> {
  const now = deps.now();
  const recorded = await record(deps, { claimId, now, slow: true }, async (at) =>
    ok({ entries: awaitsCertificate(at.claim) ? await certified(deps, at) : [] }),
  );
  if (!recorded.ok) throw new Error(`the silence of ${claimId} was not certified: ${recorded.error}`);
}

async function certified(deps: CertifyDeps, at: CaseAt): Promise<Decision["entries"]> {
  const { supplyCode, receipts: claimed } = at.file.head;
  const periods = [...new Set(claimed.map(({ period }) => period))];
  const granted = await grantedBySilence(deps, at, [
    ...(await deps.holds.receiptsOf(supplyCode, at.law.evidence.historyMonths)),
    ...(await deps.holds.billedIn(supplyCode, periods)),
  ]);
  const document = await madeCertificate(deps, at, granted);
  const byHand = granted.filter(({ corrected }) => !corrected).map(({ receipt }) => receipt.number);
  return [
    {
      type: "silence-certified",
      effectiveAt: at.now,
      by,
      details: { document, corrected: granted.flatMap(({ corrected }) => corrected ?? []) },
    },
    { type: "manager-alerted", effectiveAt: at.now, by, details: { reason: alert(at, byHand) } },
  ];
}

function alert({ claim }: CaseAt, byHand: readonly string[]): string {
  const what = `Silencio positivo desde el ${claim.since}: el reclamo se tiene por aceptado y hay que cumplirlo.`;
  return byHand.length > 0 ? `${what} Corrija a mano, como se pidió: ${byHand.join(", ")}.` : what;
}

function madeCertificate(
  deps: CertifyDeps,
  { file, filing, claim, law, now }: CaseAt,
  granted: readonly GrantedReceipt[],
): Promise<OfficeDocument> {
  const { tenant } = deps;
  const { chainHead } = file.head;
  const { code } = filing.details;
  const of = claim.state === "reconsideration-silence" ? "reconsideration" : "claim";
  const term = workingOf(of === "claim" ? "T10" : "T14", claim, law);
  const sheet = tenant.letters.silenceCertificate({
    letterhead: letterheadOf(tenant),
    city: tenant.office.city.value,
    signer: tenant.office.resolutionSigner.value,
    regulation: lawInForce(tenant, filing.filedOn).forms.regulation.value,
    filing,
    claimType: law.claimTypes[claimTypeOf(claim.history) ?? filing.claimType].name,
    of,
    since: claim.since,
    // The tribunal may declare a silence before the term is over; the sheet then shows no term.
    term: term && term.dueDate < claim.since ? term : undefined,
    granted,
    certifiedAt: now,
  });
  const made = { kind: "silence-certificate", fileName: `silencio-positivo-${code}.pdf`, source: chainHead } as const;
  return issueDocument(deps, made, sheet, { ...caseSealFacts(file), number: code, sealedAt: now });
}
