import { createHash } from "node:crypto";
import { filedOnAt } from "../../shared/casework/filing/filed-on.ts";
import { seriesOf } from "../../shared/casework/value/code-series.ts";
import { addDays, calendarDay, daysBetween, monthBefore } from "../../shared/domain/term/calendar-day.ts";
import type { KeptObjects } from "../../shared/storage/attachment/kept-objects.ts";
import { uploadKeyOf } from "../../shared/storage/attachment/uploads.ts";
import { headOf } from "../../shared/storage/case/case-head.ts";
import { headKeyOf } from "../../shared/storage/case/claim-keys.ts";
import type { CheckPlace } from "../../shared/storage/check/check-place.ts";
import type { Looks } from "../../shared/storage/counter/openings.ts";
import { emptyMonths, type MonthRegister } from "../../shared/storage/register/month-register.ts";
import type { Tenant } from "../../shared/tenant/tenant.ts";
import { type ClaimDeps, checkClaim, looksRead } from "./check-claim.ts";
import { checkCodes, type IsDue } from "./check-codes.ts";
import { type Checked, nothing, orUnreadable, together } from "./record-faults.ts";

export interface StepDeps extends Omit<ClaimDeps, "looksOf"> {
  readonly tenant: Tenant;
  readonly months: Pick<MonthRegister, "ids">;
  readonly looks: Looks;
  readonly keptObjects: Pick<KeptObjects, "attachments">;
}

/** Nights in which everything is checked once, and days after a change in which it is checked each night. */
export const allWithin = 28;
const changedWithin = 7;
/** Codes or claims of a step, and claims of it that are checked at the same time. */
const aStep = 100;
const atOnce = 10;
/** Years in a row without a code after which no earlier one is looked at, and years back at the most. */
const emptyYears = 3;
const mostYears = 50;

type Place = Pick<CheckPlace, "part" | "of" | "after">;

/** A step of the walk: where it ended, what it checked, and how much. */
export interface Step {
  readonly place: Place;
  readonly checked: Checked;
  readonly codes: number;
  readonly claims: number;
}

/**
 * Yields the steps of a night from a place on: the codes that were given, the claims of the months, the attachments
 * that are kept, and that it is done.
 */
export async function* nightSteps(deps: StepDeps, from: CheckPlace, now: string): AsyncGenerator<Step> {
  const isDue = dueIn(from.night);
  if (from.part === "codes") yield* codeSteps(deps, from, isDue);
  if (from.part !== "attachments") yield* claimSteps(deps, from.part === "claims" ? from : {}, isDue, now);
  yield* attachmentSteps(deps, from.part === "attachments" ? from : {}, isDue);
  yield { place: { part: "done" }, checked: nothing, codes: 0, claims: 0 };
}

/** Whether something changed shortly before a night, or has its turn in it by its id. */
function dueIn(night: string): IsDue {
  const changedSince = addDays(calendarDay(night), -changedWithin);
  const turn = daysBetween(calendarDay("2026-01-01"), calendarDay(night)) % allWithin;
  const turnOf = (id: string) => createHash("sha256").update(id).digest().readUInt32BE() % allWithin;
  return (id, changedOn) => changedOn >= changedSince || turnOf(id) === turn;
}

type From = Pick<Place, "of" | "after">;

/**
 * Yields each page of each list, in order, with the list and the last id of the page; the first list from behind
 * `after` on. Ends with the last list, or once `mostEmpty` of them in a row had none.
 */
async function* pagesOf<One>(
  lists: Iterable<string>,
  mostEmpty: number,
  { after: first }: From,
  read: (of: string, after: string | undefined) => Promise<readonly One[]>,
  idOf: (one: One) => string,
) {
  let [after, empty] = [first, 0];
  for (const of of lists) {
    for (let page = await read(of, after); page.length > 0; page = await read(of, after)) {
      after = page.map(idOf).at(-1);
      yield { page, of, after };
    }
    empty = after === undefined ? empty + 1 : 0;
    after = undefined;
    if (empty === mostEmpty) return;
  }
}

