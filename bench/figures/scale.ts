import { api } from "../../functions/runtime/api.ts";
import { applyCalendarChange } from "../../functions/sweep/apply-calendar-change.ts";
import { sweep } from "../../functions/sweep/sweep.ts";
import { receiptRow } from "../../local/seed/receipt-row.ts";
import { tenant } from "../../settings.ts";
import { seedOf, tenantWith } from "../../shared/casework/term/calendars-in-force.ts";
import { fileClaim, listClaims, showClaim } from "../../shared/contract/claim/claim-routes.ts";
import * as reportRoutes from "../../shared/contract/register/report-routes.ts";
import { addDays, limaDay } from "../../shared/domain/term/calendar-day.ts";
import { dayStatus } from "../../shared/domain/term/legal-calendar.ts";
import { openReceiptLedger } from "../../shared/storage/billing/receipt-ledger.ts";
import { openResolutionNumbers } from "../../shared/storage/resolution/resolution-numbers.ts";
import { openCalendars } from "../../shared/storage/term/calendars.ts";
import { type ApiRequest, call, customer, originKey, staff } from "../../test/functions/api-call.ts";
import { claimBody, claimDepsOn, claimsHandler } from "../../test/functions/claims/claims-world.ts";
import { reportWorld } from "../../test/functions/reports/report-world.ts";
import { staffWorkRoutes as routes, staffWork } from "../../test/functions/staff-work.ts";
import { billedMonth, ledgerRow } from "../../test/shared/storage/billing/billed-rows.ts";
import { type Figure, median, once } from "../figure.ts";
import { copiedMonth, type FilledOffice, openFilledOffice } from "../filled-office.ts";

interface Scale {
  /** The most that an operation costs on the full office over the empty one, in units and in time. */
  readonly units: number;
  readonly time: number;
  readonly registerSeconds: number;
  readonly sweepSeconds: number;
  readonly changeSeconds: number;
  /** Claims that a change of the calendars left out, or notified twice. */
  readonly changeFaults: number;
}

const sizes = {
  whole: { receipts: 1_000_000, open: 50_000, closed: 150_000, rounds: 41 },
  quick: { receipts: 6_000, open: 200, closed: 600, rounds: 7 },
} as const;

/** Does the same on an empty office and on a full one, in turns; then sweeps the full one and changes its calendars. */
const scale = once(async ({ quick }): Promise<Scale> => {
  const { receipts, open, closed, rounds } = sizes[quick ? "quick" : "whole"];
  const offices: FilledOffice[] = [];
  const { write } = process.stdout;
  // The functions' log would hide what is measured.
  process.stdout.write = () => true;
  try {
    for (const isFull of [false, true]) {
      const office = await openFilledOffice();
      offices.push(office);
      // A page of a list is full on both.
      await office.addClaims(60, 0);
      if (!isFull) continue;
      const seconds = await secondsOf(async () => {
        await office.addReceipts(receipts);
        await office.addClaims(open, closed);
      });
      process.stderr.write(`filled in ${seconds.toFixed(1)} s\n`);
    }
    const [empty, full] = await Promise.all(offices.map(operationsOf));
    const large = offices.at(-1);
    if (!empty || !full || !large) throw new Error("there are no two offices");
    const compared = await compare(empty, full, rounds);
    const registerSeconds = await buildRegister(large);
    const behind = await secondsOf(() => sweepOnce(large, 0));
    process.stderr.write(`a sweep that was down for twenty days caught up in ${behind.toFixed(1)} s\n`);
    const sweepSeconds = await secondsOf(() => sweepOnce(large, 1));
    return { ...compared, registerSeconds, sweepSeconds, ...(await changeCalendars(large)) };
  } finally {
    process.stdout.write = write;
    for (const office of offices) await office.stop();
  }
});

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

/** What is done on both offices: each operation answers a request by the handler that the function has. */
interface Operations {
  readonly office: FilledOffice;
  readonly named: ReadonlyMap<string, () => Promise<unknown>>;
}

