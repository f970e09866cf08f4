import { type CaseEvent, type CaseEventOf, entriesOf, lastEntry } from "../case/case-events.ts";
import type { ClaimEventType } from "../case/claim-events.ts";
import type { Claim, ClaimState } from "../case/claim-states.ts";
import { allowedEvents } from "../case/claim-transitions.ts";
import type { OfficeDocument } from "../case/issued-documents.ts";
import { type CalendarDay, limaDay } from "../term/calendar-day.ts";
import { isPositiveSilence } from "../term/silence.ts";

/**
 * A document sent to signature: its bytes, number and date are fixed, and an officer signs exactly those. It may be a
 * resolution, a rectification, the acceptance of a withdrawal, a certificate of silence or a letter of elevation; the
 * effect of its signature depends on which.
 */
export interface FrozenDocument {
  /** The entry that froze it. */
  readonly seq: number;
  readonly number: string;
  readonly document: OfficeDocument;
  readonly frozenAt: string;
  /** The accounts that wrote it or sent it to signature: none of them may sign it. */
  readonly preparedBy: readonly string[];
  /** Its signature on paper, while no second person has seen the scan. */
  readonly claimed?: CaseEventOf<"hand-signature-claimed"> | undefined;
}

/** What a frozen document waits for: its signature, or a second person to see the scan of a signature on paper. */
export const waitingFor = ["signature", "second-look"] as const;

type Freezing = CaseEventOf<"resolution-issued" | "silence-certified" | "document-frozen">;
/** An entry by which a frozen document was signed. */
export type Signing = CaseEventOf<"resolution-signed" | "rectified" | "withdrawal-accepted" | "document-signed">;

/**
 * Returns whether an entry sent a document to signature: `resolution-issued`, `document-frozen`, or a
 * `silence-certified` that has a document.
 */
export function isFreezing(event: CaseEvent): event is Freezing {
  return (
    event.type === "resolution-issued" ||
    event.type === "document-frozen" ||
    (event.type === "silence-certified" && event.details.document !== undefined)
  );
}

/**
 * Returns whether an entry is of a type that signs a frozen document: `resolution-signed`, `rectified`,
 * `withdrawal-accepted` or `document-signed`. Does not check that the entry has a signature.
 */
export function isSigning(event: CaseEvent): event is Signing {
  return (
    event.type === "resolution-signed" ||
    event.type === "rectified" ||
    event.type === "withdrawal-accepted" ||
    event.type === "document-signed"
  );
}

/** Returns the entry that signed the document that entry `seq` sent to signature; undefined if no entry signed it. */
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

/** Returns whether a document is the office's acceptance of a withdrawal (`withdrawal-acceptance`). */
export function isAcceptance({ kind }: Pick<OfficeDocument, "kind">): boolean {
  return kind === "withdrawal-acceptance";
}

/**
 * Returns whether a document is a resolution or an acceptance of a withdrawal: unsigned, it is of no use once the claim
 * is deemed granted.
 */
function isDecision({ kind }: Pick<OfficeDocument, "kind">): boolean {
  return kind.endsWith("resolution") || isAcceptance({ kind });
}

function statesSilence(event: CaseEvent): boolean {
  return (
    (event.type === "lapse-notified" && isPositiveSilence(event.details.state)) ||
    (event.type === "queja-answered" && event.outcome === "queja-silence")
  );
}

/**
 * Returns whether a document needs no signature any more: it was returned, another of its kind was frozen later, or it
 * accepts a withdrawal and a positive silence was stated later. A certificate of silence always needs one.
 */
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

/**
 * Returns the frozen document that the entry `signing` signs, as it was before the signature. Undefined if `signing`
 * signs no frozen document: for example, a rectification that carries only the utility's seal.
 */
export function frozenFor(events: readonly CaseEvent[], signing: Signing): OfficeDocument | undefined {
  const frozen = events.filter(isFreezing).find(({ seq }) => signingOf(events, seq)?.seq === signing.seq);
  return frozen?.details.document;
}

/** Returns the signature on paper that waits for a second look, of what entry `seq` froze. */
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

