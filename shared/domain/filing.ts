/** Files people may send: photos and PDF. */
export const paperTypes = ["application/pdf", "image/jpeg", "image/png", "image/heic"] as const;

/** What is filed at the document desk: a recourse is one, and is told as what it is. */
export const filingKinds = ["document", "reconsideration", "appeal"] as const;
export type FilingKind = (typeof filingKinds)[number];

/** Presented when it was sent; received once a clerk checked it, or observed or returned with a reason. */
export const filingStates = ["presented", "received", "observed", "returned"] as const;
export type FilingState = (typeof filingStates)[number];
