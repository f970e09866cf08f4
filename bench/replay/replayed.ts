import { createHash } from "node:crypto";
import { join } from "node:path";
import { type Life, liveUntil } from "../../local/in-process/lives.ts";
import { type OfficeInProcess, openOfficeInProcess } from "../../local/in-process/office.ts";
import { type OverHttp, openOverHttp } from "../../local/in-process/over-http.ts";
import { type Step, startLife } from "../../local/journey/life.ts";
import { type Office, Surprise } from "../../local/journey/office.ts";
import { subOf } from "../../local/people.ts";
import { seedStaff } from "../../local/seed/staff.ts";
import { seededFiles } from "../../local/seed/supplies.ts";
import { type ClaimedSupply, openSupplyBook } from "../../scripts/living-office/supplies.ts";
import { tenant } from "../../settings.ts";
import { addDays, type CalendarDay, calendarDay, limaDay, limaInstant } from "../../shared/domain/term/calendar-day.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";
import { openTrustedRoots } from "../../shared/storage/resolution/trusted-roots.ts";
import { type Drawn, replayedSteps, type Share, shares, silenceSteps } from "./claims.ts";
import type { Load, Replayed } from "./load.ts";
import type { Desk } from "./people.ts";
import { type Report, reportOf } from "./report.ts";
import { openShift, type Shift, workingDays } from "./staff.ts";

const firstDay = calendarDay("2026-06-01");
/** How long the office goes on after the last claim came, at the most. */
const daysAfter = 260;
const vacantFor = 60;
/** Of which claims one goes by HTTP, and of which the documents are rendered. */
const oneIn = 100;
const root = join(import.meta.dirname, "..", "..");

export interface Replaying {
  readonly vacant?: Desk | undefined;
  readonly spoils?: boolean;
  readonly opened?: (office: OfficeInProcess, receipts: string) => void;
}

/**
 * Replays the utility's five months in this process, and returns what the office's own board says of them. At the desk
 * `vacant` there is nobody for the first 60 days, and `spoils` empties a month of the board's totals before they
 * are counted again: the controls. `opened` gets the office and file A before the first claim comes.
 * A claim of which an act is refused that its steps expect to be taken goes no further, and is lost.
 */
export async function replayed(
  load: Load,
  say: (line: string) => void,
  { vacant, spoils = false, opened = () => {} }: Replaying = {},
): Promise<Report> {
  const office = await openOfficeInProcess({
    at: limaInstant(addDays(firstDay, -1), "06:00"),
    counts: true,
    renders: (message) => isSampled(message),
    checksHere: true,
  });
  const claims: Table = { client: office.stores.tables.client, name: "claims" };
  await seedStaff(claims, office.clock.now());
  await openTrustedRoots(claims).add(office.authority.root);
  const filed = load.resolved + load.withdrawn + load.notFiled;
  const receipts = await importedReceipts(office, filed);
  say(`${filed} suministros con sus recibos`);
  opened(office, receipts);
  const http = await openOverHttp(office, root);
  const shift = openShift(vacant && { [vacant]: limaInstant(addDays(firstDay, vacantFor), "00:00") });
  const done: Replayed[] = [];
  const days = workingDays(firstDay, load.days);
  const book = openSupplyBook(receipts, 0);
  const lives = Array.from({ length: filed }, (_, at) =>
    claimLife({ office, http, shift, done, say }, book.take, dayOf(days, at, filed), at, endOf(load, at, filed)),
  );
  const contacts = Array.from({ length: load.attended - filed }, (_, at) =>
    contactLife(office, shift, dayOf(days, at, load.attended - filed), at),
  );
  const end = limaInstant(addDays(days.at(-1) ?? firstDay, daysAfter), "00:00");
  const isOver = () => done.length === filed && done.every((one) => one.isDone || one.failure !== undefined);
  await liveUntil(office.clock, end, [...lives, ...contacts, nights(office, isOver, say)]);
  await http.stop();
  return reportOf(office, { load, done, shift, days, spoils });
}

/** Every hundredth message, by its own text: the same ones each time. */
const isSampled = (message: string): boolean =>
  createHash("sha256").update(message).digest().readUInt16BE() % oneIn === 0;

/** Claims come evenly: so many on each working day. */
const dayOf = (days: readonly CalendarDay[], at: number, of: number): CalendarDay =>
  days[Math.floor((at * days.length) / of)] ?? firstDay;

/** Those that end before they are decided come among the others, as evenly. */
function endOf({ withdrawn, notFiled }: Load, at: number, filed: number): Drawn["ends"] {
  const every = Math.floor(filed / (withdrawn + notFiled));
  const which = Math.floor(at / every);
  if (at % every !== Math.floor(every / 2) || which >= withdrawn + notFiled) return undefined;
  return which % 3 === 2 && Math.floor(which / 3) < notFiled ? "not-filed" : "withdrawn";
}

