import * as z from "zod";
import { limaDay } from "../domain/calendar-day.ts";
import { countedTypes } from "../domain/claim-totals.ts";
import { officeChannels } from "../domain/office-hours.ts";
import { type AttendedMatter, attendedTotals, listTotals, plusTotals, type Totals } from "../domain/office-totals.ts";
import { listPlaceOf } from "./case-head.ts";

/** What the totals count of a change: an entry of a case, to be read, a person attended, or a claim moved on its list. */
export type CountedItem = { readonly claimId: string; readonly seq: number } | { readonly totals: Totals };

const text = z.object({ S: z.string() }).transform(({ S }) => S);
const channel = text.pipe(z.enum(officeChannels));
const key = z.object({ pk: text, sk: text });
const entry = z.object({
  claimId: text,
  seq: z.object({ N: z.string() }).transform(({ N }) => Number(N)),
  type: text,
});
const counted = countedTypes.map(String);

/** A reader of a person attended: `day` is the attribute that bears the day, or the instant `at`, which lies in one. */
const attended = (matter: AttendedMatter, day: "at" | "filedOn" | "enteredOn") => (image: unknown) => {
  const by = z.object({ channel }).parse(image).channel;
  const on = z.object({ [day]: text }).parse(image)[day] ?? "";
  return { totals: attendedTotals(matter, by, day === "at" ? limaDay(on) : on) };
};

/** How each kind of counted item is read, by the beginnings of its keys. */
const readers = [
  { pk: "ATTENTIONS#", sk: "A#", totalsOf: attended("contact", "at") },
  { pk: "PROBLEM#", sk: "PROBLEM", totalsOf: attended("problem", "filedOn") },
  { pk: "OBSERVATION#", sk: "OBSERVATION", totalsOf: attended("observation", "enteredOn") },
] as const;

const listedHead = z.object({
  queueKey: text,
  queueOrder: text,
  owner: z.object({ M: z.object({ sub: text }) }).optional(),
});

/** Returns what a head adds to the totals by its place on the work lists; nothing for no head. */
function placeTotals(image: unknown): Totals {
  if (image === undefined) return {};
  const { owner, ...keys } = listedHead.parse(image);
  const place = listPlaceOf(keys, owner?.M.sub);
  return place ? listTotals(place) : {};
}

/**
 * Returns what a changed item of the claims table adds to the totals; undefined if nothing. A case's entry of a counted
 * type gives its `claimId` and `seq`, for the caller to read. A head gives the claim's place on the work lists, less
 * its place before. A contact, problem or observation gives one person attended. Throws if such an item cannot be
 * parsed.
 * @param image the item after the change, in DynamoDB's JSON
 * @param before the item before the change; undefined if it is new. Only a head's is used
 */
export function countedItemOf(image: unknown, before?: unknown): CountedItem | undefined {
  const { pk, sk } = key.parse(image);
  if (pk.startsWith("CLAIM#") && sk === "HEAD")
    return { totals: plusTotals(placeTotals(image), placeTotals(before), -1) };
  if (pk.startsWith("CLAIM#") && sk.startsWith("E#")) {
    const { claimId, seq, type } = entry.parse(image);
    return counted.includes(type) ? { claimId, seq } : undefined;
  }
  return readers.find((one) => pk.startsWith(one.pk) && sk.startsWith(one.sk))?.totalsOf(image);
}
