import type { CaseDeps } from "../../shared/casework/case/record.ts";
import type { IssueDeps } from "../../shared/casework/seal/issue-document.ts";
import type { ReceiptReader } from "../../shared/storage/billing/receipt-reader.ts";
import type { CaseAccess } from "../../shared/storage/case-copy/case-access.ts";
import type { Outages } from "../../shared/storage/problem/outages.ts";
import type { Problems } from "../../shared/storage/problem/problems.ts";
import type { Submissions } from "../../shared/storage/submission/submissions.ts";
import type { SupplyClaims } from "../../shared/storage/supply/supply-claims.ts";
import type { SupplyLinks } from "../../shared/storage/supply/supply-links.ts";
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
