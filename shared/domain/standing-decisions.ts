import { type ClaimEvent, lastEvent } from "./claim-events.ts";

type Issued<Event extends ClaimEvent> = Extract<Event, { readonly type: "resolution-issued" }>;

function isIssued<Event extends ClaimEvent>(event: Event): event is Issued<Event> {
  return event.type === "resolution-issued";
}

/** What tells who claims of a signed decision: its notice, or a mailbox. No recourse is filed before one of them. */
function decides(event: ClaimEvent): boolean {
  return (
    event.type === "resolution-notified" || (event.type === "resolution-dispatched" && event.channel === "mailbox")
  );
}

/**
 * The resolutions of the company that stand, newest first: signed ones, none of which the tribunal sent back to be made
 * again. One that was never told, because its recourse was withdrawn first, decides nothing; a draft that nobody signed
 * is none. A recourse that is not granted leaves what was decided before it.
 */
export function standingResolutions<Event extends ClaimEvent>(history: readonly Event[]): readonly Issued<Event>[] {
  const annulled = history.findLastIndex((event) => event.type === "tribunal-decided" && "termDays" in event);
  const since = history.slice(annulled + 1);
  return since
    .flatMap((event, at) => {
      if (event.type !== "resolution-signed") return [];
      const after = since.slice(at + 1);
      const withdrawn = after.findIndex(({ type }) => type === "withdrawal-accepted");
      if (withdrawn >= 0 && !after.slice(0, withdrawn).some(decides)) return [];
      return since.slice(0, at).findLast(isIssued<Event>) ?? [];
    })
    .toReversed();
}

/** Whether what was agreed and decided leaves every receipt as it was billed: then there is nothing to carry out. */
export function leavesAsBilled(history: readonly ClaimEvent[]): boolean {
  return (
    lastEvent(history, "conciliation-held")?.agreement !== "partial" &&
    standingResolutions(history).every(({ outcome }) => outcome !== "upheld" && outcome !== "partly-upheld")
  );
}
