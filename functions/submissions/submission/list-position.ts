/** A day or an instant, and the id of what is listed at it. */
export const positionForm = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]{8,12}Z)?#[0-9a-z-]{1,60}$/;
