import type { ActOnBehalf } from "../domain/act-on-behalf.ts";
import type { CalendarDay } from "../domain/calendar-day.ts";
import type { Attachment } from "../domain/claim-form.ts";
import type { Customer, Staff } from "../domain/people.ts";
import type { Write } from "../storage/dynamodb.ts";
import type { FoundAttachments } from "./find-attachments.ts";

/**
 * Something handed in before staff record it as an act. `at`: the instant it was handed in; `filedOn`: the day it counts as
 * filed; `also`: writes of the same transaction as the act.
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
  readonly by: Customer | Staff;
  readonly presented?: Presented | undefined;
  /** Attachments signed for the act. */
  readonly signed?: FoundAttachments | undefined;
}
