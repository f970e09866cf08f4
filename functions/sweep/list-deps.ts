import type { CaseDeps } from "../../shared/casework/record.ts";
import type { WorkLists } from "../../shared/storage/work-lists.ts";

/** What recording in the claims of the office's lists works with. */
export interface ListDeps extends CaseDeps {
  readonly workLists: Pick<WorkLists, "inQueue">;
}
