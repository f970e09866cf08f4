import type { CaseFiles } from "../../shared/storage/case-files.ts";
import type { Transacted, Write } from "../../shared/storage/dynamodb.ts";
import type { EvidenceDownloads } from "../../shared/storage/evidence.ts";
import type { Filings } from "../../shared/storage/filings.ts";
import type { PaperTickets } from "../../shared/storage/paper-files.ts";
import type { Uploads } from "../../shared/storage/uploads.ts";
import type { Tenant } from "../../tenants/tenant.ts";

/** What the operations of the document desk work with. */
export interface FilingsDesk {
  readonly tenant: Tenant;
  readonly caseFiles: CaseFiles;
  readonly uploads: Uploads;
  readonly filings: Filings;
  readonly paperTickets: PaperTickets;
  readonly paperDownloads: EvidenceDownloads;
  readonly documentDownloads: EvidenceDownloads;
  /** Makes writes of these stores all or none. */
  readonly transact: (writes: readonly Write[]) => Promise<Transacted>;
}
