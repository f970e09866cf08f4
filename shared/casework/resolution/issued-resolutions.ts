import { type CaseEvent, type CaseEventOf, entriesOf, lastEntry } from "../../domain/case/case-events.ts";
import { documentOfRecord } from "../../domain/resolution/frozen-documents.ts";
import { type CalendarDay, limaDay } from "../../domain/term/calendar-day.ts";
import type { CaseAt } from "../case/case-at.ts";
import { deemedServiceDay } from "../delivery/deemed-service.ts";

/** Who asks: the claimant, or the staff of the utility. */
export type Side = "claimant" | "staff";

/** A resolution that was sent to signature and not returned, and what happened to it since. */
export interface IssuedResolution {
  readonly issued: CaseEventOf<"resolution-issued">;
  /** When its signature was recorded; absent while it is a draft. */
  readonly signedAt: string | undefined;
  /** The day its notification took effect, deemed service by mailbox included; absent while it was not notified. */
  readonly notifiedOn: CalendarDay | undefined;
  /** Its signed file, or the draft while nobody signed it. */
  readonly documentId: string;
}

/**
 * Returns the resolutions of a case that were sent to signature and not returned, signed or not, in the order sent;
 * empty if there is none.
 */
export function issuedResolutions(at: CaseAt): readonly IssuedResolution[] {
  const { events } = at.file;
  return entriesOf(events, "resolution-issued").flatMap((issued): IssuedResolution[] => {
    const after = events.slice(issued.seq, nextIssue(events, issued));
    if (lastEntry(after, "resolution-returned")) return [];
    const notified = lastEntry(after, "resolution-notified");
    const sent = lastEntry(after, "resolution-dispatched");
    return [
      {
        issued,
        signedAt: lastEntry(after, "resolution-signed")?.recordedAt,
        notifiedOn: notified ? limaDay(notified.effectiveAt) : sent && deemedServiceDay(at, sent),
        documentId: documentOfRecord(events, { seq: issued.seq, document: issued.details.document }).documentId,
      },
    ];
  });
}

function nextIssue(events: readonly CaseEvent[], { seq }: CaseEvent): number | undefined {
  return entriesOf(events, "resolution-issued").find((later) => later.seq > seq)?.seq;
}

/**
 * Returns whether a side may know of the resolution with this number: staff once it was sent to signature, the claimant
 * once it was notified. False if the resolution was returned, or if none has the number.
 */
export function mayKnowResolution(number: string, at: CaseAt, side: Side): boolean {
  return issuedResolutions(at).some(
    ({ issued, notifiedOn }) => issued.number === number && (side === "staff" || notifiedOn !== undefined),
  );
}
