import * as z from "zod";
import { limaDay } from "../../shared/domain/term/calendar-day.ts";
import { documentFile, documentsOf } from "../../shared/storage/attachment/kept-files.ts";
import { type ClaimsKey, codeKeyOf, monthKeyOf, type RegisteredKind } from "../../shared/storage/case/claim-keys.ts";
import { type Parent, parentKeyOf, parentsOf } from "../../shared/storage/case/parents.ts";
import type { GivenCode } from "../../shared/storage/check/taken-codes.ts";
import type { NamedItem, NamedItems } from "../../shared/storage/named-items.ts";
import { namedByItem } from "./named-by.ts";
import { type Checked, checkNamed, nothing, orUnreadable, type RecordFault, together } from "./record-faults.ts";

/** Whether something is checked this night, by its id and the day it last changed. */
export type IsDue = (id: string, changedOn: string) => boolean;

/**
 * Checks codes that were given: that each is borne by what it was given to, and by that alone, and that this is listed
 * in its month. Of submissions, requests and entries of the book that are due, checks what they name too; claims are
 * checked by their months.
 */
export async function checkCodes(
  deps: { readonly namedItems: NamedItems },
  given: readonly GivenCode[],
  isDue: IsDue,
): Promise<Checked> {
  const item = await deps.namedItems.read(given.map(({ code }) => codeKeyOf(code)));
  const named = given.map((one) => ({ ...one, parent: parentsOf(item(codeKeyOf(one.code)) ?? {})[0] }));
  const bearer = await deps.namedItems.read(named.flatMap(({ parent }) => (parent ? parentKeyOf(parent) : [])));
  const codes = named.map(({ parent, ...one }) => ({ ...one, parent, own: parent && bearer(parentKeyOf(parent)) }));
  const listed = await deps.namedItems.read(codes.flatMap(listingOf));
  const checks = codes.map((code) =>
    orUnreadable(code.code, async (): Promise<Checked> => {
      const fault = notBorne(code) ?? (listingOf(code).every(listed) ? undefined : unlisted(code));
      const checked = fault ? { faults: [fault], files: [] } : nothing;
      const { parent, own, id } = code;
      const isOwnCheck = own && parent?.field !== "claimId" && isDue(id, changedOn(own));
      return isOwnCheck ? together([checked, await checkItem(deps, code.code, own, id)]) : checked;
    }),
  );
  return together(await Promise.all(checks));
}

/** A code that was given, what its own item names, and the item of that. */
interface BorneCode extends GivenCode {
  readonly parent: Parent | undefined;
  readonly own: NamedItem | undefined;
}

/** What is wrong with a code that is not borne by what it was given to, or not by that alone. */
function notBorne({ code, id, parent, own }: BorneCode): RecordFault | undefined {
  if (!parent) return { code, point: 1, says: `it was given to ${id}; no item bears it` };
  if (parent.id !== id) return { code, point: 2, says: `it was given to ${id} and names ${parent.id}` };
  if (!own) return { code, point: 1, says: `it names ${id}, which is missing` };
  const borne = String(own["code"] ?? own["number"]);
  return borne === code ? undefined : { code, point: 2, says: `it names ${id}, which bears ${borne}` };
}

const unlisted = ({ code, id }: BorneCode): RecordFault => ({ code, point: 13, says: `${id} is in no month's list` });

async function checkItem(deps: { readonly namedItems: NamedItems }, code: string, item: NamedItem, id: string) {
  const files = documentsOf(item).map((document) => ({ ...documentFile(document), code }));
  return together([await checkNamed(deps, code, namedByItem(item, id)), { faults: [], files }]);
}

const kinds = {
  claimId: ["CLAIM", "filedOn"],
  problemId: ["PROBLEM", "filedOn"],
  observationId: ["OBSERVATION", "enteredOn"],
} as const satisfies Partial<Record<Parent["field"], readonly [RegisteredKind, string]>>;

/** The key under which a month lists what bears a code, in a list of one; submissions are in no month's list. */
function listingOf({ parent, own }: BorneCode): readonly ClaimsKey[] {
  if (!parent || !own || parent.field === "submissionId") return [];
  const [kind, day] = kinds[parent.field];
  return [monthKeyOf(String(own["office"]), String(own[day]), kind, parent.id)];
}

const dated = z.object({
  presentedAt: z.string().optional(),
  filedAt: z.string().optional(),
  enteredAt: z.string().optional(),
  answer: z.object({ at: z.string().optional() }).optional().catch(undefined),
  entries: z.array(z.object({ at: z.string() })).default([]),
});

/** The day in Lima on which something was last done about an item. */
function changedOn(item: NamedItem): string {
  const { presentedAt = "", filedAt = "", enteredAt = "", answer, entries } = dated.parse(item);
  const [last = ""] = [presentedAt, filedAt, enteredAt, answer?.at ?? "", ...entries.map(({ at }) => at)]
    .sort()
    .reverse();
  return limaDay(last);
}
