import { copiesToPost } from "../../domain/delivery/copies-by-post.ts";
import type { CaseFiles } from "../../storage/case/case-files.ts";
import type { CaseAt } from "../case/case-at.ts";
import { type Decision, judgedEntries } from "../case/record.ts";
import { postalAddress } from "../notice/notice-consent.ts";

/**
 * Returns the decision of `entries`, with the write that puts the case on the list of copies to post or takes it off if
 * they change which of its copies are to be posted. The list has the address that counts now.
 */
export function withListedCopies(
  caseFiles: Pick<CaseFiles, "listCopies">,
  at: CaseAt,
  entries: Decision["entries"],
): Decision {
  const { file, law, now } = at;
  const added = judgedEntries(file.events, entries, law, now);
  if (!added.ok) return { entries };
  const copies = copiesToPost([...file.events, ...added.value]);
  const isChanged = copies.length !== copiesToPost(file.events).length;
  return { entries, also: isChanged ? [caseFiles.listCopies(file.head, postalAddress(at), copies)] : [] };
}