async function operationsOf(office: FilledOffice): Promise<Operations> {
  const { world } = office;
  const desk = api(routes, staffWork(world), { originKey });
  const claims = claimsHandler({ ...claimDepsOn(world), caseFiles: world.caseFiles });
  const now = new Date().toISOString();
  const { file } = await world.fileOne(now);
  const { claimId, code } = file.head;
  const ofStaff = async (role: "clerk" | "operator", route: Parameters<typeof call>[1], request: ApiRequest = {}) =>
    call(desk, route, { claims: { ...staff(role), sub: `${role}-1` }, ...request });
  const maria = customer("maria");
  const ledger = openReceiptLedger(world.billing);
  let supplies = 10_000_000;
  return {
    office,
    named: new Map<string, () => Promise<unknown>>([
      ["a receipt's year", () => world.receiptReader.lastMonths("00012345", 13)],
      ["staff's page of a case", () => ofStaff("clerk", routes.showCase, { params: { claimId } })],
      ["a page of a list", () => ofStaff("clerk", routes.listWork, { query: { queue: "admission", limit: "50" } })],
      ["the quantities", () => ofStaff("clerk", routes.countWork)],
      ["a search by code", () => ofStaff("operator", routes.search, { body: { text: code } })],
      ["a customer's claims", () => call(claims, listClaims, { claims: maria })],
      ["a customer's claim", () => call(claims, showClaim, { claims: maria, params: { claimId } })],
      [
        "a filing",
        async () => {
          supplies += 1;
          const supplyCode = String(supplies);
          const month = billedMonth({ supplyCode, period: "2026-10", number: 45_001, m3: 45 });
          await ledger.store(ledgerRow("receipts", receiptRow(month)), "filled", undefined);
          const { linkId } = await world.supplyLinks.link("ana", supplyCode, now);
          return call(claims, fileClaim, { claims: customer("ana"), body: claimBody(linkId) });
        },
      ],
    ]),
  };
}

/** Measures each operation on both offices in turns. */
async function compare(empty: Operations, full: Operations, rounds: number): Promise<Pick<Scale, "units" | "time">> {
  const all: { readonly units: number; readonly time: number }[] = [];
  for (const [name, small] of empty.named) {
    const large = full.named.get(name) ?? small;
    const units = [await unitsOf(empty.office, small), await unitsOf(full.office, large)] as const;
    const taken: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1)
      for (const [at, work] of [small, large].entries()) taken[at]?.push(1000 * (await secondsOf(work)));
    const [before, after] = [median(taken[0]), median(taken[1])];
    process.stderr.write(`${name}: ${units.join(" and ")} units, ${before.toFixed(1)} and ${after.toFixed(1)} ms\n`);
    all.push({ units: units[1] / units[0], time: after / before });
  }
  return { units: Math.max(...all.map(({ units }) => units)), time: Math.max(...all.map(({ time }) => time)) };
}

/** The units of an operation: the fewest of three, since a filing that draws a code twice takes another attempt. */
async function unitsOf({ count, counted }: FilledOffice, work: () => Promise<unknown>): Promise<number> {
  await work();
  const units: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    count(true);
    await work();
    units.push(counted.readUnits + counted.writeUnits);
    count(false);
  }
  return Math.min(...units);
}

/** Builds the register of a month, part by part. Returns the seconds that takes. */
async function buildRegister({ world }: FilledOffice): Promise<number> {
  const tables = async (name: string) => (name === "claims" ? world.claims : world.billing);
  const reports = await reportWorld({ table: tables, stop: async () => {} }, 200);
  const claims = staff("manager");
  const seconds = await secondsOf(async () => {
    await call(reports.reports, reportRoutes.buildRegister, { claims, body: { month: copiedMonth } });
    await reports.work();
  });
  const { body } = await call(reports.reports, reportRoutes.showRegister, { claims, query: { month: copiedMonth } });
  const { state, done } = body.build;
  if (state !== "done") throw new Error(`the register is ${state}`);
  process.stderr.write(`a register of ${done} claims in ${seconds.toFixed(1)} s\n`);
  return seconds;
}

const calendarsOf = ({ world }: FilledOffice) => openCalendars(world.claims, seedOf(tenant));

