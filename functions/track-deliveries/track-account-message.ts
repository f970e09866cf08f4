import { log } from "../runtime/log.ts";
import type { DeliveryDeps, DeliveryOutcome } from "./delivery-deps.ts";

/**
 * Logs the delivery outcome of an account's message. If the mail was marked as spam, or its address does not exist, the
 * account is not written to about new receipts any more: nobody unsubscribes more clearly.
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
