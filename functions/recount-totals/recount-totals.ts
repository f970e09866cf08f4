import { agedFaults } from "../../shared/casework/board/state-ages.ts";
import { caseFaults } from "../../shared/casework/check/case-faults.ts";
import { filedOnAt } from "../../shared/casework/filing/filed-on.ts";
import { claimTotals } from "../../shared/domain/board/claim-totals.ts";
import {
  attendedTotals,
  type Counts,
  listsOf,
  listTotals,
  plusCounts,
  plusTotals,
  type Totals,
} from "../../shared/domain/board/office-totals.ts";
import { limaDay, limaTime, monthBefore } from "../../shared/domain/term/calendar-day.ts";
import type { OfficeTotals, StoredTotals } from "../../shared/storage/board/office-totals.ts";
import type { CaseFiles } from "../../shared/storage/case/case-files.ts";
import { listPlaceOfHead } from "../../shared/storage/case/case-head.ts";
import type { Attentions } from "../../shared/storage/counter/attentions.ts";
import type { Problems } from "../../shared/storage/problem/problems.ts";
import { emptyMonths, type MonthRegister } from "../../shared/storage/register/month-register.ts";
import type { Observations } from "../../shared/storage/register/observations.ts";
import type { OwnedClaims } from "../../shared/storage/register/staff-register.ts";
import type { Tenant } from "../../shared/tenant/tenant.ts";
import { log } from "../runtime/log.ts";

export interface RecountDeps {
  readonly tenant: Tenant;
  readonly caseReader: Pick<CaseFiles, "read">;
  readonly months: MonthRegister;
  readonly problems: Pick<Problems, "found">;
  readonly observations: Pick<Observations, "found">;
  readonly attentions: Pick<Attentions, "list">;
  readonly officeTotals: Pick<OfficeTotals, "all" | "replace" | "agreed" | "agree">;
  readonly ownedClaims: OwnedClaims;
}

/** The hour of Lima from which the day's count is due: nobody works then. */
const dueAt = "02:00";
/** Minutes in which the stream has surely counted an entry; its alarm rings earlier. */
export const settledMinutes = 20;
/** Cases read at the same time. */
const atOnce = 10;

/** What a count of everything found, and the instant of the latest entry or move it counted. */
interface Recount {
  readonly totals: Totals;
  readonly claims: number;
  readonly latest: string;
}

/**
 * Returns the task that counts everything anew from the case files, once a day from 02:00 in Lima, and logs what is
 * wrong of a case (`countClaim`). If the stored totals agree, puts right the owners' counts of open claims and logs
 * `totals-agree`, as any later run of the day does; if not, logs `totals-differ` and stores the new counts. Logs only
 * `totals-unsettled` if they differ while something was counted in the run or recorded in the last 20 minutes.
 */
export const recountTotals =
  (deps: RecountDeps) =>
  async (now: string): Promise<void> => {
    const { officeTotals, tenant } = deps;
    const office = tenant.office.code.value;
    const today = limaDay(now);
    const last = await officeTotals.agreed(office);
    if (last?.day === today) return log("info", "totals-agree", { day: last.day });
    // Before that hour the count of the day before is the last one due; a first count is due at once.
    if (last && limaTime(now).time < dueAt) return log("info", "totals-agree", { day: last.day });
    const owned = await deps.ownedClaims.all(office);
    const before = await officeTotals.all(office);
    const counted = await countAll(deps, now);
    const after = await officeTotals.all(office);
    const differing = differences(after, counted.totals);
    if (differing.length === 0) {
      const corrected = await recountOwned(deps, owned, counted.totals);
      await officeTotals.agree(office, today);
      return log("info", "totals-agree", { day: today, claims: counted.claims, corrected });
    }
    if (!isSettled(before, after, counted, now)) return log("info", "totals-unsettled", { claims: counted.claims });
    log("error", "totals-differ", { months: differing.map(({ stored: { month } }) => month).join(" ") });
    for (const { stored, counts } of differing) await officeTotals.replace(office, stored, counts, now);
  };

/**
 * Puts right how many open claims each owner has, by those on the work lists, if that was not changed since it was
 * read. Returns how many counts it corrected.
 */
async function recountOwned(
  { ownedClaims, tenant }: RecountDeps,
  owned: ReadonlyMap<string, number>,
  totals: Totals,
): Promise<number> {
  let corrected = 0;
  for (const [sub, before] of owned) {
    const open = Object.values(totals[listsOf(sub)] ?? {}).reduce((sum, count) => sum + count, 0);
    if (open !== before && (await ownedClaims.replace(tenant.office.code.value, sub, before, open))) corrected += 1;
  }
  return corrected;
}

