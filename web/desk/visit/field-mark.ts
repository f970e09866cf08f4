/** The storage key that says that the phone has visits of the day. */
export const fieldMark = "caudal.field";

/**
 * Returns whether this phone keeps visits or deliveries that are still to be done or sent. Nobody needs to be signed
 * in.
 */
export const hasVisits = (): boolean => fieldMark in localStorage;
