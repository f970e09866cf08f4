import { type CalendarDay, limaDay } from "./calendar-day.ts";
import { type CaseEvent, type CaseEventOf, entriesOf, lastEntry } from "./case-events.ts";
import type { ClaimEventType } from "./claim-events.ts";
import type { Claim, ClaimState } from "./claim-states.ts";
import { allowedEvents } from "./claim-transitions.ts";
import type { OfficeDocument } from "./issued-documents.ts";
import { isPositiveSilence } from "./silence.ts";

/**
 * A document sent to signature: its bytes, number and date are fixed, and an officer signs those. One concept for
 * resolutions, rectifications, acceptances of a withdrawal, certificates of silence and letters of elevation; what its
 * signature starts is its act's.
 */
export interface FrozenDocument {
  /** The entry that froze it. */
  readonly seq: number;
  readonly number: string;
  readonly document: OfficeDocument;
  readonly frozenAt: string;
  /** Who wrote it or sent it, by account: none of them may sign it. */
  readonly preparedBy: readonly string[];
  /** Signed on paper, while nobody else has seen the scan. */
  readonly claimed?: CaseEventOf<"hand-signature-claimed"> | undefined;
}

/** What a frozen document waits for: its signature, or that another person sees the scan of one on paper. */
export const waitingFor = ["signature", "second-look"] as const;

type Freezing = CaseEventOf<"resolution-issued" | "silence-certified" | "document-frozen">;
/** An entry by which a frozen document was signed. */
export type Signing = CaseEventOf<"resolution-signed" | "rectified" | "withdrawal-accepted" | "document-signed">;

/** Whether an entry sent a document to signature. */
export function isFreezing(event: CaseEvent): event is Freezing {
  return (
    event.type === "resolution-issued" ||
    event.type === "document-frozen" ||
    (event.type === "silence-certified" && event.details.document !== undefined)
  );
}

/** Whether an entry is the signature of a document that was frozen. */
export function isSigning(event: CaseEvent): event is Signing {
  return (
    event.type === "resolution-signed" ||
    event.type === "rectified" ||
    event.type === "withdrawal-accepted" ||
    event.type === "document-signed"
  );
}

/** The entry by which what entry `seq` froze was signed, if it was. */
export function signingOf(events: readonly CaseEvent[], seq: number): Signing | undefined {
  const frozen = events[seq - 1];
  return events.find((event): event is Signing => {
    if (event.seq <= seq) return false;
    if (event.type === "document-signed") return event.details.of === seq;
    if (event.type === "rectified" || event.type === "withdrawal-accepted") return event.details.frozen === seq;
    return (
      event.type === "resolution-signed" &&
      frozen?.type === "resolution-issued" &&
      lastEntry(events.slice(0, event.seq - 1), "resolution-issued")?.seq === seq
    );
  });
}

/** Whether a document accepts a withdrawal. */
export function isAcceptance({ kind }: Pick<OfficeDocument, "kind">): boolean {
  return kind === "withdrawal-acceptance";
}

/** Whether a document is a resolution of what is claimed: one that waited is of no use once that is deemed granted. */
function isDecision({ kind }: Pick<OfficeDocument, "kind">): boolean {
  return kind.endsWith("resolution") || isAcceptance({ kind });
}

function statesSilence(event: CaseEvent): boolean {
  return (
    (event.type === "lapse-notified" && isPositiveSilence(event.details.state)) ||
    (event.type === "queja-answered" && event.outcome === "queja-silence")
  );
}

/** Whether nobody signs it any more: it was returned, another was frozen in its place, or a silence came before it. */
function isDropped(events: readonly CaseEvent[], frozen: Freezing): boolean {
  const after = events.slice(frozen.seq);
  if (frozen.type === "silence-certified") return false;
  if (frozen.type === "resolution-issued")
    return after.some(({ type }) => type === "resolution-issued" || type === "resolution-returned");
  return after.some(
    (event) =>
      (event.type === "document-returned" && event.details.of === frozen.seq) ||
      (event.type === "document-frozen" && event.details.document.kind === frozen.details.document.kind) ||
      (isAcceptance(frozen.details.document) && statesSilence(event)),
  );
}

/** The document a signature is on, as it was frozen; nothing of what was rectified by a seal alone. */
export function frozenFor(events: readonly CaseEvent[], signing: Signing): OfficeDocument | undefined {
  const frozen = events.filter(isFreezing).find(({ seq }) => signingOf(events, seq)?.seq === signing.seq);
  return frozen?.details.document;
}

