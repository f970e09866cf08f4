/** A day or an instant, and what stands there. */
const placeForm = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]{8,12}Z)?#[0-9a-z-]{1,60}$/;

/** A place in a list of the desk as a cursor: a position and nothing else. */
export function cursorOf(place: string): string {
  return Buffer.from(place).toString("base64url");
}

/** The place a cursor says; nothing where it says none. */
export function placeIn(cursor: string): string | undefined {
  const place = Buffer.from(cursor, "base64url").toString();
  return placeForm.test(place) ? place : undefined;
}
