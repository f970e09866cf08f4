import { type CaseEvent, entriesOf } from "../../domain/case/case-events.ts";
import { isClaimants } from "../../domain/case/claim-events.ts";
import type { Attachment } from "../../domain/filing/claim-form.ts";

/** The attachments that confirmed an act recorded on behalf of the claimant, or an agreement. */
function signedAttachmentsIn(details: CaseEvent["details"]): readonly Attachment[] {
  const confirmedAct = "taken" in details ? details.taken?.confirmed : undefined;
  const confirmed = "confirmed" in details ? details.confirmed : confirmedAct;
  if (confirmed?.by === "voice") return confirmed.attachments ?? [];
  return confirmed?.by === "signature" || confirmed?.by === "paper" ? confirmed.attachments : [];
}

/**
 * Returns every attachment that these entries brought, photos and signed forms included, each once. An attachment has
 * the state of its last `attachment-checked` among these entries or, if there is none, the state in the entry that
 * brought it.
 */
export function attachmentsOf(events: readonly CaseEvent[]): readonly Attachment[] {
  const checked = new Map(
    entriesOf(events, "attachment-checked").map(({ details: { documentId, state } }) => [documentId, state]),
  );
  const attachments = events.flatMap(({ details }) => [
    ...("attachments" in details ? (details.attachments ?? []) : "photos" in details ? (details.photos ?? []) : []),
    ...signedAttachmentsIn(details),
  ]);
  const once = new Map(attachments.map((attachment) => [attachment.documentId, attachment]));
  return [...once.values()].map((attachment) => ({
    ...attachment,
    state: checked.get(attachment.documentId) ?? attachment.state,
  }));
}

/**
 * Returns the attachments of these entries that the claimant may see, each with its last state, also pending and
 * refused ones. Leaves out those of `evidence-added` entries, because they may reveal other people's data. Photos of
 * visits are included.
 */
export function claimantsAttachmentsOf(events: readonly CaseEvent[]): readonly Attachment[] {
  return attachmentsOf(events.filter(({ type }) => type !== "evidence-added"));
}

/**
 * Returns when the first entry was recorded that brought an attachment whose check is still `pending`. Undefined if no
 * attachment is pending.
 */
export function unreadSince(events: readonly CaseEvent[]): string | undefined {
  return events.find((event) =>
    attachmentsOf([event, ...entriesOf(events, "attachment-checked")]).some(({ state }) => state === "pending"),
  )?.recordedAt;
}

/**
 * Returns the ids of the attachments that the claimant brought and nobody could open or read. Leaves out those that the
 * clerk attended, and those after which the claimant brought another attachment that was not refused.
 */
export function copiesWanted(events: readonly CaseEvent[]): ReadonlySet<string> {
  const checks = entriesOf(events, "attachment-checked");
  const attended = new Set(entriesOf(events, "attachment-attended").map(({ details }) => details.documentId));
  const brought = events
    .filter(({ by }) => isClaimants(by))
    .map((event) => claimantsAttachmentsOf([event, ...checks]))
    .filter((attachments) => attachments.length > 0);
  const last = brought.findLastIndex((attachments) => attachments.some(({ state }) => state !== "refused"));
  return new Set(
    brought
      .slice(Math.max(last, 0))
      .flat()
      .filter(({ state, documentId }) => (state === "refused" || state === "unreadable") && !attended.has(documentId))
      .map(({ documentId }) => documentId),
  );
}
