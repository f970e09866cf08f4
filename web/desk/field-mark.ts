/** The storage key that says that the phone has visits of the day. */
export const fieldMark = "caudal.field";

/** Whether this phone has visits of the day: nobody needs to be signed in for that. */
export const hasVisits = (): boolean => fieldMark in localStorage;
