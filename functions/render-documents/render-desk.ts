import type { IssueDesk } from "../../shared/casework/issue-document.ts";
import type { CaseDesk } from "../../shared/casework/record.ts";
import type { Filings } from "../../shared/storage/filings.ts";

/** What making cargos works with. */
export interface RenderDesk extends CaseDesk, IssueDesk {
  readonly filings: Filings;
  readonly now: () => string;
}
