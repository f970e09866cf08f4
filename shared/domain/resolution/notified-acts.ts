import type { NoticeChannel } from "../case/claim-events.ts";
import type { Attachment } from "../filing/claim-form.ts";
import type { Capture } from "../visit/inspection.ts";

/** How a notified decision reached the claimant. */
export interface DeliveryDetails {
  readonly noticeId: string;
  readonly how: "acknowledged" | "delivered" | "refused" | "left-under-door" | "tacit-notification";
  readonly receiver?: Receiver | undefined;
  /** When it was handed over, if that was outside the hours of notification: it takes effect later. */
  readonly deliveredAt?: string | undefined;
  /** The instant of the report on the device that made it, as the device corrected it by the server's clock. */
  readonly deviceTime?: string | undefined;
  /** The same instant by the device's own clock: one that was wrong is seen, and counts for nothing. */
  readonly deviceClockAt?: string | undefined;
  /** What the premises look like from outside: shows that somebody went there. */
  readonly premises?: string | undefined;
  readonly photos: readonly Attachment[];
  /** When and where the device took each photo, as it says itself. */
  readonly captures?: readonly Capture[] | undefined;
}

/** The person who received a delivery at an address: the claimant, or somebody else who was there. */
export interface Receiver {
  readonly name: string;
  readonly document?: string | undefined;
  readonly relation: string;
}

/** Acts served beside the resolution. Each takes effect when it is notified; a hearing is only notified again. */
export const notifiedActs = ["observation", "leak-repair", "meter-test", "hearing", "new-evidence"] as const;
export type NotifiedAct = (typeof notifiedActs)[number];

/** Why a notice was not delivered: no such address; every try failed; the provider did not send it; unknown. */
export const bounceReasons = ["permanent", "passing", "refused", "unknown"] as const;
export type BounceReason = (typeof bounceReasons)[number];

/** What proves that a notice took effect (digest 5.6). */
export type NoticeProof =
  | "notified-in-person"
  | "notified-by-telephone"
  | "acknowledged"
  | "delivered"
  | "tacit-notification";

/** Channels by which a claimant is notified only if they agreed to it. */
export type ConsentedChannel = Exclude<NoticeChannel, "personal">;
