import { receiptRow } from "../../../local/seed/receipt-row.ts";
import { tenant as settings } from "../../../settings.ts";
import type { CaseAt } from "../../../shared/casework/case/case-at.ts";
import { newCode, newTimeId } from "../../../shared/casework/case/new-ids.ts";
import { type FileClaimDeps, fileClaim, type NewClaim } from "../../../shared/casework/filing/file-claim.ts";
import { filedOnAt } from "../../../shared/casework/filing/filed-on.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import type { Problem } from "../../../shared/domain/problem/problem.ts";
import type { Staff, StaffRole } from "../../../shared/domain/work/people.ts";
import { type LastLoad, openLastLoad } from "../../../shared/storage/billing/load-notes.ts";
import { openReceiptLedger } from "../../../shared/storage/billing/receipt-ledger.ts";
import {
  openReceiptReader,
  type PaidReceipt,
  type ReceiptReader,
} from "../../../shared/storage/billing/receipt-reader.ts";
import { type DailyCounts, openDailyCounts } from "../../../shared/storage/board/daily-counts.ts";
import { type Confirmations, openConfirmations } from "../../../shared/storage/counter/confirmations.ts";
import { type Table, type Transacted, transact, type Write } from "../../../shared/storage/dynamodb.ts";
import {
  openReceiptNewsConsents,
  openReceiptNewsList,
  type ReceiptNewsConsents,
  type ReceiptNewsList,
} from "../../../shared/storage/notice/receipt-news.ts";
import { type Outages, openOutages } from "../../../shared/storage/problem/outages.ts";
import { openProblems, type Problems } from "../../../shared/storage/problem/problems.ts";
import { openStaffRegister } from "../../../shared/storage/register/staff-register.ts";
import { openSubmissions, type Submissions } from "../../../shared/storage/submission/submissions.ts";
import { openSupplyLinks, type SupplyLinks } from "../../../shared/storage/supply/supply-links.ts";
import { openAppointmentSlots } from "../../../shared/storage/visit/appointment-slots.ts";
import type { WorkerQueue } from "../../../shared/storage/worker-tasks.ts";
import type { Tenant } from "../../../shared/tenant/tenant.ts";
import { type CaseStores, caseStores } from "../../doubles/case-stores.ts";
import { billedMonth, ledgerRow } from "../storage/billing/billed-rows.ts";
import type { TestTables } from "../storage/test-tables.ts";

/** Everything a claim lives in, on tables of its own: staff on duty, a supply with two receipts. */
export interface CaseWorld extends FileClaimDeps, CaseStores {
  readonly claims: Table;
  readonly billing: Table;
  readonly receiptReader: ReceiptReader;
  readonly submissions: Submissions;
  readonly outages: Outages;
  readonly transact: (writes: readonly Write[]) => Promise<Transacted>;
  readonly problems: Problems;
  readonly supplyLinks: SupplyLinks;
  readonly receiptNews: ReceiptNewsConsents;
  readonly receiptNewsList: ReceiptNewsList;
  readonly lastLoad: LastLoad;
  /** Takes what is asked of the worker of notices, and does nothing with it. */
  readonly noticeWork: WorkerQueue;
  readonly confirmations: Confirmations;
  readonly dailyCounts: DailyCounts;
  readonly receipt: PaidReceipt;
  /**
   * A claim by web of F01 about October's receipt, filed at an instant as if no other claim of its supply were known.
   */
  fileOne(now: string, replaced?: Partial<NewClaim>): Promise<CaseAt>;
  /** The same, beside the claims that the supply has. */
  fileBeside(now: string, replaced?: Partial<NewClaim>): Promise<CaseAt>;
  /** Files a request for attention of maria's: a blocked sewer. */
  fileProblem(now: string, replaced?: Partial<Problem>): Promise<Problem>;
}

/** One of the staff, as a caller. */
export const person = (sub: string, ...roles: StaffRole[]): Staff => ({ kind: "staff", sub, roles });

/** The entry of a hearing held without an agreement, or that the claimant did not attend; its acta is empty. */
export const hearingHeld = (at: string, agreement: "none" | "absence" = "none") => {
  const said = { companyProposal: "", claimantProposal: "", agreed: "", disagreed: "", observations: "" };
  const by = person("conciliator-1", "conciliator");
  return {
    ...({ type: "conciliation-held", effectiveAt: at, by, agreement } as const),
    details: { ...said, startedAt: at, missing: [] },
  };
};

export const maria = { kind: "customer", sub: "maria" } as const;