interface Around {
  readonly office: OfficeInProcess;
  readonly http: OverHttp;
  readonly shift: Shift;
  readonly done: Replayed[];
  say(line: string): void;
}

function claimLife(
  { office, http, shift, done, say }: Around,
  take: (on: string) => ClaimedSupply,
  day: CalendarDay,
  at: number,
  ends: Drawn["ends"],
): Life {
  const minutesIn = (at * 37) % 270;
  const time = `${String(8 + Math.floor(minutesIn / 60)).padStart(2, "0")}:${String(minutesIn % 60).padStart(2, "0")}`;
  return {
    from: limaInstant(day, time),
    live: async (sleep) => {
      const supply = take(limaDay(office.clock.now()));
      const name = `replay-${at}@example.pe`;
      const own = office.as(subOf({ pool: "customers", identifier: name }), sleep);
      const asked = at % oneIn === oneIn / 2 ? http.reached(own, name) : own;
      const { life, attempt } = startLife(asked, supply, `replay-${at}`);
      const replay: Replayed = { at, claimId: () => life.kept("claimId"), isDone: false };
      done.push(replay);
      const steps = replayedSteps(supply, { is: (share) => draws(at, share), ends }, shift);
      const ended = async (): Promise<void> => {
        if (await walked(asked, steps, life, attempt))
          await walked(asked, silenceSteps(shift), life, (step) => attempt(steps.length + step));
      };
      await ended().then(
        () => {
          replay.isDone = true;
        },
        (failure: unknown) => {
          replay.failure = `${name} (${ends ?? "a su fin"}): ${failure instanceof Error ? failure.message : failure}`;
          say(replay.failure);
        },
      );
    },
  };
}

/** Takes the steps up to the last. Returns whether an act came too late because silence had granted the claim. */
async function walked(
  office: Office,
  steps: readonly Step[],
  life: ReturnType<typeof startLife>["life"],
  attempt: (at: number) => void,
): Promise<boolean> {
  for (const [at, step] of steps.entries()) {
    attempt(at);
    try {
      await step.does(life);
    } catch (failure) {
      if (failure instanceof Surprise && (await life.file()).state.endsWith("silence")) return true;
      throw new Error(`${step.name}, ${await office.now()}: ${String(failure)}`, { cause: failure });
    }
  }
  return false;
}

/** Whether a share falls on a claim: the same each time, and each share by itself. */
const draws = (at: number, share: Share): boolean =>
  createHash("sha256").update(`${at} ${share}`).digest().readUInt16BE() % 1000 < shares[share] * 10;

function contactLife(office: OfficeInProcess, shift: Shift, day: CalendarDay, at: number): Life {
  return {
    from: limaInstant(day, "09:30"),
    live: async (sleep) => {
      await shift.done("attend a question", { now: async () => office.clock.now(), until: sleep });
      const body = { channel: "telephone" as const, matter: "receipt" as const };
      const desk = office.as("", sleep);
      await desk.call("operator", "enterAttention", { body }, { key: `replay-contact-${at}-of-the-office` });
    },
  };
}

/** What the schedules do each night, until the last claim is at its end. */
function nights({ clock, run }: OfficeInProcess, isOver: () => boolean, say: (line: string) => void): Life {
  return {
    from: clock.now(),
    live: async (sleep) => {
      let month = "";
      for (let day = addDays(limaDay(clock.now()), 1); !isOver(); day = addDays(day, 1)) {
        await sleep(limaInstant(day, "00:05"));
        await run("sweep");
        if (!day.startsWith(month) || month === "") say(`${day}: ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
        month = day.slice(0, 7);
      }
    },
  };
}

/** Makes supplies enough for every claim, with the receipts of the months, and imports their file; returns it. */
async function importedReceipts(office: OfficeInProcess, claims: number): Promise<string> {
  const { receipts } = seededFiles({
    // Some have no receipt that can be claimed here: read off no meter, or an atypical month.
    supplies: Math.ceil(claims * 1.35) + 50,
    months: 13,
    lastPeriod: "2026-10",
    lists: tenant.billing.tariffLists.value,
    seed: 105,
  });
  const bytes = new TextEncoder().encode(receipts);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const desk = office.as("", async () => {});
  const fileName = "recibos_repeticion.csv";
  const { importId, upload } = await desk.call("billing", "startImport", {
    body: { kind: "receipts", fileName, sizeBytes: bytes.byteLength, sha256 },
  });
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
  form.append("file", new Blob([bytes]), fileName);
  await fetch(upload.url, { method: "POST", body: form });
  const { state } = await desk.call("billing", "showImport", { params: { importId } });
  if (state !== "done") throw new Error(`the receipts are ${state}`);
  return receipts;
}
