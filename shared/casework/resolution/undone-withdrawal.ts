import { type Answer, refused } from "../../contract/refusals.ts";
import { lastEntry } from "../../domain/case/case-events.ts";
import { isWithdrawalPending } from "../../domain/case/claim.ts";
import { ok } from "../../domain/case/result.ts";
import type { CalendarDay } from "../../domain/term/calendar-day.ts";
import type { ActWriter } from "../case/act-writer.ts";
import type { CaseAt } from "../case/case-at.ts";
import type { Decision } from "../case/record.ts";
import { stillUndoable } from "../term/undo-term.ts";

/**
 * Returns the last day to undo the pending request to withdraw. Undefined if no request is pending, if it was not made
 * by telephone, or if that day is past.
 */
export function withdrawalUndoUntil(at: CaseAt): CalendarDay | undefined {
  const asked = isWithdrawalPending(at.claim.history) ? lastEntry(at.file.events, "withdrawal-requested") : undefined;
  return asked && stillUndoable(asked, at);
}

/**
 * Returns the decision that records `withdrawal-undone`. Refuses `not-now` if no request to withdraw is pending, if the
 * pending one was not made by telephone, or if its last day to undo is past.
 */
export function undoneWithdrawal({ by, taken }: ActWriter, at: CaseAt): Answer<Decision, "not-now"> {
  if (withdrawalUndoUntil(at) === undefined)
    return refused("not-now", { detail: "No hay un desistimiento por teléfono que todavía se pueda deshacer." });
  const details = taken ? { taken } : {};
  return ok({ entries: [{ type: "withdrawal-undone", effectiveAt: at.now, by, details }] });
}
