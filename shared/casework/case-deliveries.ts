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
  "defect-observed": ["notices"],
  "inspection-reported": ["inspections"],
  "inspection-assigned": ["notices"],
  "hearing-moved": ["notices"],
  "conciliation-held": ["notices"],
  "offer-made": ["notices"],
  "resolution-dispatched": ["notices"],
  "reconsideration-filed": ["documents", "notices"],
  "appeal-filed": ["documents", "notices"],
  "file-elevated": ["notices"],
  "tribunal-decided": ["notices"],
  "withdrawal-accepted": ["notices"],
  executed: ["notices"],
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
