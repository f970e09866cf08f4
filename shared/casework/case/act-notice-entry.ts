import { randomUUID } from "node:crypto";
import type { NotifiedAct } from "../../domain/resolution/notified-acts.ts";
import type { Staff } from "../../domain/work/people.ts";
import type { CaseFiles } from "../../storage/case/case-files.ts";
import { noticeAddress } from "../notice/notice-consent.ts";
import type { CaseAt } from "./case-at.ts";
import { newSecret } from "./new-ids.ts";
import type { Decision } from "./record.ts";

/**
 * Returns the decision that sends the notice of an act by e-mail. It has the entry `notice-dispatched` and a write that
 * stores the key which opens the notice. Both lists are empty if the claimant does not agree to e-mail, gave no
 * address, or gave one that does not exist. The act is not notified until the claimant acknowledges the notice.
 * @param says the lines of the notice
 */
export function noticeByEmail(
  { caseFiles }: { readonly caseFiles: CaseFiles },
  at: CaseAt,
  by: Staff,
  act: { readonly of: NotifiedAct; readonly says: readonly string[] },
): Required<Decision> {
  const to = noticeAddress(at);
  if (to === undefined) return { entries: [], also: [] };
  const noticeId = randomUUID();
  const noticeKey = newSecret();
  return {
    entries: [{ type: "notice-dispatched", effectiveAt: at.now, by, details: { ...act, noticeId, to, noticeKey } }],
    also: [caseFiles.noticeWrite(noticeKey, at.file.head.claimId, noticeId)],
  };
}
