import { type Answer, refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/case/result.ts";

/** The position of what has an id of ours: the id. */
export const idForm = /^[0-9a-z]{1,60}$/;

/** The position of what one request left in a log: its instant and the request's id. */
export const requestForm = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z#[\w=-]{1,80}$/;

/** Returns the cursor of a position in a list. */
export function cursorOf(position: string): string {
  return Buffer.from(position).toString("base64url");
}

/** Returns the cursor of the page after this one; none if this one has fewer than `limit` rows and so is the last. */
export function cursorAfter<Row>(
  rows: readonly Row[],
  limit: number,
  positionOf: (last: Row) => string,
): { readonly cursor?: string } {
  const last = rows.at(-1);
  return last !== undefined && rows.length === limit ? { cursor: cursorOf(positionOf(last)) } : {};
}

/** Returns the position in a cursor. Anybody may have written it, so the caller must check the form of the position. */
export function readCursor(cursor: string): string {
  return Buffer.from(cursor, "base64url").toString();
}

/** Returns the position in a request's cursor, if it has one. Refuses `malformed-cursor` if it is not of the form. */
export function positionIn(cursor: string | undefined, form: RegExp): Answer<string | undefined, "malformed-cursor"> {
  const position = cursor === undefined ? undefined : readCursor(cursor);
  return position === undefined || form.test(position) ? ok(position) : refused("malformed-cursor");
}
