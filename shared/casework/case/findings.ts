import type { checkClaim } from "../../contract/claim/claim-routes.ts";
import { toUsted } from "../../contract/counter/to-usted.ts";
import type { AnswerOf } from "../../contract/route.ts";
import { type ClaimToCheck, claimFindings, type Finding, recourseFindings } from "../../domain/case/admissibility.ts";
import { type CaseEvent, lastEntry } from "../../domain/case/case-events.ts";
import { type RecourseKind, recourseKinds } from "../../domain/case/claim-events.ts";
import { termToClaim } from "../../domain/filing/claim-window.ts";
import { receiptKey, statusOf } from "../../domain/receipt/receipt.ts";
import type { CalendarDay } from "../../domain/term/calendar-day.ts";
import { workingOf } from "../../domain/term/claim-clocks.ts";
import { actionsFor, type ClaimCaller } from "../../domain/work/claim-access.ts";
import type { PaidReceipt } from "../../storage/billing/receipt-reader.ts";
import type { Tenant } from "../../tenant/tenant.ts";
import { recoursesOfUnnotified } from "../delivery/tacit-notification.ts";
import { claimWindowRules } from "../filing/claim-window-in-force.ts";
import type { Duplicate } from "../filing/duplicate-claims.ts";
import { filedOnAt } from "../filing/filed-on.ts";
import type { CaseAt } from "./case-at.ts";
import { claimLaw } from "./claim-law.ts";

type View = AnswerOf<typeof checkClaim>["findings"];

/** A claim as stated so far, with what the office knows of its matter. */
export interface StatedClaim extends Omit<ClaimToCheck, "receipts" | "law"> {
  /** The instant of its filing, or `now` if it is not filed: ISO 8601 in UTC. */
  readonly filedAt: string;
  readonly receipts: readonly PaidReceipt[];
}

/**
 * Returns what is known of a claim before it is filed, or as it was filed: the term of each receipt, who may claim,
 * what the form lacks, duplicates, and whether the type fits. Payments after the filing day do not count.
 */
export function findingsOfClaim(claim: StatedClaim, tenant: Tenant): View {
  const receipts = claim.receipts.map((receipt) => receiptToCheck(receipt, claim, tenant));
  return viewOf(claimFindings({ ...claim, receipts, law: lawOn(tenant, claim.filedOn) }));
}

function lawOn(tenant: Tenant, day: CalendarDay): ClaimToCheck["law"] {
  const { claim, phone } = claimLaw(tenant, day);
  return { remedyDays: claim.remedyDays, titularOnlyByTelephone: phone.titularOnly };
}

/** A receipt with its term to claim. Payments after the day of filing do not count: they did not lengthen the term. */
function receiptToCheck(
  { receipt, payments }: PaidReceipt,
  { filedOn, filedAt }: StatedClaim,
  tenant: Tenant,
): ClaimToCheck["receipts"][number] {
  const paidBy = payments.filter(({ paidOn }) => paidOn <= filedOn);
  return {
    number: receiptKey(receipt).number,
    period: receipt.period,
    billingType: receipt.billingType,
    readingCurr: receipt.readingCurr,
    billedM3: receipt.billedM3,
    paid: statusOf(receipt, paidBy).status === "PAID",
    term: termToClaim(receipt, paidBy, claimWindowRules(tenant, filedOn, filedAt)),
  };
}

/**
 * Returns the findings on a claim as it was filed, for the staff who judge it. Leaves out what came later: receipts not
 * named at filing, payments after the filing day, duplicates filed after the claim. Adds a finding if the claimant's
 * identity document is not the one in the register, which the check before filing does not show.
 */
export function findingsAsFiled(
  { filing, file }: CaseAt,
  {
    tenant,
    receipts,
    duplicates,
  }: {
    readonly tenant: Tenant;
    readonly receipts: readonly PaidReceipt[];
    readonly duplicates: readonly Duplicate[];
  },
): View {
  const { form } = filing.details;
  const numbers = new Set(form.receipts.map(({ number }) => number));
  const { claimType, channel, filedOn, recordedAt: filedAt } = filing;
  const claim: StatedClaim = {
    filedOn,
    filedAt,
    channel,
    claimType,
    claimant: form.claimant,
    grounds: form.grounds,
    meterTest: form.meterTest,
    declared: form.declaration !== undefined,
    receipts: receipts.filter(({ receipt }) => numbers.has(receiptKey(receipt).number)),
    duplicates: duplicates.filter(({ claimId }) => claimId < file.head.claimId),
  };
  return [...saidToStaff(findingsOfClaim(claim, tenant)), ...standingFindings(file.events)];
}

/** Returns the findings as staff read them, to themselves or aloud to who calls: each sentence says «usted». */
export function saidToStaff(findings: View): View {
  return findings.map((finding) => ({ ...finding, text: toUsted(finding.text) }));
}

/** The finding on a claimant's document that is not the register's; the check before filing does not reveal it. */
function standingFindings(events: readonly CaseEvent[]): View {
  if (!lastEntry(events, "holder-not-matched")) return [];
  const proved = lastEntry(events, "standing-proved");
  return [
    proved
      ? {
          rule: "standing",
          severity: "explains",
          text: `El documento no coincide con el padrón. Mostró: ${proved.details.shown}`,
        }
      : {
          rule: "standing",
          severity: "warns",
          text: "El documento no coincide con el padrón. El reclamo sigue su curso; el desistimiento y el acuerdo esperan a que pruebe que es titular o que usa el servicio.",
        },
  ];
}

/** A recourse as stated so far. */
interface StatedRecourse {
  readonly kind?: RecourseKind | undefined;
  readonly grounds?: string | undefined;
  readonly newEvidence: boolean;
}

/**
 * Returns the findings on a recourse as `caller` has filled it in so far, as if it were filed at the instant of `at`.
 * Does not check that the caller may open the claim. Refuses nothing.
 */
export function findingsOfRecourse(at: CaseAt, stated: StatedRecourse, caller: ClaimCaller, tenant: Tenant): View {
  const { claim, law, now, filing } = at;
  const offered = [...actionsFor(claim, caller, law, now), ...(recoursesOfUnnotified(at, caller) ?? [])];
  return viewOf(
    recourseFindings({
      ...stated,
      filedOn: filedOnAt(tenant, now),
      term: workingOf("T11", claim, law),
      open: recourseKinds.filter((kind) => offered.includes(`${kind}-filed`)),
      standing: filing.standing,
      law,
    }),
  );
}

function viewOf(findings: readonly Finding[]): View {
  return findings.map(({ term, ...finding }) => ({
    ...finding,
    ...(term && { term: { ...term, days: [...term.days] } }),
  }));
}
