import type { ReceiptReader } from "../../shared/storage/billing/receipt-reader.ts";
import type { DailyCounts } from "../../shared/storage/board/daily-counts.ts";
import type { CaseFiles } from "../../shared/storage/case/case-files.ts";
import type { Attentions } from "../../shared/storage/counter/attentions.ts";
import type { Contacts } from "../../shared/storage/counter/contacts.ts";
import type { StaffRegister } from "../../shared/storage/register/staff-register.ts";
import type { Tenant } from "../../shared/tenant/tenant.ts";

export interface CallDeps {
  readonly tenant: Tenant;
  readonly attentions: Pick<Attentions, "enter" | "ofRequest">;
  readonly contacts: Contacts;
  readonly dailyCounts: DailyCounts;
  readonly caseFiles: Pick<CaseFiles, "claimOfCode" | "read">;
  readonly receiptReader: Pick<ReceiptReader, "lastMonths" | "registeredOf">;
  readonly staffRegister: Pick<StaffRegister, "list">;
}