/** The form of somebody invented who says their receipt is too high. */
export const form: NewClaim["form"] = {
  supplyCode: "00012345",
  claimant: {
    givenNames: "CLIENTE",
    paternalSurname: "DE PRUEBA",
    maternalSurname: "UNO",
    document: { kind: "DNI", number: "00000001" },
    standing: { as: "holder" },
    address: "CALLE FICTICIA 101",
    telephone: "900000001",
    email: "cliente@example.pe",
    notifyByEmail: true,
  },
  grounds: "Usé menos agua de la que dice.",
  request: "bill-normal-use",
  leakCheck: "none-found",
  meterTest: false,
  visitPreference: "any",
};

let keys = 0;

export async function caseWorld(local: TestTables, tenant: Tenant = settings): Promise<CaseWorld> {
  const claims = await local.table("claims");
  const billing = await local.table("billing");
  const staffRegister = openStaffRegister(claims);
  const office = tenant.office.code.value;
  for (const [sub, role] of [
    ["analyst-1", "analyst"],
    ["analyst-2", "analyst"],
    ["inspector-1", "inspector"],
    ["inspector-2", "inspector"],
  ] as const)
    await staffRegister.save(office, {
      sub,
      name: `PERSONA DE PRUEBA ${sub.toUpperCase()}`,
      extension: "101",
      roles: [role],
      onDuty: true,
    });
  const ledger = openReceiptLedger(billing);
  for (const month of [
    billedMonth({ period: "2026-09", number: 44_001, m3: 15 }),
    billedMonth({ period: "2026-10", number: 45_001, m3: 45 }),
  ])
    await ledger.store(ledgerRow("receipts", receiptRow(month)), "i1", undefined);
  const receiptReader = openReceiptReader(billing);
  const [receipt] = await receiptReader.lastMonths("00012345", 2);
  if (!receipt) throw new Error("the world has no receipt");
  const problems = openProblems(claims);
  const stores = caseStores(claims, billing);
  const deps: FileClaimDeps = {
    tenant,
    ...stores,
    appointmentSlots: openAppointmentSlots(claims),
  };
  const alone: FileClaimDeps = {
    ...deps,
    supplyClaims: { heads: async () => [] },
    appointmentSlots: { ...deps.appointmentSlots, filedOf: async () => ({ filed: 0, claims: [] }), countOf: () => [] },
  };
  const fileAt = async (by: FileClaimDeps, now: string, replaced: Partial<NewClaim> = {}): Promise<CaseAt> => {
    keys += 1;
    const claim: NewClaim = {
      form,
      claimType: "F01",
      channel: "web",
      by: maria,
      sub: "maria",
      receipts: [receipt],
      attachments: [],
      also: () => [],
      write: { key: `key-${keys}`, contentHash: "content" },
      now,
      ...replaced,
    };
    const filed = await fileClaim(by, claim, () => ok(claim));
    if (!filed.ok) throw new Error(`not filed: ${filed.error} ${filed.detail ?? ""}`);
    return filed.value;
  };
  return {
    ...deps,
    ...stores,
    claims,
    billing,
    receiptReader,
    submissions: openSubmissions(claims),
    outages: openOutages(claims),
    transact: (writes) => transact(claims.client, writes),
    problems,
    supplyLinks: openSupplyLinks(claims),
    receiptNews: openReceiptNewsConsents(claims),
    receiptNewsList: openReceiptNewsList(claims),
    lastLoad: openLastLoad(billing),
    noticeWork: { send: async () => {} },
    confirmations: openConfirmations(claims),
    dailyCounts: openDailyCounts(claims, "a test's key"),
    receipt,
    fileProblem: async (now, replaced = {}) => {
      keys += 1;
      const problem: Problem = {
        problemId: newTimeId(now),
        code: newCode(tenant.office.problemCode.value, filedOnAt(tenant, now)),
        office: "MOQ",
        supplyCode: "00012345",
        problemType: "O-S1",
        channel: "web",
        applicant: form.claimant,
        description: "El desagüe se atora en la vereda.",
        filedAt: now,
        filedOn: filedOnAt(tenant, now),
        sub: "maria",
        entries: [{ type: "received", at: now, by: maria }],
        ...replaced,
      };
      const filed = await problems.file(
        { ...problem, until: undefined },
        { key: `key-${keys}`, contentHash: "content" },
        [deps.takenCodes.take(problem.code, problem.problemId)],
      );
      if (!filed) throw new Error("the request was not filed");
      return problem;
    },
    fileOne: (now, replaced) => fileAt(alone, now, replaced),
    fileBeside: (now, replaced) => fileAt(deps, now, replaced),
  };
}
