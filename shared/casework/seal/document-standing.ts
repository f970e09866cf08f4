import { releaseOf } from "../../domain/billing/hold-release.ts";
import {
  type CaseEvent,
  type CaseEventOf,
  type CaseEventType,
  entriesOf,
  isFact,
  lastEntry,
} from "../../domain/case/case-events.ts";
import { recourseIn } from "../../domain/case/claim-states.ts";
import type { DocumentStanding } from "../../domain/case/document-standing.ts";
import type { DocumentKind } from "../../domain/case/issued-documents.ts";
import { signingOf } from "../../domain/resolution/frozen-documents.ts";
import { standingResolutions } from "../../domain/resolution/standing-decisions.ts";
import type { CaseAt } from "../case/case-at.ts";

type Issued = CaseEventOf<"resolution-issued">;

/**
 * Returns whether the document that entry `seq` brought is in force at the instant of `at`, or why not. A resolution is
 * `unsigned` until signed; then `not-notified`, `in-force`, `under-review`, `annulled` or replaced (`by-…`). A silence
 * certificate is valid unsigned (`to-be-signed`). A do-not-cut letter can be `by-newer` or `released`, a notice of a
 * visit or a summons `by-newer`. Returns `record` if the document decides nothing, or if there is no such entry.
 */
export function documentStandingOf(at: CaseAt, seq: number): DocumentStanding {
  const { events } = at.file;
  const entry = events[seq - 1];
  switch (entry?.type) {
    case "resolution-issued":
      return resolutionStanding(at, entry);
    case "resolution-signed":
    case "rectified": {
      const issued = issuedOf(events, entry.type === "rectified" ? entry.details.of : entry.details.number);
      return issued ? resolutionStanding(at, issued) : "unsigned";
    }
    case "withdrawal-accepted":
      return "in-force";
    case "document-frozen":
      return frozenStanding(at, entry);
    case "document-signed": {
      const frozen = events[entry.details.of - 1];
      return frozen?.type === "silence-certified" ? silenceStanding(events, frozen.seq) : "record";
    }
    case "silence-certified":
      return silenceStanding(events, seq);
    case "document-added":
      if (isReplaced(events, entry)) return "by-newer";
      return entry.details.document.kind === "do-not-cut" ? holdStanding(at) : "record";
    default:
      return "record";
  }
}

/** A certificate of silence counts also unsigned, since the law itself grants the claim. */
function silenceStanding(events: readonly CaseEvent[], seq: number): DocumentStanding {
  if (decidedByTribunal(events, seq)) return "by-tribunal";
  return signingOf(events, seq) ? "in-force" : "to-be-signed";
}

function frozenStanding(at: CaseAt, { seq, details }: CaseEventOf<"document-frozen">): DocumentStanding {
  const { events } = at.file;
  if (!signingOf(events, seq)) return "unsigned";
  if (details.accepts) return "in-force";
  const issued = details.rectifies && issuedOf(events, details.rectifies.of);
  return issued ? resolutionStanding(at, issued) : "record";
}

/** Returns when the resolution with this number was last rectified; undefined if it never was. */
export function rectifiedAt(events: readonly CaseEvent[], number: string): string | undefined {
  return entriesOf(events, "rectified").findLast(({ details }) => details.of === number)?.effectiveAt;
}

/** The last draft under a number: only that one can have been signed. */
function issuedOf(events: readonly CaseEvent[], number: string): Issued | undefined {
  return entriesOf(events, "resolution-issued").findLast((issued) => issued.number === number);
}

function resolutionStanding({ file: { events }, claim }: CaseAt, issued: Issued): DocumentStanding {
  const after = events.slice(issued.seq);
  const settled = after.find(({ type }) => type === "resolution-signed" || type === "resolution-returned");
  if (settled?.type !== "resolution-signed") return "unsigned";
  const standing = standingResolutions(events.filter(isFact));
  if (!standing.some(({ seq }) => seq === issued.seq)) return "annulled";
  if (claim.state === "reconsideration-silence" || grantedLater(after)) return "by-silence";
  if (decidedByTribunal(events, issued.seq)) return "by-tribunal";
  const changed = standing.some(
    ({ seq, outcome }) => seq > issued.seq && (outcome === "upheld" || outcome === "partly-upheld"),
  );
  if (changed) return "by-reconsideration";
  if (recourseIn(claim.state) !== undefined) return "under-review";
  // A signed resolution takes effect at its notification, not before.
  const isLast = standing[0]?.seq === issued.seq;
  return isLast && (claim.state === "resolved" || claim.state === "reconsideration-resolved")
    ? "not-notified"
    : "in-force";
}

/** Whether the tribunal replaced what was decided by entry `since`; refusing the appeal does not. */
function decidedByTribunal(events: readonly CaseEvent[], since: number): boolean {
  const decided = lastEntry(events.slice(since), "tribunal-decided");
  return decided?.outcome === "decided" || decided?.outcome === "conciliated";
}

function grantedLater(events: readonly CaseEvent[]): boolean {
  return (
    entriesOf(events, "silence-certified").length > 0 ||
    entriesOf(events, "tribunal-decided").some(({ outcome }) => outcome === "silence-declared")
  );
}

/** Entries after which the office gives out another document of the same kind for the same thing. */
const replacing: Partial<Record<DocumentKind, readonly CaseEventType[]>> = {
  "do-not-cut": ["document-added"],
  "inspection-notice": ["visit-moved"],
  "conciliation-summons": ["hearing-moved", "hearing-mode-chosen", "hearing-link-set"],
};

/**
 * Returns whether a newer document stands for one that was added: a do-not-cut letter has a newer one; its visit, not
 * reported yet, was moved; its hearing was moved, or its mode or link was changed.
 */
export function isReplaced(events: readonly CaseEvent[], { seq, details }: CaseEventOf<"document-added">): boolean {
  const { kind } = details.document;
  const after = events.slice(seq);
  const reported = after.findIndex(({ type }) => type === "inspection-reported");
  const until = kind === "inspection-notice" && reported >= 0 ? after.slice(0, reported) : after;
  return until.some(
    (entry) =>
      replacing[kind]?.includes(entry.type) &&
      (entry.type !== "document-added" || entry.details.document.kind === kind),
  );
}

function holdStanding({ claim, law }: CaseAt): DocumentStanding {
  return releaseOf(claim, law) === undefined ? "in-force" : "released";
}
