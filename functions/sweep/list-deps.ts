import type { CaseDeps } from "../../shared/casework/case/record.ts";
import type { WorkLists } from "../../shared/storage/work/work-lists.ts";

/** The dependencies of a task that goes through the office's work lists and records in their claims. */
export interface ListDeps extends CaseDeps {
  readonly workLists: Pick<WorkLists, "inQueue">;
}
