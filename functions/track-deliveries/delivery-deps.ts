import type * as z from "zod";
import type { CaseDeps } from "../../shared/casework/case/record.ts";
import type { deliveryOutcome } from "../../shared/contract/delivery/delivery-outcomes.ts";
import type { Transacted, Write } from "../../shared/storage/dynamodb.ts";
import type { ReceiptNewsConsents } from "../../shared/storage/notice/receipt-news.ts";
import type { Submissions } from "../../shared/storage/submission/submissions.ts";

export interface DeliveryDeps extends CaseDeps {
  readonly submissions: Pick<Submissions, "find" | "step" | "returnMail">;
  readonly receiptNews: Pick<ReceiptNewsConsents, "stop">;
  readonly transact: (writes: readonly Write[]) => Promise<Transacted>;
  readonly now: () => string;
}

export type DeliveryOutcome = z.output<typeof deliveryOutcome>;
