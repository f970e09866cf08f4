import { useEffect, useState } from "preact/hooks";
import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import { apiNow, apiToday, assumeClockAhead, clockAhead, knowsApiTime } from "../api-clock.ts";
import type { Outcome } from "../client.ts";
import { dayInLima } from "../words/format.ts";
import { claimsOf, session } from "./api.ts";
import { fieldMark } from "./field-mark.ts";
import { inStore } from "./field-store.ts";

export type Visit = AnswerOf<Routes["listInspections"]>["inspections"][number];
export type Delivery = AnswerOf<Routes["listDeliveries"]>["deliveries"][number];

/** What the phone keeps of an inspector's day, so that it can be worked without signal. */
export interface KeptDay {
  /** Whose day it is: the subject of their token. */
  readonly by: string;
  /** The day, `YYYY-MM-DD`, by the API's clock. */
  readonly day: string;
  /** When the API gave the visits, in milliseconds since 1970 by its clock, and how far ahead of the phone's that clock was. */
  readonly keptAt: number;
  readonly ahead: number;
  /** The visits whose acta the server does not have. */
  readonly visits: readonly Visit[];
  /** How many actas of the day the server has. */
  readonly received: number;
  /** Visits of an earlier day that have an acta which the server does not have. */
  readonly earlier: readonly Visit[];
  /**
   * What is to be handed over, and what of an earlier day has a record that the server does not have; absent in a day kept
   * before deliveries were.
   */
  readonly deliveries?: readonly Delivery[];
}

/** The beginning of the storage keys of actas: typed so far, and waiting in the outbox. */
export const reportPrefix = "caudal.report.";

const key = "day";
const listeners = new Set<() => void>();

async function write(day: KeptDay | undefined): Promise<void> {
  await inStore("day", "readwrite", (store) => store.put(day, key));
  if (day && day.visits.length + day.earlier.length + (day.deliveries?.length ?? 0) > 0) mark();
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

/** The subject of the access token: who is signed in, or why no token can be had. */
export async function askSubject(): Promise<Outcome<string>> {
  const token = await session.token();
  return token.ok ? { ok: true, value: String(claimsOf(token.value)["sub"]) } : token;
}

/**
 * The day in the phone; undefined if it has none, or its storage cannot be read. Until the API answers, its clock is taken to be
 * as far ahead of the phone's as when the day was kept.
 */
export async function keptDay(): Promise<KeptDay | undefined> {
  const day = await inStore<KeptDay | undefined>("day", "readonly", (store) => store.get(key)).catch(() => undefined);
  if (day) assumeClockAhead(day.ahead);
  return day;
}

/** Whether something of what was done there is in the phone, typed or waiting to be sent, by the id of its visit or notice. */
const isBegunAt = (id: string): boolean =>
  Object.keys(localStorage).some((name) => name.startsWith(reportPrefix) && name.endsWith(id));
const isBegun = ({ inspectionId }: Visit): boolean => isBegunAt(inspectionId);
const isDeliveryBegun = ({ noticeId }: Delivery): boolean => isBegunAt(noticeId);

/**
 * Keeps an inspector's visits and deliveries of today in place of what the phone had; nothing of another day. Of those reported only
 * the count is kept; of an earlier day's, those that were begun and the server does not have. Rejects if the phone is full: it then
 * has what it had before.
 */
export async function keepDay(
  by: string,
  day: string,
  { visits, deliveries }: { readonly visits: readonly Visit[]; readonly deliveries: readonly Delivery[] },
): Promise<void> {
  if (day !== apiToday()) return;
  const before = await keptDay();
  const open = visits.filter(({ reported }) => !reported);
  const isNew = ({ inspectionId }: Visit) => !visits.some((one) => one.inspectionId === inspectionId);
  const earlier = [...(before?.visits ?? []), ...(before?.earlier ?? [])].filter(isNew).filter(isBegun);
  const isGone = ({ noticeId }: Delivery) => !deliveries.some((one) => one.noticeId === noticeId);
  await write({
    by,
    day,
    keptAt: apiNow(),
    ahead: clockAhead(),
    visits: open,
    received: visits.length - open.length,
    earlier,
    deliveries: [...deliveries, ...(before?.deliveries ?? []).filter(isGone).filter(isDeliveryBegun)],
  });
}

/** Erases a visit or a delivery from the phone: the server has what was done, or its inspector discarded it. */
export async function dropVisit(inspectionId: string, isReceived: boolean): Promise<void> {
  const day = await keptDay();
  if (!day) return;
  const isOther = (visit: Visit) => visit.inspectionId !== inspectionId;
  const visits = isReceived ? day.visits.filter(isOther) : day.visits;
  const received = day.received + day.visits.length - visits.length;
  const deliveries = (day.deliveries ?? []).filter(({ noticeId }) => !isReceived || noticeId !== inspectionId);
  await write({ ...day, visits, received, earlier: day.earlier.filter(isOther), deliveries });
}

/** Erases the day from the phone but for the visits with an acta that the server does not have. */
export async function forgetDay(): Promise<void> {
  const day = await keptDay();
  const earlier = day ? [...day.visits, ...day.earlier].filter(isBegun) : [];
  const deliveries = (day?.deliveries ?? []).filter(isDeliveryBegun);
  const isLeft = earlier.length + deliveries.length > 0;
  await write(day && isLeft ? { ...day, visits: [], received: 0, earlier, deliveries } : undefined);
}

/**
 * Erases a day that is over, as `forgetDay` does. Without the API's time, a day is over only once `apiNow` is two days past it:
 * a phone's clock that was set a day wrong meanwhile erases nothing.
 */
export async function forgetPastDay(): Promise<void> {
  const day = await keptDay();
  if (!day || day.visits.length + (day.deliveries?.length ?? 0) === 0) return;
  const today = knowsApiTime() ? apiToday() : dayInLima(apiNow() - 24 * 3_600_000);
  if (day.day < today) await forgetDay();
}

/** The day in the phone, kept current as it changes: undefined until it was read, null if there is none. */
export function useKeptDay(): KeptDay | null | undefined {
  const [day, setDay] = useState<KeptDay | null>();
  useEffect(() => {
    const look = () => void keptDay().then((found) => setDay(found ?? null));
    listeners.add(look);
    look();
    return () => {
      listeners.delete(look);
    };
  }, []);
  return day;
}

/** The visit with this id among those in the phone. */
export function visitIn(day: KeptDay | null | undefined, inspectionId: string): Visit | undefined {
  return day ? [...day.visits, ...day.earlier].find((visit) => visit.inspectionId === inspectionId) : undefined;
}

/** The delivery of this notice among those in the phone. */
export function deliveryIn(day: KeptDay | null | undefined, noticeId: string): Delivery | undefined {
  return day?.deliveries?.find((delivery) => delivery.noticeId === noticeId);
}
