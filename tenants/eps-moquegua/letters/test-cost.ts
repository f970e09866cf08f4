/** Who pays a meter test, for somebody who has not asked for one (digest 7.5). */
export const testCostRule = "Si marca de más, la paga la empresa. Si no, la paga quien la pidió y aceptó su costo.";

/**
 * Returns who pays a meter test that was ordered, as its letter and its notice say it.
 * @param isAccepted whether the claimant asked for the test and accepted its cost
 */
export function testCostOf(isAccepted: boolean): string {
  return isAccepted
    ? "Si el medidor marca de más, la paga la empresa. Si no, la pagas tú, como aceptaste."
    : "La paga la empresa: tú no la pediste, o no aceptaste su costo.";
}
