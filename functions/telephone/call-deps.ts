import type { Attentions } from "../../shared/storage/attentions.ts";
import type { CaseFiles } from "../../shared/storage/case-files.ts";
import type { Contacts } from "../../shared/storage/contacts.ts";
import type { DailyCounts } from "../../shared/storage/daily-counts.ts";
import type { ReceiptReader } from "../../shared/storage/receipt-reader.ts";
import type { StaffRegister } from "../../shared/storage/staff-register.ts";
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
