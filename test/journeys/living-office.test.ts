import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { checkRecords } from "../../functions/check-records/check-records.ts";
import { type Office, openOffice } from "../../local/journey/office.ts";
import { makeLivingOffice } from "../../local/living-office.ts";
import { seed } from "../../local/seed.ts";
import { type LocalStack, startLocalStack } from "../../local/stack.ts";
import { tenant } from "../../settings.ts";
import { addDays, type CalendarDay, calendarDay, limaDay, limaInstant } from "../../shared/domain/term/calendar-day.ts";
import { dayStatus, nextWorkingDay } from "../../shared/domain/term/legal-calendar.ts";
import { queues } from "../../shared/domain/work/work-list.ts";
import { openKeptObjects } from "../../shared/storage/attachment/kept-objects.ts";
import { openCaseFiles } from "../../shared/storage/case/case-files.ts";
import type { CheckPlace } from "../../shared/storage/check/check-place.ts";
import { openGivenCodes } from "../../shared/storage/check/taken-codes.ts";
import { openLooks } from "../../shared/storage/counter/openings.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openNamedItems } from "../../shared/storage/named-items.ts";
import { openMonthRegister } from "../../shared/storage/register/month-register.ts";
import { openS3 } from "../../shared/storage/s3.ts";
import { openSupplyLinks } from "../../shared/storage/supply/supply-links.ts";
import { captureLog } from "../functions/log-lines.ts";
import { sayAside } from "../say-aside.ts";
import { walkedStack } from "./walked-stack.ts";

const calendar = tenant.calendars.COMPANY.value;
const isWorked = (day: CalendarDay): boolean => dayStatus(calendar, day).working;

/** The first day after `day` on which nobody works. */
const nextDayOff = (day: CalendarDay): CalendarDay => {
  const next = addDays(day, 1);
  return isWorked(next) ? nextDayOff(next) : next;
};

const inspectors = ["inspector", "inspector2"] as const;
const visitsOn = async (office: Office, date: CalendarDay) =>
  (await Promise.all(inspectors.map((who) => office.call(who, "listInspections", { query: { date } })))).flat();
const hearingsOf = (office: Office, day: CalendarDay) => office.call("conciliator", "listHearings", { query: { day } });

/** The office is made anew on each of these days, as `npm start` makes it on the day on which somebody starts it. */
const days = {
  "a day of work": (today: CalendarDay) => nextWorkingDay(calendar, today),
  "a day off": nextDayOff,
} as const;

