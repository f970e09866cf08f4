import { createHash } from "node:crypto";
import { type Life, liveUntil } from "../local/in-process/lives.ts";
import { type OfficeInProcess, type Opening, openOfficeInProcess } from "../local/in-process/office.ts";
import { branches } from "../local/journey/branches.ts";
import { type Step, startLife } from "../local/journey/life.ts";
import type { Office } from "../local/journey/office.ts";
import { journeyWorld } from "../local/journey/supplies.ts";
import { subOf } from "../local/people.ts";
import { seedStaff } from "../local/seed/staff.ts";
import { besides } from "../scripts/living-office/beside.ts";
import { type ClaimedSupply, openSupplyBook } from "../scripts/living-office/supplies.ts";
import { addDays, calendarDay, limaDay, limaInstant } from "../shared/domain/term/calendar-day.ts";
import type { FunctionName } from "../shared/permissions.ts";
import { openTrustedRoots } from "../shared/storage/resolution/trusted-roots.ts";

/** The first day on which something happens: all receipts are from before it. */
const firstDay = calendarDay("2026-11-23");
/** How long the office goes on at the most. */
const daysAfter = 260;

interface Living {
  /** Stands between somebody and the office: what the lives call goes through it. */
  readonly through?: (own: Office, sub: string) => Office;
  /** Changes the rows of the receipts' file before it is imported. */
  readonly registered?: (receipts: string) => string;
  /** How many ways of a claim are walked, of all. */
  readonly ways?: number;
  /** Gets what ended a life before its end; by default it ends the run. */
  readonly fails?: (failure: Error) => void;
}

/** An office in memory with its staff and the receipts of thirty supplies, before anything happened in it. */
export async function openLivedOffice(opening: Partial<Opening> = {}): Promise<OfficeInProcess> {
  const office = await openOfficeInProcess({
    at: limaInstant(addDays(firstDay, -1), "06:00"),
    counts: true,
    renders: () => true,
    checksHere: true,
    ...opening,
  });
  const claims = { client: office.stores.tables.client, name: "claims" };
  await seedStaff(claims, office.clock.now());
  await openTrustedRoots(claims).add(office.authority.root);
  return office;
}

/**
 * Lives every way of a claim to its end, and what happens beside claims, in an office of this process. Schedules run
 * each night meanwhile.
 * @throws if an act is refused that its step expects to be taken, unless `fails` takes it
 */
export async function liveOffice(
  office: OfficeInProcess,
  { through = (own) => own, registered = (rows) => rows, ways = branches.length + besides.length, fails }: Living,
): Promise<void> {
  const { receipts, supplies } = journeyWorld();
  await importFile(
    through(
      office.as("", async () => {}),
      "",
    ),
    "receipts",
    registered(receipts),
  );
  const book = taken(openSupplyBook(receipts, supplies.length - 5));
  const walks: readonly (readonly [string, (supply: ClaimedSupply) => readonly Step[]])[] = [
    ...branches.map(({ name, steps }) => [name, () => steps] as const),
    ...besides.map(({ steps }, at) => [`beside-${at}`, steps] as const),
  ];
  let left = Math.min(ways, walks.length);
  const lives = walks.slice(0, left).map(([name, steps], at): Life => {
    const supply = (supplies[at] as ClaimedSupply | undefined) ?? book(at);
    const sub = subOf({ pool: "customers", identifier: `${name}@example.pe` });
    return {
      from: limaInstant(firstDay, "09:00"),
      live: async (sleep) => {
        const own = through(office.as(sub, sleptInOffice(office, sleep)), sub);
        const { life, attempt } = startLife(own, supply, `lived-${name}`);
        try {
          for (const [step, { does, name: what }] of steps(supply).entries()) {
            attempt(step);
            await does(life).catch((failure: unknown) => {
              throw new Error(`${name}, ${what}, ${office.clock.now()}: ${String(failure)}`, { cause: failure });
            });
          }
        } catch (failure) {
          if (!(failure instanceof Error) || !fails) throw failure;
          fails(failure);
        }
        left -= 1;
      },
    };
  });
  const end = limaInstant(addDays(firstDay, daysAfter), "00:00");
  await liveUntil(office.clock, end, [...lives, nights(office, () => left === 0)]);
}

const nightly: readonly FunctionName[] = ["sweep", "digest-chains", "redeliver", "recount-totals", "check-records"];

function nights({ clock, run }: OfficeInProcess, isOver: () => boolean): Life {
  return {
    from: clock.now(),
    live: async (sleep) => {
      for (let day = addDays(limaDay(clock.now()), 1); !isOver(); day = addDays(day, 1)) {
        await sleep(limaInstant(day, "00:05"));
        for (const name of nightly) await run(name);
      }
    },
  };
}

/** Who waits for a day finds done what the office does of itself until then. */
const sleptInOffice =
  ({ run }: OfficeInProcess, sleep: (until: string) => Promise<void>) =>
  async (until: string): Promise<void> => {
    await sleep(until);
    await run("sweep");
  };

/** Returns supplies in turn, the same again after the last. */
function taken(book: ReturnType<typeof openSupplyBook>): (at: number) => ClaimedSupply {
  const all: ClaimedSupply[] = [];
  try {
    for (;;) all.push(book.take(firstDay));
  } catch {
    return (at) => all[at % all.length] as ClaimedSupply;
  }
}

/** Sends a file of the commercial system as billing does. @throws if it is not imported */
async function importFile(desk: Office, kind: "receipts", text: string): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const fileName = `${kind}.csv`;
  const { importId, upload } = await desk.call(
    "billing",
    "startImport",
    { body: { kind, fileName, sizeBytes: bytes.byteLength, sha256 } },
    { key: `import-of-${kind}-lived` },
  );
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
  form.append("file", new Blob([bytes]), fileName);
  await fetch(upload.url, { method: "POST", body: form });
  const { state } = await desk.call("billing", "showImport", { params: { importId } });
  if (state !== "done") throw new Error(`the file is ${state}`);
}
