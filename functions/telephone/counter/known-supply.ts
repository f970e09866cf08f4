import type { CallDeps } from "../call-deps.ts";

/** Returns whether a supply was ever billed or is in the register. */
export async function isKnown(receiptReader: CallDeps["receiptReader"], supplyCode: string): Promise<boolean> {
  if ((await receiptReader.lastMonths(supplyCode, 1)).length > 0) return true;
  return (await receiptReader.registeredOf(supplyCode)) !== undefined;
}
