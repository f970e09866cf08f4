/**
 * Billed months whose receipts may be claimed, by web, by telephone or added later: more than any term to claim has,
 * since a late claim is filed too, marked late. One claim has no more months than these.
 */
export const claimableMonths = 24;
