import type { CaseAt } from "../../shared/casework/case/case-at.ts";
import { decidedRecourse } from "../../shared/casework/recourse/filed-recourse.ts";
import type { EvidenceView } from "../../shared/casework/resolution/evidence-checklist.ts";
import { remediesOf } from "../../shared/casework/resolution/remedies.ts";
import { letterheadOf } from "../../shared/documents/letterhead.ts";
import type { ResolutionFacts } from "../../shared/documents/letters.ts";
import type { Sheet } from "../../shared/documents/sheet.ts";
import { assertStatesRemedies } from "../../shared/documents/stated-remedies.ts";
import { claimTypeOf } from "../../shared/domain/case/claim.ts";
import { type EvidenceItem, isHeld } from "../../shared/domain/case/fact-details.ts";
import { claimedReceipts } from "../../shared/domain/receipt/claimed-receipts.ts";
import type { PaidReceipt } from "../../shared/storage/billing/receipt-reader.ts";
import { lawInForce, type PrintingTenant } from "../../shared/tenant/tenant.ts";

/** Evidence as a resolution states it; `override` is why the decision goes without a missing item. */
export type WeighedEvidence = Pick<EvidenceView, "item" | "name" | "detail"> & EvidenceItem;

/** Evidence that the resolution states in a section of its own, and not in the list. */
const statedApart: ReadonlySet<string> = new Set(["external-inspection", "meter-test-right", "meter-test"]);

export interface NewResolution {
  readonly number: string;
  readonly decision: ResolutionFacts["decision"];
  readonly evidence: readonly WeighedEvidence[];
  /** The supply's last billed months, newest first. */
  readonly receipts: readonly PaidReceipt[];
}

/**
 * Returns a resolution as a sheet, by the law of the day the claim was filed. Throws `RangeError` if the sheet does not
 * state each recourse that is left against the resolution, with its form, its addressee and its working days.
 */
export function resolutionSheet(
  at: CaseAt,
  tenant: PrintingTenant,
  { number, decision, evidence, receipts }: NewResolution,
): Sheet {
  const { file, filing, claim, law, now } = at;
  const type = law.claimTypes[claimTypeOf(claim.history) ?? filing.claimType];
  const { forms } = lawInForce(tenant, filing.filedOn);
  const remedies = remediesOf(at, tenant);
  const sheet = tenant.letters.resolution({
    letterhead: letterheadOf(tenant),
    city: tenant.office.city.value,
    signer: tenant.office.resolutionSigner.value,
    regulation: forms.regulation.value,
    number,
    issuedAt: now,
    events: file.events,
    recourse: decidedRecourse(at),
    claimType: type.name,
    meterTestRight: type.evidence.includes("meter-test-right"),
    receipts: claimedReceipts(file.events),
    decision,
    held: evidence.filter(({ item, status }) => isHeld(status) && !statedApart.has(item)),
    without: evidence.flatMap(({ name, override }) => (override === undefined ? [] : [{ name, reason: override }])),
    billing: receipts.map(({ receipt }) => receipt),
    remedies,
  });
  assertStatesRemedies(sheet, remedies);
  return sheet;
}
