import { apiToday } from "../../api-clock.ts";
import type { Outcome } from "../../client.ts";
import { api } from "../api.ts";
import { askSubject, type Delivery, keepDay, type ReadingVisit, type Visit } from "./kept-day.ts";

/** What the API gives of a day. */
export interface AskedDay {
  readonly visits: readonly Visit[];
  readonly readingVisits: readonly ReadingVisit[];
  /** Visits of earlier days that have no acta; only today has some. */
  readonly missed: readonly Visit[];
  /** What is to be handed over; undefined on another day than today. */
  readonly deliveries: readonly Delivery[] | undefined;
  readonly moreDeliveries: boolean;
  /** Of a day without visits: the next one that has some, if one of the two weeks after it has. */
  readonly next: string | undefined;
  /** Whether the phone refused to keep them, because it is full. */
  readonly isFull: boolean;
}

/**
 * Asks for an inspector's visits of a day and, if it is today, for the deliveries, and keeps today's in the phone as
 * `keepDay` does. Returns the problem if they could not be had.
 */
export async function askAndKeep(day: string): Promise<Outcome<AskedDay>> {
  const isToday = day === apiToday();
  const [asked, handing] = await Promise.all([
    api.listInspections({ query: { date: day } }),
    isToday ? api.listDeliveries({ query: {} }) : undefined,
  ]);
  if (!asked.ok) return asked;
  if (handing && !handing.ok) return handing;
  const { inspections: visits, readingVisits = [], missed = [], next } = asked.value;
  const { deliveries, more = false } = handing?.value ?? {};
  const found = { visits, readingVisits, missed, next, deliveries, moreDeliveries: more };
  const by = await askSubject();
  if (!by.ok) return { ok: true, value: { ...found, isFull: false } };
  const isFull = await keepDay(by.value, day, { visits, readingVisits, missed, deliveries: deliveries ?? [] }).then(
    () => false,
    () => true,
  );
  return { ok: true, value: { ...found, isFull } };
}
