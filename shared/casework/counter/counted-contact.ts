import { type CaseEventOf, entriesOf } from "../../domain/case/case-events.ts";
import type { ChangedContact } from "../../domain/filing/claim-form.ts";
import { type CalendarDay, limaDay } from "../../domain/term/calendar-day.ts";
import type { CaseAt } from "../case/case-at.ts";
import { stillUndoable, undoUntil } from "../term/undo-term.ts";

type ChangingAt = Pick<CaseAt, "file" | "law" | "now">;
type Change = CaseEventOf<"contact-changed">;

const parts = ["telephone", "email", "address"] as const;

/**
 * Returns the changes of a claimant's contact that count at `now`, the oldest first. What was said by telephone counts
 * only once its last day to undo has passed (decision 52), and never if the same part was changed again until that day.
 */
export function countedChanges(at: ChangingAt): readonly ChangedContact[] {
  const changes = entriesOf(at.file.events, "contact-changed");
  return changes.map((change, index) => {
    if (stillUndoable(change, at) !== undefined) return {};
    const until = undoUntil(change, at.law);
    const before = until === undefined ? [] : changes.slice(index + 1).filter((later) => isBy(later, until));
    return partsOf(change, before);
  });
}

/**
 * Returns the last day on which a contact said by telephone can be undone: it counts from the day after. Undefined if
 * none is pending.
 */
export function contactPendingUntil(at: ChangingAt): CalendarDay | undefined {
  const changes = entriesOf(at.file.events, "contact-changed");
  return changes
    .flatMap((change, index) => {
      const isReplaced = Object.keys(partsOf(change, changes.slice(index + 1))).length === 0;
      return isReplaced ? [] : (stillUndoable(change, at) ?? []);
    })
    .at(-1);
}

const isBy = ({ recordedAt }: Change, day: CalendarDay): boolean => limaDay(recordedAt) <= day;

/** The parts of a change that no `later` one changes too. */
function partsOf({ details }: Change, later: readonly Change[]): ChangedContact {
  const left = parts.filter((part) => later.every((one) => one.details[part] === undefined));
  return Object.fromEntries(left.flatMap((part) => (details[part] === undefined ? [] : [[part, details[part]]])));
}