describe.each(Object.entries(days))("the office that a newcomer finds on %s", (_, dayAfter) => {
  let stack: LocalStack;
  let office: Office;
  let today: CalendarDay;

  beforeAll(async () => {
    stack = await startLocalStack({ say: sayAside });
    today = dayAfter(limaDay(stack.now()));
    await stack.moveClock(limaInstant(today, "10:50"));
    await seed(stack, () => {});
    office = openOffice(stack.origin);
  });

  afterAll(async () => {
    await stack?.stop();
  });

  it("is made once, while the stack serves", { timeout: 1_200_000 }, async () => {
    const making = makeLivingOffice(stack);
    expect(await making.done).toMatch(/^\d+ reclamos en todas las bandejas/);
    expect(await makeLivingOffice(stack).done).toMatch(/^La oficina ya tiene reclamos/);
  });

  it("has a claim in every work list, conciliation too, and its totals agree with the lists", async () => {
    const rows = new Map<string, number>();
    for (const queue of queues.filter((one) => one !== "over")) {
      let next: string | undefined;
      do {
        const query = { queue, ...(next !== undefined && { cursor: next }) };
        const { claims, cursor } = await office.call("manager", "listWork", { query });
        rows.set(queue, (rows.get(queue) ?? 0) + claims.length);
        next = cursor;
      } while (next !== undefined);
      expect(rows.get(queue), queue).toBeGreaterThan(0);
    }
    const counted = async () => {
      const { queues: counts } = await office.call("manager", "countWork", {});
      return new Map(counts.filter(({ queue }) => queue !== "over").map(({ queue, total }) => [queue, total]));
    };
    await expect.poll(counted, { timeout: 60_000 }).toEqual(rows);
  });

  it("has visits today, or where nobody works says which day has the next", async () => {
    const visits = await visitsOn(office, today);
    const todays = visits.flatMap(({ inspections }) => inspections);
    const next = visits.flatMap((one) => one.next ?? []).toSorted()[0];
    if (isWorked(today)) expect(todays.filter(({ reported }) => !reported).length).toBeGreaterThan(0);
    else {
      expect(todays).toEqual([]);
      expect(next).toBe(nextWorkingDay(calendar, today));
    }
  });

  it("has hearings today, later and before, whose acta nobody wrote; where nobody works, on the next days", async () => {
    const weeks = await Promise.all([-7, 0, 7].map((days) => hearingsOf(office, addDays(today, days))));
    const on = weeks.flatMap(({ hearings }) => hearings.map((hearing) => hearing.on));
    expect(on.filter((day) => day === today).length > 0).toBe(isWorked(today));
    expect(on.filter((day) => day > today).length).toBeGreaterThan(2);
    for (const { unrecorded } of weeks) expect(unrecorded.length).toBeGreaterThan(0);
  });

  it("has a month of figures on the board: who was attended, and what was resolved, how and how fast", async () => {
    // On the first days of a month, most of the last month's work stands on the board of the month before.
    const before = addDays(calendarDay(`${today.slice(0, 7)}-01`), -1);
    const boards = () =>
      Promise.all(
        [before, today].map((day) => office.call("manager", "showBoard", { query: { month: day.slice(0, 7) } })),
      );
    type Board = Awaited<ReturnType<typeof boards>>[number];
    const expectMore = (of: (board: Board) => number, than: number): Promise<void> =>
      expect
        .poll(async () => (await boards()).reduce((all, one) => all + of(one), 0), { timeout: 60_000 })
        .toBeGreaterThan(than);
    for (const channel of ["web", "telephone", "counter"])
      await expectMore(({ attended }) => attended.filter((one) => one.channel === channel).length, 0);
    await expectMore(({ attended }) => attended.reduce((all, { count }) => all + count, 0), 60);
    await expectMore(({ resolved }) => resolved.total, 10);
    await expectMore(({ resolved }) => resolved.byDays.length, 1);
    for (const name of ["frustrated", "withdrawn", "silences"] as const) await expectMore((board) => board[name], 0);
  });

  it("has promised calls, requests, readings, documents, a queja and what is to be signed", async () => {
    expect((await office.call("operator", "listCallBacks", { query: {} })).callBacks.length).toBeGreaterThan(1);
    expect((await office.call("operator", "listDeskProblems", { query: {} })).problems.length).toBeGreaterThan(1);
    expect((await office.call("billing", "listReadings", { query: {} })).readings).toHaveLength(2);
    expect((await office.call("clerk", "listDeskSubmissions", { query: {} })).submissions.length).toBeGreaterThan(0);
    expect((await office.call("clerk", "listQuejas", {})).claims.length).toBeGreaterThan(0);
    expect((await office.call("signer", "listSignatures", { query: {} })).documents.length).toBeGreaterThan(1);
  });

  it("and all that is stored agrees: what `npm run fsck` finds, with every kept file read", async () => {
    const walked = await walkedStack(stack);
    expect(walked.found).toEqual([]);
    expect(walked.claims).toBeGreaterThan(60);
  });

  it("and the check of the night finds nothing wrong in every code, every claim that is open and their files", async () => {
    const { resources } = stack;
    const client = openDynamoDb();
    const claims = { client, name: resources["table-claims"] ?? "" };
    const bucket = { client: openS3(), name: resources["bucket-evidence"] ?? "" };
    const places: CheckPlace[] = [];
    const check = checkRecords({
      tenant,
      caseReader: openCaseFiles(claims),
      months: openMonthRegister(claims),
      namedItems: openNamedItems(claims),
      givenCodes: openGivenCodes({ client, name: resources["table-billing"] ?? "" }),
      linkReader: openSupplyLinks(claims),
      looks: openLooks(claims),
      keptObjects: openKeptObjects({ ...bucket, prefix: "documents/" }, { ...bucket, prefix: "attachments/" }),
      // The stack's own function has another.
      checkPlaces: { find: async () => places.at(-1), keep: async (_, reached) => void places.push(reached) },
    });
    const lines = captureLog();
    await check(stack.now(), () => true);
    vi.restoreAllMocks();
    expect(lines().filter(({ event }) => event === "record-fault")).toEqual([]);
    const place = places.at(-1);
    expect(place).toMatchObject({ part: "done", faults: 0 });
    expect(place?.codes).toBeGreaterThan(60);
    expect(place?.claims).toBeGreaterThan(40);
    expect(place?.files).toBeGreaterThan(200);
  });
});
