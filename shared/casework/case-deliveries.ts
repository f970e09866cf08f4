import type { CaseEventType } from "../domain/case-events.ts";

/** The queues that workers of cases take from. */
export const caseQueues = ["inspections", "notices", "documents"] as const;
export type CaseQueue = (typeof caseQueues)[number];

/** A message of these queues: it names the entry, and its worker reads the truth again. */
export interface CaseMessage {
  readonly claimId: string;
  readonly seq: number;
}

/** Who must learn of an entry. What is not named tells nobody. */
const deliveries: Partial<Readonly<Record<CaseEventType, readonly CaseQueue[]>>> = {
  "claim-filed": ["inspections", "notices", "documents"],
  "claim-extended": ["documents"],
  "defect-observed": ["notices"],
  "notice-dispatched": ["notices"],
  reclassified: ["inspections", "notices"],
  "inspection-reported": ["inspections"],
  "inspection-assigned": ["notices"],
  "taken-as-problem": ["notices"],
  "leak-repair-required": ["notices"],
  "leak-verified": ["notices"],
  "meter-test-ordered": ["notices"],
  "meter-test-reported": ["notices"],
  "hearing-moved": ["notices"],
  "conciliation-held": ["notices"],
  "offer-made": ["notices"],
  "confirmation-asked": ["notices"],
  "resolution-dispatched": ["notices"],
  "reconsideration-filed": ["documents", "notices"],
  "appeal-filed": ["documents", "notices"],
  "silence-certified": ["notices"],
  "file-elevated": ["notices"],
  "tribunal-decided": ["notices"],
  "queja-filed": ["documents", "notices"],
  "queja-forwarded": ["notices"],
  "queja-answered": ["notices"],
  rectified: ["notices"],
  "recourse-reclassified": ["notices"],
  "withdrawal-accepted": ["notices"],
  executed: ["notices"],
  "lapse-told": ["notices"],
  "dates-moved": ["notices"],
};

/** The queues that must learn of an entry, each once in effect. */
export function queuesOf(type: CaseEventType): readonly CaseQueue[] {
  return deliveries[type] ?? [];
}

/** Entry types that leave by the outbox. */
export const toldTypes: ReadonlySet<CaseEventType> = new Set(
  // biome-ignore lint/nursery/noUnsafeTypeAssertion: the keys of a record of exactly that type
  Object.keys(deliveries) as CaseEventType[],
);
