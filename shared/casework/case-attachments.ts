import { type CaseEvent, entriesOf } from "../domain/case-events.ts";
import type { Attachment } from "../domain/claim-form.ts";

/** Papers that confirmed an act staff wrote down, or what was agreed. */
function signedAttachmentsIn(details: CaseEvent["details"]): readonly Attachment[] {
  const taken = "taken" in details ? details.taken?.confirmed : undefined;
  const confirmed = "confirmed" in details ? details.confirmed : taken;
  return confirmed?.by === "signature" || confirmed?.by === "paper" ? confirmed.attachments : [];
}

/** Every attachment that came in with an entry, each once, with what its check found since. */
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

/** The attachments its claimant may open: what the company adds to prove its own may tell of other people. */
export function claimantsAttachmentsOf(events: readonly CaseEvent[]): readonly Attachment[] {
  return attachmentsOf(events.filter(({ type }) => type !== "evidence-added"));
}

/** Since when the oldest file that nobody checked yet waits; the entry that brought it says when. */
export function unreadSince(events: readonly CaseEvent[]): string | undefined {
  return events.find((event) =>
    attachmentsOf([event, ...entriesOf(events, "attachment-checked")]).some(({ state }) => state === "pending"),
  )?.recordedAt;
}