/**
 * Returns the documents of a case that were sent to signature and are not signed yet, in the order sent. Leaves out a
 * document that was returned or replaced by a later one of the same kind, and an acceptance of a withdrawal if a later
 * entry states a positive silence. A certificate of silence is left out only once it is signed. Does not check whether
 * the claim's state still allows the signature.
 */
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

/**
 * Returns whether a document is the acceptance of a withdrawal, and the claimant asked again to withdraw after the
 * document was sent to signature. Such an acceptance answers the earlier request. False for any other document.
 */
export function isOfEarlierRequest(
  events: readonly CaseEvent[],
  { seq, document }: Pick<FrozenDocument, "seq" | "document">,
): boolean {
  return isAcceptance(document) && events.slice(seq).some(({ type }) => type === "withdrawal-requested");
}

/**
 * Returns the fact that must be allowed for a document to be of use; undefined for a certificate of silence, which is
 * of use in every state.
 */
function actOf({ kind }: OfficeDocument): ClaimEventType | undefined {
  if (kind === "rectification") return "rectified";
  if (kind === "elevation-letter") return "file-elevated";
  return kind === "silence-certificate" ? undefined : "resolution-signed";
}

/**
 * Returns whether a document can still be signed in a state. An acceptance can in any state but a positive silence: one
 * that is too late stays listed until a person reads and returns it, and answers the claimant.
 */
function isSignable(state: ClaimState, document: OfficeDocument): boolean {
  if (isAcceptance(document)) return !isPositiveSilence(state);
  const act = actOf(document);
  return act === undefined || allowedEvents(state).includes(act);
}

/**
 * Returns the documents of `unsignedIn` that can still be signed in the claim's `state`. An acceptance of a withdrawal
 * can in any state but a positive silence; a certificate of silence in every state; a resolution, a rectification or a
 * letter of elevation if the state allows `resolution-signed`, `rectified` or `file-elevated` respectively. A document
 * with `claimed` was signed on paper, and waits only for a second look.
 */
export function awaitingSignature(events: readonly CaseEvent[], { state }: Pick<Claim, "state">) {
  return unsignedIn(events).filter(({ document }) => isSignable(state, document));
}

/**
 * Returns the documents of a case that are of no use once the claim is granted by silence: its unsigned resolutions,
 * and its unsigned acceptances of a withdrawal. Does not check whether the claim is granted.
 */
export function endedBySilence(events: readonly CaseEvent[]): readonly FrozenDocument[] {
  return unsignedIn(events).filter(({ document }) => isDecision(document));
}

/**
 * Returns the `resolution-issued` that sent the resolution to signature which is not signed yet; undefined if none
 * waits.
 */
export function frozenResolution(events: readonly CaseEvent[]): CaseEventOf<"resolution-issued"> | undefined {
  const waiting = unsignedIn(events).find(({ document }) => document.kind.endsWith("resolution"));
  return entriesOf(events, "resolution-issued").find(({ seq }) => seq === waiting?.seq);
}

/** Returns the document of record of a frozen document: its signed file, or the frozen file if nobody signed it. */
export function documentOfRecord(
  events: readonly CaseEvent[],
  { seq, document }: Pick<FrozenDocument, "seq" | "document">,
): OfficeDocument {
  return signingOf(events, seq)?.details.document ?? document;
}

/**
 * Returns the day by which the signature list sorts a document. For a resolution, an acceptance of a withdrawal or a
 * letter of elevation it is `listedOn`, the day by which the claim is listed, with `isTerm: true`. For any other
 * document, or if the claim has no such day, it is the day in Lima on which the document was frozen.
 */
export function signatureDay(
  { document, frozenAt }: Pick<FrozenDocument, "document" | "frozenAt">,
  listedOn: CalendarDay | undefined,
): { readonly day: CalendarDay; readonly isTerm: boolean } {
  const hasTerm = isDecision(document) || document.kind === "elevation-letter";
  return hasTerm && listedOn ? { day: listedOn, isTerm: true } : { day: limaDay(frozenAt), isTerm: false };
}
