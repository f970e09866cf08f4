import type { CaseDesk } from "../../shared/casework/record.ts";
import type { Transacted, Write } from "../../shared/storage/dynamodb.ts";
import type { EvidenceDownloads } from "../../shared/storage/evidence.ts";
import type { Filings } from "../../shared/storage/filings.ts";
import type { Outages } from "../../shared/storage/outages.ts";
import type { PaperTickets } from "../../shared/storage/paper-files.ts";
import type { Retained } from "../../shared/storage/retention.ts";
import type { Uploads } from "../../shared/storage/uploads.ts";

/** What the operations of the document desk work with. */
export interface FilingsDesk extends CaseDesk {
  readonly uploads: Uploads;
  readonly filings: Filings;
  readonly outages: Outages;
  readonly retained: Retained;
  readonly paperTickets: PaperTickets;
  readonly paperDownloads: EvidenceDownloads;
  readonly pageViews: EvidenceDownloads;
  readonly documentDownloads: EvidenceDownloads;
  /** Makes writes of these stores all or none. */
  readonly transact: (writes: readonly Write[]) => Promise<Transacted>;
}
