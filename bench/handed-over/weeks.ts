import { type OfficeInProcess, openOfficeInProcess } from "../../local/in-process/office.ts";
import type { Office } from "../../local/journey/office.ts";
import { seededStaff, subOf } from "../../local/people.ts";
import { seedStaff } from "../../local/seed/staff.ts";
import { tenant } from "../../settings.ts";
import { type CalendarDay, calendarDay, limaDay, limaInstant } from "../../shared/domain/term/calendar-day.ts";
import { countWorkingDays } from "../../shared/domain/term/due-dates.ts";
import { dayStatus, nextWorkingDay } from "../../shared/domain/term/legal-calendar.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";
import { inspectors, type Walk, walked } from "./doors.ts";
import { falls } from "./shares.ts";
import { type SignedClaim, signed } from "./signed-claims.ts";

/** So many working days of decisions, and how many are signed on each: of 40, 34 go to an address. */
export const loads = {
  whole: { days: 20, aDay: 40 },
  quick: { days: 5, aDay: 40 },
  few: { days: 2, aDay: 40 },
} as const;
export type Load = (typeof loads)[keyof typeof loads];

export interface Report {
  readonly load: Load;
  readonly decisions: number;
  readonly mails: number;
  readonly acknowledged: number;
  /** Decisions that were sent to an address. */
  readonly toHandOver: number;
  /** Visits to a door, and those that found nobody. */
  readonly doors: number;
  readonly nobody: number;
  /** The most deliveries that were pending on a morning. */
  readonly mostPending: number;
  /** Deliveries that passed on with the work of who was absent. */
  readonly passedOn: number;
  /** Claims granted by silence, or of which it cannot be said yet. */
  readonly silences: number;
  readonly notified: number;
}

const firstDay = calendarDay("2026-06-01");
const company = tenant.calendars.COMPANY.value;
const users = tenant.calendars.USER.value;
/** Days after the last signature in which every term ends. */
const daysAfter = 14;

/**
 * Lives the days of `load` in this process and returns what came of their decisions. Each afternoon the clerk sends the
 * decisions signed that day, by mail or to the address, and to the address what nobody acknowledged. Each morning the
 * inspectors walk their list in its order. In the middle of the days one of them is absent for a day, and their work is
 * handed over.
 * @param isWalked whether anybody hands over: the control is an office where nobody does
 * @throws if an act is refused
 */
export async function handedOver(load: Load, isWalked: boolean, say: (line: string) => void): Promise<Report> {
  const office = await openOfficeInProcess({
    at: limaInstant(firstDay, "06:00"),
    counts: false,
    renders: () => false,
    checksHere: true,
  });
  const claims: Table = { client: office.stores.tables.client, name: "claims" };
  await seedStaff(claims, office.clock.now());
  const desk = office.as("", async () => {});
  const decided: SignedClaim[] = [];
  const walks = new Map(inspectors.map((who): [typeof who, Walk] => [who, { unsent: [], doors: 0, nobody: 0 }]));
  const counts = { mails: 0, toHandOver: 0, mostPending: 0, passedOn: 0 };
  const days = workingDaysFrom(firstDay, load.days + daysAfter);
  const absentOn = days[Math.floor(load.days / 2) + 3];
  for (const [at, day] of days.entries()) {
    office.clock.set(limaInstant(day, "00:05"));
    await office.run("sweep");
    if (isWalked && isUsersDay(day)) {
      office.clock.set(limaInstant(day, "07:30"));
      if (day === absentOn) counts.passedOn += await absence(office, desk, day);
      const listed = await walked(office, desk, { day, walks, isAbsent: day === absentOn });
      counts.mostPending = Math.max(counts.mostPending, listed);
      if (day === absentOn) await desk.call("manager", "returnToDuty", { params: { sub: absentee } });
    }
    if (at < load.days) {
      office.clock.set(limaInstant(day, "13:30"));
      decided.push(...(await signed(office, claims, { day, count: load.aDay, first: at * load.aDay })));
    }
    office.clock.set(limaInstant(day, "14:00"));
    // What follows from the claims just made is done with the first request after them.
    await desk.call("clerk", "showMe", {});
    const sent = await dispatched(office, desk, decided);
    counts.mails += sent.mails;
    counts.toHandOver += sent.toHandOver;
    say(`${day}: ${sent.mails} por correo, ${sent.toHandOver} al domicilio`);
  }
  const last = days.at(-1) ?? firstDay;
  for (let day = nextWorkingDay(company, last), left = 5; left > 0; left -= 1, day = nextWorkingDay(company, day)) {
    office.clock.set(limaInstant(day, "00:05"));
    await office.run("sweep");
  }
  const states: string[] = [];
  for (const { claimId } of decided)
    states.push((await desk.call("manager", "showCase", { params: { claimId } })).state);
  const sum = (of: "doors" | "nobody") => [...walks.values()].reduce((all, walk) => all + walk[of], 0);
  return {
    load,
    decisions: decided.length,
    ...counts,
    acknowledged: decided.filter(({ isAcknowledged }) => isAcknowledged).length,
    doors: sum("doors"),
    nobody: sum("nobody"),
    silences: states.filter((state) => state.includes("silence")).length,
    notified: states.filter((state) => state === "notified" || state === "firm" || state === "closed").length,
  };
}

