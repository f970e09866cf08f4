import { tenant } from "../../settings.ts";
import { caseAt } from "../../shared/casework/case/case-at.ts";
import type { NewClaim } from "../../shared/casework/filing/file-claim.ts";
import { entriesOf } from "../../shared/domain/case/case-events.ts";
import type { ClaimType } from "../../shared/domain/case/claim-types.ts";
import { type Figure, once } from "../figure.ts";
import { claimOf, filed, officeInMemory } from "../office-in-memory.ts";

const floodSize = 1000;
/** How many honest people claim on the day of the flood, after it: the utility's own number. */
const honest = 34;
const now = "2026-11-23T15:00:00.000Z";
const floodedSupply = "00900000";
const types: readonly ClaimType[] = ["F01", "F02", "F03", "F07", "F09", "F10", "F11"];

/**
 * Files the claims that `before` gives, then one claim of each honest person. Returns the visit and hearing days of
 * each honest claim, and as `late` how many of these claims have no visit or a late one.
 */
async function daysAfter(before: (receipt: Parameters<typeof claimOf>[0]) => readonly NewClaim[]) {
  const { deps, receipt } = await officeInMemory();
  const earlier = before(receipt);
  for (const claim of earlier) await filed(deps, claim);
  const days: string[] = [];
  let late = 0;
  for (let each = 0; each < honest; each += 1) {
    const supplyCode = String(10_000 + each).padStart(8, "0");
    const { filing } = await filed(
      deps,
      claimOf(receipt, { sub: `honest-${each}`, supplyCode, key: `h-${each}`, now }),
    );
    const { visit, hearing } = filing.details;
    days.push(`${visit?.on} ${hearing?.on}`);
    if (!visit || visit.late) late += 1;
  }
  return { days, late };
}

const alone = once(() => daysAfter(() => []));

/**
 * Returns a function that makes a flood: `floodSize` claims of all `types` from `accounts` accounts. All are on one
 * supply; if `isOnOwnSupplies`, each account's are on a supply of its own.
 */
function flood(accounts: number, isOnOwnSupplies: boolean) {
  return (receipt: Parameters<typeof claimOf>[0]): readonly NewClaim[] =>
    Array.from({ length: floodSize }, (_, each) => {
      const account = each % accounts;
      const supplyCode = isOnOwnSupplies ? String(900_000 + account).padStart(8, "0") : floodedSupply;
      const claimType = types[Math.floor(each / accounts) % types.length] ?? "F01";
      return claimOf(receipt, { sub: `flood-${account}`, supplyCode, claimType, key: `f-${each}`, now });
    });
}

/**
 * Makes a flood of `floodSize` claims without an account, on the very supplies and receipts that the honest people then
 * claim. With `knowsSupply`, each showed the total of its receipt.
 */
function floodOfGuests(receipt: Parameters<typeof claimOf>[0], knowsSupply = false): readonly NewClaim[] {
  return Array.from({ length: floodSize }, (_, each): NewClaim => {
    const supplyCode = String(10_000 + (each % honest)).padStart(8, "0");
    const claim = claimOf(receipt, { sub: "nobody", supplyCode, key: `g-${each}`, now });
    const guest = { receipts: [], knowsSupply };
    return { ...claim, by: { kind: "guest", sub: `guest-${each}` }, sub: undefined, guest };
  });
}

/** Counts the claims of a flood of guests that hold their receipts, which billing is then asked not to collect. */
async function heldByGuests(knowsSupply: boolean): Promise<number> {
  const { deps, receipt } = await officeInMemory();
  let held = 0;
  for (const claim of floodOfGuests(receipt, knowsSupply)) {
    const { file } = await filed(deps, claim);
    if (file.head.hold.held) held += 1;
  }
  return held;
}

type Earlier = Parameters<typeof daysAfter>[0];

/**
 * Counts the honest claims filed after `earlier`. `moved` are those with another visit or hearing day than without
 * `earlier`; `late` are those with no visit or a late one.
 */
async function movedBy(earlier: Earlier): Promise<{ moved: number; late: number }> {
  const without = await alone({ quick: false });
  const { days, late } = await daysAfter(earlier);
  return { moved: days.filter((day, at) => day !== without.days[at]).length, late };
}

/**
 * Returns a function that makes the claims of `count` homes on one day. Each home files as many claims, of different
 * types, as one supply may get appointments on a day.
 */
const homes =
  (count: number): Earlier =>
  (receipt) =>
    types.slice(0, tenant.office.appointmentsPerDay.value.supply).flatMap((claimType, time) =>
      Array.from({ length: count }, (_, each) => {
        const supplyCode = String(800_000 + each).padStart(8, "0");
        return claimOf(receipt, { sub: `home-${each}`, supplyCode, claimType, key: `o-${time}-${each}`, now });
      }),
    );

interface Lawful {
  readonly refused: number;
  readonly waiting: number;
  readonly joined: number;
}

/**
 * Files on one day 60 claims of an administrator of flats, 40 of an association for its homes and three of its own, and
 * 100 typed at the desk. Counts the `refused` claims, the filed ones without a hearing (`waiting`), and the entries
 * `claims-joined` (`joined`).
 */
