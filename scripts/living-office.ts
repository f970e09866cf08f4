/**
 * Fills the local office with invented claims in every stage, a month of contacts and an agenda for this week. Started
 * by `npm start` once it serves, as a process of its own: the clock of the office's past is this process's.
 */
import * as z from "zod";
import { liveUntil } from "../local/in-process/lives.ts";
import { openOfficeInProcess } from "../local/in-process/office.ts";
import { seededWorld } from "../local/seed.ts";
import { tenant } from "../settings.ts";
import { limaDay, limaInstant } from "../shared/domain/term/calendar-day.ts";
import { workingDayBefore } from "../shared/domain/term/due-dates.ts";
import { nextWorkingDay } from "../shared/domain/term/legal-calendar.ts";
import { openTrustedRoots } from "../shared/storage/resolution/trusted-roots.ts";
import { livesOf } from "./living-office/lives.ts";
import { claimLives } from "./living-office/plan.ts";
import { bringReadings } from "./living-office/readings.ts";
import { openRunningOffice } from "./living-office/running-office.ts";

/** What `npm start` hands over: the stack's variables, names and clock. */
const handed = z.object({
  now: z.iso.datetime(),
  environment: z.record(z.string(), z.string()),
  resources: z.record(z.string(), z.string()),
});

const longest = Math.max(...claimLives.map(({ ago }) => ago)) + 2;

async function live(): Promise<string> {
  const { now, environment, resources } = handed.parse(JSON.parse(process.env["LIVING_OFFICE"] ?? "{}"));
  Object.assign(process.env, environment);
  const running = openRunningOffice(environment, resources);
  const before = await running.read();
  if (before.hasClaims) return "La oficina ya tiene reclamos: no se agregó ninguno de ejemplo.";
  const calendar = tenant.calendars.COMPANY.value;
  const first = workingDayBefore(limaDay(now), longest, calendar);
  const office = await openOfficeInProcess({
    at: limaInstant(first, "00:10"),
    own: {
      AWS_ENDPOINT_URL_KMS: environment["AWS_ENDPOINT_URL_KMS"] ?? "",
      KEY_SEALS: resources["key-seals"] ?? "",
    },
    counts: false,
  });
  for (const [table, items] of before.tables) for (const item of items) office.stores.tables.put(table, item);
  office.stores.takeChanges();
  await openTrustedRoots({ client: office.stores.tables.client, name: "claims" }).add(office.authority.root);
  const lives = livesOf(office, seededWorld(now).receipts, now);
  await liveUntil(office.clock, now, lives);
  await bringReadings(tenant, office.stores.tables.client, now);
  await running.write(before, office.stores);
  return `${claimLives.length} reclamos en todas las bandejas, con la agenda desde el ${nextWorkingDay(calendar, limaDay(now))}`;
}

await live().then(
  (line) => {
    process.stdout.write(`${line}\n`);
    process.exit(0);
  },
  (failure: unknown) => {
    process.stderr.write(`${failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)}\n`);
    process.exit(1);
  },
);
