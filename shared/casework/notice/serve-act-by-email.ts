import { type Answer, refused } from "../../contract/refusals.ts";
import type { CaseFact } from "../../domain/case/case-events.ts";
import { ok } from "../../domain/case/result.ts";
import type { NotifiedAct } from "../../domain/resolution/notified-acts.ts";
import type { Staff } from "../../domain/work/people.ts";
import { noticeByEmail } from "../case/act-notice-entry.ts";
import type { CaseAt } from "../case/case-at.ts";
import { type CaseDeps, type Decision, judgedEntries } from "../case/record.ts";
import { whyNotByMail } from "./notice-consent.ts";
import { hasOpenNotice } from "./open-notices.ts";
/**
 * Returns the decision that sends the notice of an act by e-mail: one entry, `notice-dispatched`, and the key of its
 * link. `says` are the lines of the notice. `starts` is the fact that the claimant's acknowledgement will record later.
 * Refuses `not-now` if the law does not allow `starts` now, or if an earlier notice of the same act was not
 * acknowledged yet. Refuses `no-consent` if the claimant did not agree to e-mail, or has no address that takes mail.
 */
export function serveActByEmail(
  deps: CaseDeps,
  at: CaseAt,
  by: Staff,
  { starts, ...act }: { readonly of: NotifiedAct; readonly says: readonly string[]; readonly starts: CaseFact },
): Answer<Decision, "no-consent" | "not-now"> {
  const judged = judgedEntries(at.file.events, [starts], at.law, at.now);
  if (!judged.ok) return judged;
  if (hasOpenNotice(at.file.events, act.of))
    return refused("not-now", {
      detail: "Ya se le envió ese aviso por correo y no lo confirmó: díselo de otra manera.",
    });
  const notice = noticeByEmail(deps, at, by, act);
  return notice.entries.length > 0 ? ok(notice) : refused("no-consent", whyNotByMail(at));
}
