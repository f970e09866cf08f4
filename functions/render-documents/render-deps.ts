import type { IssueDeps } from "../../shared/casework/issue-document.ts";
import type { CaseDeps } from "../../shared/casework/record.ts";
import type { CaseAccess } from "../../shared/storage/case-access.ts";
import type { Outages } from "../../shared/storage/outages.ts";
import type { Problems } from "../../shared/storage/problems.ts";
import type { ReceiptReader } from "../../shared/storage/receipt-reader.ts";
import type { Submissions } from "../../shared/storage/submissions.ts";
import type { SupplyClaims } from "../../shared/storage/supply-claims.ts";
import type { SupplyLinks } from "../../shared/storage/supply-links.ts";
import type { PrintingTenant } from "../../shared/tenant/tenant.ts";

export interface RenderDeps extends CaseDeps, IssueDeps {
  readonly tenant: PrintingTenant;
  readonly caseAccess: Pick<CaseAccess, "ofAccount">;
  readonly supplyClaims: SupplyClaims;
  readonly submissions: Submissions;
  readonly outages: Outages;
  readonly problems: Problems;
  readonly supplyLinks: Pick<SupplyLinks, "list">;
  readonly receiptReader: ReceiptReader;
  readonly now: () => string;
}
