import { attachmentIn } from "../../shared/storage/attachment/kept-files.ts";
import type { KeptFile } from "../../shared/storage/attachment/kept-objects.ts";
import type { ClaimsKey } from "../../shared/storage/case/claim-keys.ts";
import type { NamedItems } from "../../shared/storage/named-items.ts";

/** The points that are checked here; decision 0067 says what each is, and who checks the others. */
type Point = 1 | 2 | 3 | 6 | 12 | 13;

/**
 * What is wrong of what bears a code; an attachment and a claim without one are named by their id. `says` names ids,
 * entries and sizes, and nothing of a person.
 */
export interface RecordFault {
  readonly code: string;
  readonly point: Point;
  readonly says: string;
}

/** A file of what bears a code, of which the object is still to be looked at. */
export type FileOfCode = KeptFile & { readonly code: string };

/** What was found wrong, and the files whose objects are still to be looked at. */
export interface Checked {
  readonly faults: readonly RecordFault[];
  readonly files: readonly FileOfCode[];
}

/** An item that is named: `says` what is wrong without it, or if its field `claimId` is another than is stated here. */
export interface Named {
  readonly key: ClaimsKey;
  readonly point: Point;
  readonly says: string;
  readonly claimId?: string;
}

/** Returns what is wrong with the items that a thing names, and the files that its attachments say are kept. */
export async function checkNamed(
  { namedItems }: { readonly namedItems: NamedItems },
  code: string,
  named: readonly Named[],
): Promise<Checked> {
  const item = await namedItems.read(named.map(({ key }) => key));
  return {
    faults: named.flatMap(({ key, point, says, claimId }) => {
      const found = item(key);
      return found && (claimId === undefined || found["claimId"] === claimId) ? [] : [{ code, point, says }];
    }),
    files: named.flatMap(({ key }) => attachmentIn(item(key) ?? {})).map((file) => ({ ...file, code })),
  };
}

export const nothing: Checked = { faults: [], files: [] };

export const together = (all: readonly Checked[]): Checked => ({
  faults: all.flatMap(({ faults }) => faults),
  files: all.flatMap(({ files }) => files),
});

/** The errors by which what is stored says that it cannot be read; any other is of the store, which is asked again. */
const unreadable = ["ZodError", "$ZodError", "SyntaxError", "RangeError", "TypeError"];

/** Returns what `check` does, or one fault if something stored cannot be read. Throws what the store throws. */
export async function orUnreadable<Found>(code: string, check: () => Promise<Found>): Promise<Found | Checked> {
  try {
    return await check();
  } catch (failure) {
    if (!(failure instanceof Error) || !unreadable.includes(failure.name)) throw failure;
    return { faults: [{ code, point: 3, says: `what is stored of it cannot be read: ${failure.name}` }], files: [] };
  }
}
