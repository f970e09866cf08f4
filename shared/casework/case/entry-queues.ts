import type { CaseEventType } from "../../domain/case/case-events.ts";

/** The queues that workers of cases take from. */
export const caseQueues = ["inspections", "notices", "documents"] as const;
export type CaseQueue = (typeof caseQueues)[number];

/** A message of these queues. It only names the entry: its worker reads the case again. */
export interface CaseMessage {
  readonly claimId: string;
  readonly seq: number;
}

/** The queues each type of entry is published to; a type that is missing is published to none. */
const queuesByType: Partial<Readonly<Record<CaseEventType, readonly CaseQueue[]>>> = {
  "claim-filed": ["inspections", "notices", "documents"],
  "claim-extended": ["documents"],
  "contact-confirmed": ["documents"],
  "standing-proved": ["documents"],
  "defect-observed": ["notices", "documents"],
  "notice-dispatched": ["notices"],
  reclassified: ["inspections", "notices", "documents"],
  "inspection-reported": ["inspections", "notices", "documents"],
  "late-inspection": ["inspections"],
  "attachment-checked": ["inspections"],
  "inspection-assigned": ["notices"],
  "visit-moved": ["inspections", "notices", "documents"],
  "taken-as-problem": ["notices", "documents"],
  "leak-repair-required": ["notices", "documents"],
  "leak-verified": ["notices"],
  "meter-test-ordered": ["notices", "documents"],
  "meter-test-reported": ["notices", "documents"],
  "hearing-moved": ["notices", "documents"],
  "hearing-mode-chosen": ["notices", "documents"],
  "hearing-link-set": ["notices", "documents"],
  "hearing-reminded": ["notices"],
  "act-reminded": ["notices"],
  "appointments-given": ["inspections", "notices", "documents"],
  "owner-changed": ["notices"],
  "claims-joined": ["notices"],
  "conciliation-held": ["notices", "documents"],
  "offer-made": ["notices"],
  "offer-answered": ["notices", "documents"],
  "withdrawal-requested": ["notices", "documents"],
  "withdrawal-undone": ["notices"],
  "notice-consent": ["notices", "documents"],
  "confirmation-asked": ["notices"],
  "contact-code-asked": ["notices"],
  "contact-changed": ["notices"],
  "key-replaced": ["notices"],
  "resolution-dispatched": ["notices"],
  "resolution-notified": ["documents"],
  "delivery-attempted": ["documents"],
  "control-recorded": ["documents"],
  "reconsideration-filed": ["documents", "notices"],
  "new-evidence-asked": ["notices", "documents"],
  "appeal-filed": ["documents", "notices"],
  "silence-certified": ["notices"],
  "document-signed": ["notices"],
  "file-elevated": ["notices", "documents"],
  "tribunal-decided": ["notices"],
  "queja-filed": ["documents", "notices"],
  "queja-forwarded": ["notices"],
  "queja-answered": ["notices"],
  rectified: ["notices"],
  "recourse-reclassified": ["notices"],
  "withdrawal-accepted": ["notices"],
  executed: ["notices", "documents"],
  "lapse-notified": ["notices", "documents"],
  "dates-moved": ["notices"],
  "attachment-missing": ["notices"],
  "copy-asked": ["notices"],
};

/**
 * Returns the queues an entry of this type is published to, empty if there is none. A queue may get the same entry
 * twice.
 */
export function queuesOf(type: CaseEventType): readonly CaseQueue[] {
  return queuesByType[type] ?? [];
}

/** The entry types that are written to the outbox, from which they are published. */
export const publishedTypes: ReadonlySet<CaseEventType> = new Set(
  // biome-ignore lint/nursery/noUnsafeTypeAssertion: the keys of a record of exactly that type
  Object.keys(queuesByType) as CaseEventType[],
);
