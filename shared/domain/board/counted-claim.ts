import type { ResolutionOutcome } from "../case/claim-events.ts";
import type { ClaimType } from "../case/claim-types.ts";
import type { OfficeChannel } from "../term/office-hours.ts";

/** How a term of the first instance ended; `not-owed` if the claim ended without a decision. */
export type Timeliness = "in-time" | "late" | "pending" | "not-owed";

/** Results of an appeal at the tribunal. */
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

/** A claim as the figures of a month count it; computed together with its row of the register. */
export interface CountedClaim {
  readonly claimId: string;
  readonly code: string;
  readonly type: ClaimType;
  readonly channel: OfficeChannel;
  /** False once the claim was deemed not filed. */
  readonly isFiled: boolean;
  readonly resolved: Timeliness;
  readonly notified: Timeliness;
  readonly isSilent: boolean;
  readonly isHeard: boolean;
  readonly isConciliated: boolean;
  /** What the first instance decided, once signed. */
  readonly outcome?: ResolutionOutcome | undefined;
  readonly appeal?: AppealResult | undefined;
  readonly visits: number;
  /** Visits where nobody was in, or the inspector was not let in. */
  readonly frustrated: number;
  readonly rebilledM3: number;
  /** In céntimos. */
  readonly rebilled: number;
}