const lawful = once(async (): Promise<Lawful> => {
  const { deps, receipt } = await officeInMemory();
  const flats = (sub: string, from: number, count: number) =>
    Array.from({ length: count }, (_, each) =>
      claimOf(receipt, { sub, supplyCode: String(from + each).padStart(8, "0"), key: `${sub}-${each}`, now }),
    );
  const own = (["F02", "F10", "F09"] as const).map((claimType) =>
    claimOf(receipt, { sub: "association", supplyCode: "00300000", claimType, key: `association-${claimType}`, now }),
  );
  const typed = flats("nobody", 400_000, 100).map((claim): NewClaim => {
    const by = { kind: "staff", sub: "operator-1", roles: ["operator"] } as const;
    return { ...claim, by, sub: undefined, channel: "counter" };
  });
  const made = { refused: 0, waiting: 0, joined: 0 };
  for (const claim of [
    ...flats("administrator", 100_000, 60),
    ...flats("association", 200_000, 40),
    ...own,
    ...typed,
  ]) {
    const { file, filing } = await filed(deps, claim).catch(() => ({ file: undefined, filing: undefined }));
    if (!file || !filing) made.refused += 1;
    else if (filing.details.hearing === undefined) made.waiting += 1;
    made.joined += entriesOf(file?.events ?? [], "claims-joined").length;
  }
  return made;
});

/**
 * Counts the claims of a flood, from `accounts` accounts on one receipt, that are not in state `filed`, have no code,
 * or whose law gives no term of silence.
 */
async function lostOf(accounts: number): Promise<number> {
  const { deps, receipt } = await officeInMemory();
  let lost = 0;
  for (const claim of flood(accounts, false)(receipt)) {
    const { file } = await filed(deps, claim);
    const { claim: read, law } = caseAt(file, deps.tenant, now);
    if (read.state !== "filed" || file.head.code === "" || law.silence.first === 0) lost += 1;
  }
  return lost;
}

const zero = { goal: { atMost: 0 }, group: "operate" } as const;
const moved = `of ${honest} claims of other homes filed after a flood of ${floodSize}, all on one receipt: visits or hearings on another day than without it`;
const people =
  "60 flats of one account, 40 homes and three claims of an association, 100 claims typed at the desk, on one day";

export const sources = ["shared/casework", "shared/domain", "shared/storage", "tenants"];

export const figures: readonly Figure[] = [
  ...[1, 10, 100].map(
    (accounts): Figure => ({
      ...zero,
      name: `flood-moved-by-${accounts}-accounts`,
      unit: "claims",
      against: moved,
      measure: async () => (await movedBy(flood(accounts, false))).moved,
    }),
  ),
  {
    ...zero,
    name: "flood-moved-by-guests",
    unit: "claims",
    against: `of ${honest} claims filed after ${floodSize} without an account on the same supplies and receipts: visits or hearings on another day than without them`,
    measure: async () => (await movedBy((receipt) => floodOfGuests(receipt))).moved,
  },
  {
    ...zero,
    name: "holds-by-unproved-guests",
    unit: "holds",
    against: `${floodSize} claims without an account, total or confirmed contact: receipts whose collection billing is asked to stop`,
    measure: () => heldByGuests(false),
  },
  {
    group: "operate",
    goal: { atLeast: floodSize },
    name: "holds-by-proved-guests",
    unit: "holds",
    against: `the control: ${floodSize} claims without an account that showed the total of their receipt`,
    measure: () => heldByGuests(true),
  },
  ...[10, 100].map(
    (accounts): Figure => ({
      ...zero,
      name: `flood-moved-beyond-${accounts}-homes`,
      unit: "claims",
      against: `of ${honest} claims filed after ${floodSize} from ${accounts} accounts, each on a supply of its own: on another day, beyond those that as many homes move with the claims of one day`,
      measure: async () => (await movedBy(flood(accounts, true))).moved - (await movedBy(homes(accounts))).moved,
    }),
  ),
  {
    ...zero,
    name: "flood-late-by-100-supplies",
    unit: "claims",
    against: `of ${honest} claims filed after ${floodSize} from 100 accounts, each on a supply of its own: visits past their target`,
    measure: async () => (await movedBy(flood(100, true))).late,
  },
  {
    ...zero,
    name: "flood-claims-lost",
    unit: "claims",
    against: `${floodSize} claims of one account on one receipt: each is filed, coded and dated, and its terms run`,
    measure: () => lostOf(1),
  },
  {
    ...zero,
    name: "lawful-claims-refused",
    unit: "claims",
    against: people,
    measure: async (of) => (await lawful(of)).refused,
  },
  {
    ...zero,
    name: "lawful-claims-waiting",
    unit: "claims",
    against: people,
    measure: async (of) => (await lawful(of)).waiting,
  },
  {
    ...zero,
    name: "lawful-claims-joined",
    unit: "claims",
    against: people,
    measure: async (of) => (await lawful(of)).joined,
  },
];
