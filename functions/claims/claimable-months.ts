/**
 * Billed months whose receipts may be claimed: more than any term to claim has, since a late claim is filed too, marked
 * late.
 */
export const monthsClaimed = 24;
