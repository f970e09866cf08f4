import { log } from "../runtime/log.ts";
import type { DeliveryDeps, DeliveryOutcome } from "./delivery-deps.ts";

/**
 * Logs the delivery outcome of a message to an account (`account-message`). If the message bounced for good or was
 * marked as spam, the account is not written to about new receipts any more.
 */
export async function trackAccountMessage(
  { receiptNews }: DeliveryDeps,
  sub: string,
  { messageId, became, reason }: DeliveryOutcome,
): Promise<void> {
  const stops = became === "complained" || (became === "bounced" && reason === "permanent");
  if (stops) await receiptNews.stop(sub);
  log("info", "account-message", { message: messageId, became, stops });
}
