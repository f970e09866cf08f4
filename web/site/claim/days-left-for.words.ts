import type { ClaimView } from "../../words/claim.ts";

/**
 * Returns how many working days a claimant has left for an act that is awaited of them; undefined if none is, or it has
 * no term.
 */
export function daysLeftFor(
  act: ClaimView["awaits"][number]["act"],
  { awaits }: Pick<ClaimView, "awaits">,
): number | undefined {
  return awaits.find((one) => one.act === act)?.daysLeft;
}