const isUsersDay = (day: CalendarDay): boolean => dayStatus(users, day).working;

function workingDaysFrom(first: CalendarDay, count: number): readonly CalendarDay[] {
  const days: CalendarDay[] = [];
  for (let day = first; days.length < count; day = nextWorkingDay(company, day)) days.push(day);
  return days;
}

const absentee = subOf(seededStaff.inspector2);

/** An inspector is absent for a day, and their work passes to the other; returns how many deliveries did. */
async function absence(office: OfficeInProcess, desk: Office, day: CalendarDay): Promise<number> {
  let passed = 0;
  for (let part = 0; ; part += 1) {
    const given = await desk.call(
      "manager",
      "handOverWork",
      { params: { sub: absentee }, body: { reason: "Está con descanso médico.", until: limaDay(office.clock.now()) } },
      { key: `handed-over-absence-${day}-${part}` },
    );
    passed += given.deliveries;
    if (!given.more) return passed;
  }
}

/**
 * The clerk sends the decisions that were not sent, and to the address those whose mail nobody acknowledged in time.
 */
async function dispatched(
  office: OfficeInProcess,
  desk: Office,
  decided: readonly SignedClaim[],
): Promise<{ readonly mails: number; readonly toHandOver: number }> {
  const sent = { mails: 0, toHandOver: 0 };
  const send = async (claim: SignedClaim, channel: "email" | "personal"): Promise<void> => {
    const { claimId } = claim;
    const { version } = await desk.call("manager", "showCase", { params: { claimId } });
    const key = `handed-over-${channel}-${claimId}`;
    await desk.call("clerk", "dispatchNotice", { params: { claimId }, body: { channel } }, { key, version });
    claim.sentBy = channel;
    claim.sentOn = limaDay(office.clock.now());
    sent[channel === "email" ? "mails" : "toHandOver"] += 1;
  };
  const today = limaDay(office.clock.now());
  for (const claim of decided) {
    if (claim.sentBy === "personal" || claim.isAcknowledged) continue;
    if (!claim.sentBy) await send(claim, claim.hasMail ? "email" : "personal");
    else if (falls(claim.at, "acknowledge their mail, of those who left one")) await acknowledge(office, desk, claim);
    else if (today > countWorkingDays({ from: calendarDay(claim.sentOn), days: 2, calendar: company }).dueDate)
      await send(claim, "personal");
  }
  return sent;
}

async function acknowledge(office: OfficeInProcess, desk: Office, claim: SignedClaim): Promise<void> {
  const keys = office.stores
    .sentTo(claim.email)
    .flatMap(({ text }) => /notificacion\/([0-9A-Za-z_-]{22})/.exec(text)?.[1] ?? []);
  const noticeKey = keys.at(-1);
  if (!noticeKey) throw new Error(`no notice was sent to ${claim.email}`);
  await desk.call("nobody", "acknowledgeNotice", { params: { noticeKey }, body: {} }, { key: `ack-${claim.claimId}` });
  claim.isAcknowledged = true;
}
