import { useEffect, useState } from "preact/hooks";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { apiNow, apiToday, assumeClockAhead, clockAhead, knowsApiTime } from "../../api-clock.ts";
import { type Outcome, transportProblem } from "../../client.ts";
import { dayInLima } from "../../words/format.ts";
import { claimsOf, session } from "../api.ts";
import { fieldMark } from "./field-mark.ts";
import { inStore } from "./field-store.ts";

/** A visit that an inspector has to make or has made, as the API gives it. */
export type Visit = AnswerOf<Routes["listInspections"]>["inspections"][number];
/** A resolution to be handed over by hand, as the API gives it; `noticeId` names it. */
export type Delivery = AnswerOf<Routes["listDeliveries"]>["deliveries"][number];

/** The visit of an atypical reading, as the API gives it; `readingId` names it. */
export type ReadingVisit = NonNullable<AnswerOf<Routes["listInspections"]>["readingVisits"]>[number];

/** What the phone keeps of an inspector's day, so that it can be worked without signal. */
export interface KeptDay {
  /** Whose day it is: the subject of their token. */
  readonly by: string;
  /** The day, `YYYY-MM-DD`, by the API's clock. */
  readonly day: string;
  /** When the API gave the visits, in milliseconds since 1970 by its clock. */
  readonly keptAt: number;
  /** By how many milliseconds the API's clock was ahead of the phone's then. */
  readonly ahead: number;
  /** The visits of the day whose acta the server does not have. */
  readonly visits: readonly Visit[];
  /** How many actas of the day the server has. */
  readonly received: number;
  /** Visits of an earlier day whose acta the server does not have. */
  readonly earlier: readonly Visit[];
  /**
   * The deliveries still to be done, and those that the API no longer lists whose record is in the phone. Absent in a
   * day that was kept before deliveries were.
   */
  readonly deliveries?: readonly Delivery[];
  /** The visits of readings still to be made, and those that the API no longer lists whose record is in the phone. */
  readonly readingVisits?: readonly ReadingVisit[] | undefined;
  /** The deliveries of the day that the server has and that count only from a later day on, by the claim's code. */
  readonly early?: readonly { readonly code: string; readonly countsFrom: string }[] | undefined;
}

/** The beginning of the storage keys of actas: typed so far, and waiting in the outbox. */
export const reportPrefix = "caudal.report.";

const key = "day";

/** How many visits and deliveries of the day are still to be done or sent. */
const toDoIn = ({ visits, deliveries = [], readingVisits = [] }: KeptDay): number =>
  visits.length + deliveries.length + readingVisits.length;
const listeners = new Set<() => void>();

async function write(day: KeptDay | undefined): Promise<void> {
  await inStore("day", "readwrite", (store) => store.put(day, key));
  if (day && day.earlier.length + toDoIn(day) > 0) mark();
  else localStorage.removeItem(fieldMark);
  for (const listener of listeners) listener();
}

function mark(): void {
  try {
    localStorage.setItem(fieldMark, "1");
  } catch {
    // A full storage: the mark only shows the way to the visits, which are kept and found without it.
  }
}

/**
 * Returns the id of who is signed in, the subject of the access token. Returns the problem if there is no token:
 * `signed-out` if nobody is signed in. A token without a readable subject is nobody's: `signed-out` too.
 */
export async function askSubject(): Promise<Outcome<string>> {
  const token = await session.token();
  if (!token.ok) return token;
  const { sub } = claimsOf(token.value);
  return typeof sub === "string" && sub !== "" ? { ok: true, value: sub } : transportProblem("signed-out");
}

/**
 * Returns the day's work that the phone keeps. Undefined if it keeps none or its storage cannot be read. Sets the clock
 * too: until the API answers, the API's clock is taken to be as far ahead of the phone's as when the day was kept.
 */
export async function keptDay(): Promise<KeptDay | undefined> {
  const day = await inStore<KeptDay | undefined>("day", "readonly", (store) => store.get(key)).catch(() => undefined);
  if (day) assumeClockAhead(day.ahead);
  return day;
}

/** Returns whether a report of this visit or delivery is in the phone, typed or waiting to be sent. */
export const isBegunAt = (id: string): boolean =>
  Object.keys(localStorage).some((name) => name.startsWith(reportPrefix) && name.endsWith(id));
const isBegun = ({ inspectionId }: Visit): boolean => isBegunAt(inspectionId);
const isDeliveryBegun = ({ noticeId }: Delivery): boolean => isBegunAt(noticeId);
const isReadingBegun = ({ readingId }: ReadingVisit): boolean => isBegunAt(readingId);

/** What the API gives of a day. */
export interface DayGiven {
  readonly visits: readonly Visit[];
  readonly deliveries: readonly Delivery[];
  readonly readingVisits: readonly ReadingVisit[];
  /** Visits of earlier days that have no acta. */
  readonly missed: readonly Visit[];
}

/**
 * Keeps an inspector's visits and deliveries of today in the phone, in place of the day kept before. Visits already
 * reported are only counted; those that were missed are kept too. Of the day kept before, what is not in the new lists
 * stays if a report of it was begun. Does nothing if `day` is not today. Rejects if the phone is full: the day kept
 * before then stays.
 */
