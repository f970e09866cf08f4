import type { ConfirmationDeps } from "../../shared/casework/confirmed-act.ts";
import type { EditDeps } from "../../shared/casework/edit-case.ts";
import type { FileClaimDeps } from "../../shared/casework/file-claim.ts";
import type { Contacts } from "../../shared/storage/contacts.ts";
import type { LastLoad } from "../../shared/storage/load-notes.ts";
import type { Problems } from "../../shared/storage/problems.ts";
import type { SearchLog } from "../../shared/storage/search-log.ts";
import type { Submissions } from "../../shared/storage/submissions.ts";

export interface TelephoneDeps extends EditDeps, FileClaimDeps, ConfirmationDeps {
  readonly lastLoad: LastLoad;
  readonly contacts: Contacts;
  readonly searchLog: SearchLog;
  readonly problems: Problems;
  readonly submissions: Submissions;
}