/** A sweep so many days from now, without the files and messages that it would write elsewhere. */
async function sweepOnce(office: FilledOffice, days: number): Promise<void> {
  const { world } = office;
  const toNobody = { send: async () => {} };
  await sweep({
    ...world,
    calendarBook: calendarsOf(office),
    resolutionNumbers: openResolutionNumbers(world.claims),
    uploadTasks: toNobody,
    documentWork: toNobody,
    exchangeFiles: { write: async () => {} },
    now: () => new Date(Date.now() + days * 86_400_000).toISOString(),
  })();
}

/** Decrees a day off and moves every open claim's terms, stopped once on the way; counts whom it left out. */
async function changeCalendars(office: FilledOffice): Promise<Pick<Scale, "changeSeconds" | "changeFaults">> {
  const { world } = office;
  const book = calendarsOf(office);
  const began = new Date();
  let date = addDays(limaDay(began.toISOString()), 14);
  while (!dayStatus(tenant.calendars.COMPANY.value, date).working) date = addDays(date, 1);
  const inForceFrom = began.toISOString();
  const change = { action: "add", reason: "decreed", date, name: "Día", source: "DS", scope: ["COMPANY"] } as const;
  const next = { number: 2, inForceFrom, by: "m", why: "Lo dispone el decreto.", changes: [change] };
  await book.add(await book.versions(), next, { key: "a-change-of-the-calendars", contentHash: "" });
  // A day later, when the office was last swept.
  const now = new Date(began.getTime() + 86_400_000 + 120_000).toISOString();
  const run = async (pages: number) => {
    let left = pages;
    const versions = await book.versions();
    const mayGoOn = () => left-- > 0;
    const deps = { ...world, tenant: tenantWith(tenant, versions), calendarBook: book };
    return applyCalendarChange(deps, versions, now, mayGoOn);
  };
  const changeSeconds = await secondsOf(async () => {
    const first = await run(3);
    const rest = await run(Number.POSITIVE_INFINITY);
    if (first.moved === 0 || first.failed + rest.failed > 0) throw new Error("claims could not be moved");
  });
  const moves = (await book.versions()).at(-1)?.moves ?? 0;
  // What is left must be nothing: who was moved is asked of the claims, not of the count.
  const again = await run(Number.POSITIVE_INFINITY);
  process.stderr.write(`${moves} claims moved in ${changeSeconds.toFixed(1)} s\n`);
  return { changeSeconds, changeFaults: again.moved + again.failed };
}

export const sources = [
  "bench/filled-office.ts",
  "functions/build-reports",
  "functions/casework",
  "functions/telephone",
  "functions/visits-and-hearings",
  "functions/claims",
  "functions/sweep",
  "shared/casework",
  "shared/domain",
  "shared/storage",
];

const full =
  "an office of 1,000,000 receipts and 200,000 claims, 50,000 of them open (6,000, 800 and 200 with --quick), in the memory of the store of `npm start`";

const figure = (
  name: string,
  unit: string,
  atMost: number,
  against: string,
  of: keyof Scale,
  wholeOnly: boolean,
): Figure => ({
  name,
  group: "fast",
  unit,
  goal: { atMost },
  against,
  wholeOnly,
  measure: async (options) => (await scale(options))[of],
});

const operations =
  "the one of eight operations that grows most (look-up, case, lists, search, customer's claims, filing)";

export const figures: readonly Figure[] = [
  figure(
    "scale-units",
    "×",
    1,
    `units on ${full}, over those on one of 80 claims, the fewest of three: ${operations}`,
    "units",
    false,
  ),
  figure("scale-p50", "×", 1.2, `milliseconds in turns on ${full}, over one of 80 claims: ${operations}`, "time", true),
  figure(
    "scale-register",
    "s",
    600,
    "the register of a month of 20,000 claims (800 with --quick), in parts of 200, in one process",
    "registerSeconds",
    true,
  ),
  figure("scale-sweep", "s", 300, `the first sweep of a day, in one process, of ${full}`, "sweepSeconds", true),
  figure(
    "scale-calendar-change",
    "s",
    1_800,
    `a decreed day off, stopped once on the way, on ${full}`,
    "changeSeconds",
    true,
  ),
  figure(
    "scale-calendar-change-faults",
    "claims",
    0,
    "claims that the same change left to move, found by a run after it",
    "changeFaults",
    false,
  ),
];
