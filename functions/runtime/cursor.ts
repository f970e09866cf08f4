/** Returns the cursor of a position in a list. */
export function cursorOf(position: string): string {
  return Buffer.from(position).toString("base64url");
}

/** Returns the position in a cursor. Anybody may have written it, so the caller must check the form of the position. */
export function readCursor(cursor: string): string {
  return Buffer.from(cursor, "base64url").toString();
}
