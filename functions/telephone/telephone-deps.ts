import type { EditDeps } from "../../shared/casework/case/edit-case.ts";
import type { ConfirmationDeps } from "../../shared/casework/counter/confirmed-act.ts";
import type { FileClaimDeps } from "../../shared/casework/filing/file-claim.ts";
import type { LastLoad } from "../../shared/storage/billing/load-notes.ts";
import type { Contacts } from "../../shared/storage/counter/contacts.ts";
import type { SearchLog } from "../../shared/storage/counter/search-log.ts";
import type { Problems } from "../../shared/storage/problem/problems.ts";
import type { Submissions } from "../../shared/storage/submission/submissions.ts";

export interface TelephoneDeps extends EditDeps, FileClaimDeps, ConfirmationDeps {
  readonly lastLoad: LastLoad;
  readonly contacts: Contacts;
  readonly searchLog: SearchLog;
  readonly problems: Problems;
  readonly submissions: Submissions;
}