/** The signature on paper that waits for a second look, of what entry `seq` froze. */
function claimedOf(events: readonly CaseEvent[], seq: number): FrozenDocument["claimed"] {
  const last = events.findLast(
    (event) =>
      (event.type === "hand-signature-claimed" || event.type === "hand-signature-refused") && event.details.of === seq,
  );
  return last?.type === "hand-signature-claimed" ? last : undefined;
}

function numberOf(events: readonly CaseEvent[], frozen: Freezing): string {
  if (frozen.type === "resolution-issued") return frozen.number;
  if (frozen.type === "document-frozen") return frozen.details.number;
  return lastEntry(events, "claim-filed")?.details.code ?? "";
}

function preparedBy({ by, ...frozen }: Freezing): readonly string[] {
  const sender = by.kind === "staff" ? [by.sub] : [];
  const writer = frozen.type === "resolution-issued" ? frozen.details.draftedBy : undefined;
  return [...new Set([...sender, ...(writer === undefined ? [] : [writer])])];
}

/** Everything of a case that was sent to signature and neither signed, returned nor frozen anew, in order. */
export function unsignedIn(events: readonly CaseEvent[]): readonly FrozenDocument[] {
  return events.filter(isFreezing).flatMap((frozen): FrozenDocument[] => {
    const { document } = frozen.details;
    if (!document || signingOf(events, frozen.seq) || isDropped(events, frozen)) return [];
    const claimed = claimedOf(events, frozen.seq);
    return [
      {
        seq: frozen.seq,
        number: numberOf(events, frozen),
        document,
        frozenAt: frozen.effectiveAt,
        preparedBy: preparedBy(frozen),
        ...(claimed && { claimed }),
      },
    ];
  });
}

/** Whether who claims asked to withdraw once more since an acceptance was sent to signature: it is of the earlier request. */
export function isOfEarlierRequest(
  events: readonly CaseEvent[],
  { seq, document }: Pick<FrozenDocument, "seq" | "document">,
): boolean {
  return isAcceptance(document) && events.slice(seq).some(({ type }) => type === "withdrawal-requested");
}

/** The fact that must be possible for a document to be of use, by its kind; a silence holds in every state. */
function actOf({ kind }: OfficeDocument): ClaimEventType | undefined {
  if (kind === "rectification") return "rectified";
  if (kind === "elevation-letter") return "file-elevated";
  return kind === "silence-certificate" ? undefined : "resolution-signed";
}

/**
 * An acceptance that came too late stays on the list until it is returned: only who reads it knows what to tell who asked.
 * A silence ends it as it ends a resolution.
 */
function isSignable(state: ClaimState, document: OfficeDocument): boolean {
  if (isAcceptance(document)) return !isPositiveSilence(state);
  const act = actOf(document);
  return act === undefined || allowedEvents(state).includes(act);
}

/** What of a case waits for an officer's signature, or for a second look at one on paper, in the state it is in. */
export function awaitingSignature(events: readonly CaseEvent[], { state }: Pick<Claim, "state">) {
  return unsignedIn(events).filter(({ document }) => isSignable(state, document));
}

/** What a silence leaves without use of what waits for its signature: its numbers are voided. */
export function endedBySilence(events: readonly CaseEvent[]): readonly FrozenDocument[] {
  return unsignedIn(events).filter(({ document }) => isDecision(document));
}

/** The resolution that waits for its signature, if one does. */
export function frozenResolution(events: readonly CaseEvent[]): CaseEventOf<"resolution-issued"> | undefined {
  const waiting = unsignedIn(events).find(({ document }) => document.kind.endsWith("resolution"));
  return entriesOf(events, "resolution-issued").find(({ seq }) => seq === waiting?.seq);
}

/** The file a document stands in: the signed one once there is one, until then the one that was frozen. */
export function documentOfRecord(
  events: readonly CaseEvent[],
  { seq, document }: Pick<FrozenDocument, "seq" | "document">,
): OfficeDocument {
  return signingOf(events, seq)?.details.document ?? document;
}

/**
 * The day by which a list of what waits is ordered: the legal day of the case, where a term of its own runs until the
 * document is out; else the day it was frozen, as from then on it is late.
 */
export function signatureDay(
  { document, frozenAt }: Pick<FrozenDocument, "document" | "frozenAt">,
  legalDay: CalendarDay | undefined,
): { readonly day: CalendarDay; readonly isTerm: boolean } {
  const hasTerm = isDecision(document) || document.kind === "elevation-letter";
  return hasTerm && legalDay ? { day: legalDay, isTerm: true } : { day: limaDay(frozenAt), isTerm: false };
}
