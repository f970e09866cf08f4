import type { ActOnBehalf } from "../../domain/counter/act-on-behalf.ts";
import type { Attachment } from "../../domain/filing/claim-form.ts";
import type { CalendarDay } from "../../domain/term/calendar-day.ts";
import type { Customer, Guest, Staff } from "../../domain/work/people.ts";
import type { Write } from "../../storage/dynamodb.ts";
import type { FoundAttachments } from "../attachment/find-attachments.ts";

/**
 * What a claimant handed in before staff record it as an act. `at` is the instant of handing in, `filedOn` the legal
 * day of its filing. The transaction that records the act also makes the writes in `also`.
 */
export interface Presented {
  readonly at: string;
  readonly filedOn: CalendarDay;
  /** The submission, if it was handed in at the document desk. */
  readonly submission?: { readonly submissionId: string; readonly submissionNumber: string } | undefined;
  readonly attachments: readonly Attachment[];
  readonly also: readonly Write[];
}

/** Who records an act: the claimant, or staff, who say how the claimant came and how they confirmed. */
export interface ActWriter extends ActOnBehalf {
  readonly by: Customer | Guest | Staff;
  readonly presented?: Presented | undefined;
  /** Scans of the paper that the claimant signed to confirm the act. */
  readonly signed?: FoundAttachments | undefined;
}
