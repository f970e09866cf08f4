/** A day or an instant, and the id of what is listed at it. */
const positionForm = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]{8,12}Z)?#[0-9a-z-]{1,60}$/;

/** Returns the cursor of a position in a list of the document desk. */
export function cursorOf(position: string): string {
  return Buffer.from(position).toString("base64url");
}

/** Returns the position of a cursor; undefined if it is malformed. */
export function positionIn(cursor: string): string | undefined {
  const position = Buffer.from(cursor, "base64url").toString();
  return positionForm.test(position) ? position : undefined;
}
