/** Months whose receipts may be claimed: more than any term to claim has, for a late claim is taken and told. */
export const monthsClaimed = 24;
