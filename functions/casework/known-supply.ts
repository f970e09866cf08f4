import type { CallDeps } from "./call-deps.ts";

/** Whether a supply was billed or is in the register. */
export async function isKnown(receiptReader: CallDeps["receiptReader"], supplyCode: string): Promise<boolean> {
  if ((await receiptReader.lastMonths(supplyCode, 1)).length > 0) return true;
  return (await receiptReader.registeredOf(supplyCode)) !== undefined;
}
