import { readCursor } from "../runtime/cursor.ts";

/** A day or an instant, and the id of what is listed at it. */
const positionForm = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]{8,12}Z)?#[0-9a-z-]{1,60}$/;

/** Returns the position of a cursor; undefined if it is malformed. */
export function positionIn(cursor: string): string | undefined {
  const position = readCursor(cursor);
  return positionForm.test(position) ? position : undefined;
}