/** Whether nothing was counted during the recount, and nothing that the stream may still have to count. */
function isSettled(
  before: readonly StoredTotals[],
  after: readonly StoredTotals[],
  { latest }: Recount,
  now: string,
): boolean {
  const versions = (all: readonly StoredTotals[]) => all.map(({ month, version }) => `${month} ${version}`).join();
  const isOld = latest === "" || Date.parse(now) - Date.parse(latest) > settledMinutes * 60_000;
  return versions(before) === versions(after) && isOld;
}

/** Returns the months whose totals are not what was counted, each with the counts it should have. */
function differences(stored: readonly StoredTotals[], counted: Totals) {
  const months = new Set([...stored.map(({ month }) => month), ...Object.keys(counted)]);
  return [...months].flatMap((month) => {
    const own = stored.find((one) => one.month === month) ?? { month, counts: {}, version: 0, at: "" };
    const counts: Counts = counted[month] ?? {};
    return Object.keys(plusCounts(own.counts, counts, -1)).length === 0 ? [] : [{ stored: own, counts }];
  });
}

/**
 * Counts every month, from that of the day which what is filed now bears, back to the last of twelve in a row without a
 * claim.
 */
async function countAll(deps: RecountDeps, now: string): Promise<Recount> {
  let all: Recount = { totals: {}, claims: 0, latest: "" };
  let empty = 0;
  for (let month = filedOnAt(deps.tenant, now).slice(0, 7); empty < emptyMonths; month = monthBefore(month)) {
    const counted = await countMonth(deps, month, now);
    all = {
      totals: plusTotals(all.totals, counted.totals),
      claims: all.claims + counted.claims,
      latest: laterOf(all.latest, counted.latest),
    };
    empty = Object.keys(counted.totals).length === 0 ? empty + 1 : 0;
  }
  return all;
}

const laterOf = (a: string, b: string): string => (a > b ? a : b);

/** Counts what was filed and entered in a month, in whatever month it is counted. */
async function countMonth(deps: RecountDeps, month: string, now: string): Promise<Recount> {
  const { months, tenant, problems, observations } = deps;
  const office = tenant.office.code.value;
  const idsOf = (kind: "CLAIM" | "PROBLEM" | "OBSERVATION") => months.allIds(office, month, kind);
  const claims = await idsOf("CLAIM");
  const counted: Recount[] = [];
  for (let from = 0; from < claims.length; from += atOnce)
    counted.push(...(await Promise.all(claims.slice(from, from + atOnce).map((id) => countClaim(deps, id, now)))));
  const filed = await problems.found(await idsOf("PROBLEM"));
  const entered = await observations.found(await idsOf("OBSERVATION"));
  const attended = [
    ...filed.map(({ channel, filedOn, filedAt }) => one(attendedTotals("problem", channel, filedOn), filedAt)),
    ...entered.map(({ channel, enteredOn, enteredAt }) =>
      one(attendedTotals("observation", channel, enteredOn), enteredAt),
    ),
    ...(await contactsOf(deps, month)),
  ];
  return [...counted, ...attended].reduce(
    (sum, { totals, latest }) => ({
      totals: plusTotals(sum.totals, totals),
      claims: sum.claims,
      latest: laterOf(sum.latest, latest),
    }),
    { totals: {}, claims: claims.length, latest: "" },
  );
}

const one = (totals: Totals, latest: string): Recount => ({ totals, claims: 0, latest });

/**
 * Counts a claim. Logs `case-contradicts` for each rule that its stored items break (`caseRules`); if they break none,
 * `case-aged` for each that it breaks by its age (`agedRules`).
 */
async function countClaim({ caseReader, tenant }: RecountDeps, claimId: string, now: string): Promise<Recount> {
  const file = await caseReader.read(claimId);
  if (!file) throw new Error(`claim ${claimId} is listed in its month and has no case file`);
  const faults = caseFaults(file, tenant, now);
  for (const fault of faults) log("error", "case-contradicts", { ...fault });
  const aged = faults.length > 0 ? [] : agedFaults(file, tenant, now);
  for (const [rule, says] of aged) log("warn", "case-aged", { claimId, rule, says });
  const { events, head } = file;
  const place = listPlaceOfHead(head);
  const totals = plusTotals(claimTotals(events, tenant.calendars.COMPANY.value), place ? listTotals(place) : {});
  return one(totals, laterOf(events.at(-1)?.recordedAt ?? "", head.refreshedAt ?? ""));
}

/** Returns the contacts that staff entered in a month. */
async function contactsOf({ attentions, tenant }: RecountDeps, month: string): Promise<readonly Recount[]> {
  const found: Recount[] = [];
  let before: string | undefined;
  do {
    const page = await attentions.list(tenant.office.code.value, month, 200, before);
    found.push(...page.map(({ channel, at }) => one(attendedTotals("contact", channel, limaDay(at)), at)));
    before = page.length === 200 ? page.at(-1)?.place : undefined;
  } while (before !== undefined);
  return found;
}