/** Checks the codes of the series of next year, of this one and of those before. */
async function* codeSteps(deps: StepDeps, from: CheckPlace, isDue: IsDue): AsyncGenerator<Step> {
  const { tenant, givenCodes } = deps;
  const next = Number(from.night.slice(0, 4)) + 1;
  const series = Array.from({ length: mostYears }, (_, back) => seriesOf(tenant, next - back));
  const all = series.flat().slice(Math.max(0, series.flat().indexOf(from.of ?? "")));
  const mostEmpty = emptyYears * (series[0]?.length ?? 1);
  const read = (of: string, after?: string) => givenCodes.ofSeries(of, aStep, after);
  for await (const { page, of, after } of pagesOf(all, mostEmpty, from, read, ({ code }) => code)) {
    const checked = await checkCodes(deps, page, isDue);
    yield { place: { part: "codes", of, after }, checked, codes: page.length, claims: 0 };
  }
}

/** Checks the claims of the month that what is filed now bears, and of those before. */
async function* claimSteps(deps: StepDeps, from: From, isDue: IsDue, now: string): AsyncGenerator<Step> {
  const { tenant, months, looks } = deps;
  const office = tenant.office.code.value;
  const own: ClaimDeps = { ...deps, looksOf: looksRead(looks, office) };
  const back = monthsBack(from.of ?? filedOnAt(tenant, now).slice(0, 7));
  const read = (of: string, after?: string) => months.ids(office, of, "CLAIM", aStep, after);
  for await (const { page, of, after } of pagesOf(back, emptyMonths, from, read, (id) => id)) {
    const checked = await checkClaims(own, page, isDue, now);
    yield { place: { part: "claims", of, after }, checked: together(checked), codes: 0, claims: checked.length };
  }
}

/** Checks that each kept attachment whose turn it is has its item. */
async function* attachmentSteps(deps: StepDeps, from: From, isDue: IsDue): AsyncGenerator<Step> {
  const { keptObjects, namedItems } = deps;
  const read = (_: string, after?: string) => keptObjects.attachments(after);
  for await (const { page, of, after } of pagesOf(["attachments"], 1, from, read, (id) => id)) {
    const due = page.filter((id) => isDue(id, ""));
    const item = await namedItems.read(due.map(uploadKeyOf));
    const faults = due
      .filter((id) => !item(uploadKeyOf(id)))
      .map((code) => ({ code, point: 6, says: "it is kept, and no item says of what" }) as const);
    yield { place: { part: "attachments", of, after }, checked: { faults, files: [] }, codes: 0, claims: 0 };
  }
}

function* monthsBack(from: string): Generator<string> {
  for (let month = from; ; month = monthBefore(month)) yield month;
}

/** Checks those of some claims that are open or due. Returns what was found of each. */
async function checkClaims(
  deps: ClaimDeps,
  ids: readonly string[],
  isDue: IsDue,
  now: string,
): Promise<readonly Checked[]> {
  const item = await deps.namedItems.read(ids.map(headKeyOf));
  const found: (Checked | undefined)[] = [];
  for (let at = 0; at < ids.length; at += atOnce)
    found.push(
      ...(await Promise.all(
        ids.slice(at, at + atOnce).map(async (id) => {
          const head = item(headKeyOf(id));
          if (!head) return headless(id);
          const code = String(head["code"]);
          return orUnreadable(code, async () => {
            const { steps, filedOn, changedOn = filedOn } = headOf(head);
            const isOpen = steps[0]?.queue !== "over";
            return isOpen || isDue(id, changedOn) ? checkClaim(deps, id, code, now) : undefined;
          });
        }),
      )),
    );
  return found.flatMap((one) => one ?? []);
}

/** Without its head no code of it is known. */
const headless = (claimId: string): Checked => ({
  faults: [{ code: claimId, point: 13, says: "it is listed in its month and has no head" }],
  files: [],
});
