/** Months of receipts that may be claimed: more than any term has, because a late claim is taken and marked late. */
export const monthsClaimed = 24;
