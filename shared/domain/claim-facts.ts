import type { ResolutionOutcome } from "./claim-events.ts";
import type { ClaimType } from "./claim-types.ts";
import type { OfficeChannel } from "./office-hours.ts";

/** Whether a term of the first instance was met; `not-owed` if the claim ended without a decision. */
export type Timeliness = "in-time" | "late" | "pending" | "not-owed";

/** How the tribunal answered an appeal. */
export const appealResults = [
  "waiting",
  "reversed",
  "confirmed",
  "sent-back",
  "conciliated",
  "inadmissible",
  "unstated",
] as const;
export type AppealResult = (typeof appealResults)[number];

/** What the figures of a month count of a claim. It is made together with the claim's row of the register. */
export interface ClaimFacts {
  readonly claimId: string;
  readonly code: string;
  readonly type: ClaimType;
  readonly channel: OfficeChannel;
  /** False if the claim was deemed not filed. */
  readonly isFiled: boolean;
  readonly resolved: Timeliness;
  readonly notified: Timeliness;
  readonly isSilent: boolean;
  readonly isHeard: boolean;
  readonly isConciliated: boolean;
  /** The decision of the first instance, once signed. */
  readonly outcome?: ResolutionOutcome | undefined;
  readonly appeal?: AppealResult | undefined;
  readonly visits: number;
  /** Visits on which nobody was in, or the inspector was not let in. */
  readonly frustrated: number;
  readonly rebilledM3: number;
  /** In céntimos. */
  readonly rebilled: number;
}