export async function keepDay(by: string, day: string, given: DayGiven): Promise<void> {
  const { visits, deliveries, readingVisits, missed } = given;
  if (day !== apiToday()) return;
  const kept = await keptDay();
  // What another person left begun is theirs: their reports wait for them, and their houses are nobody else's to see.
  const before = kept?.by === by ? kept : undefined;
  const open = visits.filter(({ reported }) => !reported);
  const isNew = ({ inspectionId }: Visit) => ![...visits, ...missed].some((one) => one.inspectionId === inspectionId);
  const begun = [...(before?.visits ?? []), ...(before?.earlier ?? [])].filter(isNew).filter(isBegun);
  const earlier = [...begun, ...missed];
  const isGone = ({ noticeId }: Delivery) => !deliveries.some((one) => one.noticeId === noticeId);
  const openReadings = readingVisits.filter(({ reported }) => !reported);
  const isLeft = ({ readingId }: ReadingVisit) => !readingVisits.some((one) => one.readingId === readingId);
  await write({
    by,
    day,
    keptAt: apiNow(),
    ahead: clockAhead(),
    visits: open,
    received: visits.length - open.length + readingVisits.length - openReadings.length,
    earlier,
    early: before?.day === day ? before.early : undefined,
    deliveries: [...deliveries, ...(before?.deliveries ?? []).filter(isGone).filter(isDeliveryBegun)],
    readingVisits: [...openReadings, ...(before?.readingVisits ?? []).filter(isLeft).filter(isReadingBegun)],
  });
}

/**
 * Takes a visit or delivery out of the kept day. If the server has its report (`isReceived`), a visit of the day is
 * then counted as received, and a delivery that `countsFrom` a later day is kept by its code. If its report was
 * discarded, only a visit of an earlier day is taken out: a visit of the day, or a delivery, still has to be done and
 * stays. Does nothing if no day is kept.
 */
export async function dropVisit(inspectionId: string, isReceived: boolean, countsFrom?: string): Promise<void> {
  const day = await keptDay();
  if (!day) return;
  const isOther = (visit: Visit) => visit.inspectionId !== inspectionId;
  const visits = isReceived ? day.visits.filter(isOther) : day.visits;
  const before = day.readingVisits ?? [];
  const readingVisits = before.filter(({ readingId }) => !isReceived || readingId !== inspectionId);
  const received = day.received + day.visits.length - visits.length + before.length - readingVisits.length;
  const deliveries = (day.deliveries ?? []).filter(({ noticeId }) => !isReceived || noticeId !== inspectionId);
  const code = deliveryIn(day, inspectionId)?.code;
  const early = code && countsFrom ? [...(day.early ?? []), { code, countsFrom }] : day.early;
  await write({ ...day, visits, received, earlier: day.earlier.filter(isOther), deliveries, readingVisits, early });
}

/**
 * Erases the kept day from the phone, but for the visits and deliveries with a report in the phone, typed or waiting.
 * Rejects if the storage fails.
 */
export async function forgetDay(): Promise<void> {
  const day = await keptDay();
  const earlier = day ? [...day.visits, ...day.earlier].filter(isBegun) : [];
  const deliveries = (day?.deliveries ?? []).filter(isDeliveryBegun);
  const readingVisits = (day?.readingVisits ?? []).filter(isReadingBegun);
  const left = { visits: [], earlier, deliveries, readingVisits };
  const isLeft = earlier.length + deliveries.length + readingVisits.length > 0;
  await write(day && isLeft ? { ...day, ...left, received: 0, early: undefined } : undefined);
}

/**
 * Erases the kept day, as `forgetDay` does, if today is a later day by the API's clock. If the API has not answered
 * since the page was loaded, the phone's clock may be wrong by a day: the kept day is then erased only from the second
 * day after it. Does nothing if no visit or delivery of the day is left.
 */
export async function forgetPastDay(): Promise<void> {
  const day = await keptDay();
  if (!day || toDoIn(day) === 0) return;
  const today = knowsApiTime() ? apiToday() : dayInLima(apiNow() - 24 * 3_600_000);
  if (day.day < today) await forgetDay();
}

/**
 * Returns the day's work that the phone keeps, unless it is known to be another person's than who is signed in, and
 * renders anew when it changes. Undefined until it was read, null if there is none.
 */
export function useKeptDay(): KeptDay | null | undefined {
  const [day, setDay] = useState<KeptDay | null>();
  useEffect(() => {
    const look = async () => {
      const found = await keptDay();
      // At once: a weak network may take long to say who is signed in, and pages wait for that where it answers.
      setDay(found ?? null);
      const by = await askSubject();
      if (by.ok && by.value !== found?.by) setDay(null);
    };
    listeners.add(look);
    look();
    return () => {
      listeners.delete(look);
    };
  }, []);
  return day;
}

/** Returns the visit with this id from a kept day, of the day or of an earlier one. Undefined if it is not there. */
export function visitIn(day: KeptDay | null | undefined, inspectionId: string): Visit | undefined {
  return day ? [...day.visits, ...day.earlier].find((visit) => visit.inspectionId === inspectionId) : undefined;
}

/** Returns the delivery of this notice from a kept day. Undefined if it is not there. */
export function deliveryIn(day: KeptDay | null | undefined, noticeId: string): Delivery | undefined {
  return day?.deliveries?.find((delivery) => delivery.noticeId === noticeId);
}

/** Returns the visit of this reading from a kept day. Undefined if it is not there. */
export function readingVisitIn(day: KeptDay | null | undefined, readingId: string): ReadingVisit | undefined {
  return day?.readingVisits?.find((visit) => visit.readingId === readingId);
}
