import * as z from "zod";
import { countedTypes } from "../../domain/board/claim-totals.ts";
import {
  type AttendedMatter,
  attendedTotals,
  listTotals,
  plusTotals,
  type Totals,
} from "../../domain/board/office-totals.ts";
import { limaDay } from "../../domain/term/calendar-day.ts";
import { officeChannels } from "../../domain/term/office-hours.ts";
import { listPlaceOf, noOwner } from "../case/case-head.ts";

/**
 * What is counted of a change: an entry of a case, to be read; a person attended, or a claim moved on its list; or the
 * look-ups that a trail has more than before, by day.
 */
export type CountedItem =
  | { readonly claimId: string; readonly seq: number }
  | { readonly totals: Totals }
  | { readonly lookUps: Readonly<Record<string, number>> };

const text = z.object({ S: z.string() }).transform(({ S }) => S);
const channel = text.pipe(z.enum(officeChannels));
const key = z.object({ pk: text, sk: text, putBackAt: text.optional() });
const entry = z.object({
  claimId: text,
  seq: z.object({ N: z.string() }).transform(({ N }) => Number(N)),
  type: text,
});
const dayName = /^\d{4}-\d\d-\d\d$/;
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
  ownerOrder: text.optional(),
  owner: z.object({ M: z.object({ sub: text }) }).optional(),
});

/** Returns what a head adds to the totals by its place on the work lists; nothing for no head. */
function placeTotals(image: unknown): Totals {
  if (image === undefined) return {};
  const { owner, ownerOrder, ...keys } = listedHead.parse(image);
  // Only heads of earlier releases have an owner apart.
  const [sub] = ownerOrder?.split("#") ?? [];
  const place = listPlaceOf(keys, sub === noOwner ? undefined : (sub ?? owner?.M.sub));
  return place ? listTotals(place) : {};
}

/** The attribute of an item that was lost and put back from a copy of the table: it was counted when it was made. */
export const putBackAt = "putBackAt";

const trail = z.record(z.string(), z.object({ N: z.string().optional() }));

/** Returns how many look-ups a trail has of each day more than before; without the days that have as many. */
function moreLookUps(image: unknown, before: unknown): Readonly<Record<string, number>> {
  const was = trail.parse(before ?? {});
  const more = Object.entries(trail.parse(image))
    .filter(([name]) => dayName.test(name))
    .map(([day, { N }]) => [day, Number(N) - Number(was[day]?.N ?? 0)] as const);
  return Object.fromEntries(more.filter(([, count]) => count !== 0));
}

/**
 * Returns what a changed item of the claims table adds to what is counted; undefined if nothing. A case's entry of a
 * counted type gives its `claimId` and `seq`, for the caller to read. A head gives the claim's place on the work lists,
 * a trail its look-ups, less what they had before. A contact, problem or observation gives one person attended. What
 * was put back from a copy gives nothing, until it changes.
 * @param image the item after the change, in DynamoDB's JSON
 * @param before the item before the change; undefined if it is new. Only a head's and a trail's is used
 * @throws if such an item cannot be parsed
 */
export function countedItemOf(image: unknown, before?: unknown): CountedItem | undefined {
  const { pk, sk, [putBackAt]: isPutBack } = key.parse(image);
  if (isPutBack !== undefined && before === undefined) return undefined;
  if (pk.startsWith("CLAIM#") && sk === "HEAD")
    return { totals: plusTotals(placeTotals(image), placeTotals(before), -1) };
  if (pk.startsWith("CLAIM#") && sk.startsWith("E#")) {
    const { claimId, seq, type } = entry.parse(image);
    return counted.includes(type) ? { claimId, seq } : undefined;
  }
  if (pk.startsWith("T#")) return { lookUps: moreLookUps(image, before) };
  return readers.find((one) => pk.startsWith(one.pk) && sk.startsWith(one.sk))?.totalsOf(image);
}
