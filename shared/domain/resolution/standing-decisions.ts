import { type ClaimEvent, lastEvent } from "../case/claim-events.ts";

type Issued<Event extends ClaimEvent> = Extract<Event, { readonly type: "resolution-issued" }>;

function isIssued<Event extends ClaimEvent>(event: Event): event is Issued<Event> {
  return event.type === "resolution-issued";
}

/**
 * Returns whether an event makes a signed decision known to the claimant: its notice, or its delivery to a mailbox. No
 * recourse is filed before that.
 */
function decides(event: ClaimEvent): boolean {
  return (
    event.type === "resolution-notified" || (event.type === "resolution-dispatched" && event.channel === "mailbox")
  );
}

/**
 * Returns the `resolution-issued` events of the signed resolutions that are in effect, newest first; empty if there are
 * none. Resolutions before the tribunal sent the claim back are left out. A resolution is also left out if a withdrawal
 * was accepted after its signature and before its notice or its delivery to the mailbox. A later resolution does not
 * remove an earlier one.
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

/**
 * Returns whether resolutions and a partial agreement change no receipt: no resolution of `standingResolutions` is
 * `upheld` or `partly-upheld`, and the last hearing did not end in a partial agreement. True also if there is neither a
 * resolution nor a hearing. A total agreement is not looked at.
 */
export function leavesAsBilled(history: readonly ClaimEvent[]): boolean {
  return (
    lastEvent(history, "conciliation-held")?.agreement !== "partial" &&
    standingResolutions(history).every(({ outcome }) => outcome !== "upheld" && outcome !== "partly-upheld")
  );
}
