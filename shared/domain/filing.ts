/** Files people may send: photos and PDF. */
export const paperTypes = ["application/pdf", "image/jpeg", "image/png", "image/heic"] as const;
export type PaperType = (typeof paperTypes)[number];

/** What anybody files as such: a document, or an entry in the observation book, which is answered and is no claim (T24). */
export const documentFilingKinds = ["document", "observation"] as const;

/** What is filed at the document desk: a recourse and a queja are, and are told as what they are. */
export const filingKinds = [...documentFilingKinds, "reconsideration", "appeal", "queja"] as const;
export type FilingKind = (typeof filingKinds)[number];

/** Presented when it was sent; received once a clerk checked it, or observed or returned with a reason. */
export const filingStates = ["presented", "received", "observed", "returned"] as const;
export type FilingState = (typeof filingStates)[number];
