import type { CaseDesk } from "../../shared/casework/record.ts";
import type { Press } from "../../shared/documents/press.ts";
import type { Evidence } from "../../shared/storage/evidence.ts";
import type { Filings } from "../../shared/storage/filings.ts";
import type { Seals } from "../../shared/storage/seals.ts";

/** What making cargos works with. */
export interface RenderDesk extends CaseDesk {
  readonly filings: Filings;
  readonly documents: Evidence;
  readonly seals: Seals;
  readonly press: Press;
  /** The origin of the customers' site, without a last `/`. */
  readonly siteAddress: string;
  readonly now: () => string;
}
