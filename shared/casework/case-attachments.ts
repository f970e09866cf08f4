import { type CaseEvent, entriesOf } from "../domain/case-events.ts";
import type { Attachment } from "../domain/claim-form.ts";

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
