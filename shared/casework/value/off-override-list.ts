import { overrideAskedOn } from "../../domain/value/override-asked.ts";
import type { CaseFile, CaseFiles } from "../../storage/case/case-files.ts";
import type { Write } from "../../storage/dynamodb.ts";

/** Returns the write that takes a case off the list of overrides asked for; none if it is not on it. */
export function offOverrideList(
  caseFiles: Pick<CaseFiles, "listOverride">,
  { head, events }: CaseFile,
): readonly Write[] {
  return overrideAskedOn(events) === undefined ? [] : [caseFiles.listOverride(head)];
}
