import { caseHeadAt } from "../../../shared/casework/case/case-at.ts";
import { countOpenings as route } from "../../../shared/contract/register/report-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import type { Opening } from "../../../shared/domain/counter/openings.ts";
import { comparedLooks, countLooks } from "../../../shared/domain/register/look-counts.ts";
import { addDays, limaDay, weekday } from "../../../shared/domain/term/calendar-day.ts";
import { isOwnQueue } from "../../../shared/domain/work/own-queues.ts";
import type { StoredHead } from "../../../shared/storage/case/case-head.ts";
import type { StaffRecord } from "../../../shared/storage/register/staff-register.ts";
import { serve } from "../../runtime/serve.ts";
import type { ReportDeps } from "../report-deps.ts";

/** Cases read whole for one answer: those that neither their owner nor their list explains. */
const mostCases = 300;
/** Cases read at the same time. */
const atOnce = 10;

/**
 * Answers how much each of the staff opened in a week, Monday to Sunday, with what is outside their work and the median
 * of their role; the present week if none is named. A claim is somebody's work if they own it, it is on a list of their
 * role now, or a record of it names them. `isWhole` is false if some of the week was left out.
 */
export const countOpenings = (deps: ReportDeps) =>
  serve(route, async ({ now, query: { week = limaDay(now) } }) => {
    const from = addDays(week, 1 - weekday(week));
    const until = addDays(from, 6);
    const office = deps.tenant.office.code.value;
    const [{ openings, isWhole }, staff] = await Promise.all([
      deps.openingsReader.between(office, from, until),
      deps.staffRegister.recent(office, now),
    ]);
    const { isOwn, isRead } = await workOf(deps, openings, staff, now);
    const rolesOf = (by: string) => staff.find(({ sub }) => sub === by)?.roles ?? [];
    return ok({
      ...{ from, until, isWhole: isWhole && isRead },
      staff: comparedLooks(countLooks(openings, isOwn), rolesOf).map(({ by, ...count }) => ({
        ...{ name: staff.find(({ sub }) => sub === by)?.name, roles: [...rolesOf(by)], ...count },
      })),
    });
  });

/** Whose work the opened claims are. `isRead` is false if more claims had to be read whole than one answer may. */
async function workOf(
  { caseFiles, caseReader }: ReportDeps,
  openings: readonly Opening[],
  staff: readonly StaffRecord[],
  now: string,
) {
  const looks = openings.flatMap(({ what, id, by }) => (what === "claim" ? [{ id, by }] : []));
  const heads = new Map(
    (await caseFiles.heads([...new Set(looks.map(({ id }) => id))])).map((head) => [head.claimId, head]),
  );
  const byHead = (by: string, claimId: string): boolean => {
    const head = heads.get(claimId);
    return head !== undefined && (head.owner?.sub === by || isListedFor(staff, by, head, now));
  };
  const unexplained = [...new Set(looks.flatMap(({ id, by }) => (heads.has(id) && !byHead(by, id) ? [id] : [])))];
  const named = new Map<string, ReadonlySet<string>>();
  for (let at = 0; at < Math.min(unexplained.length, mostCases); at += atOnce)
    await Promise.all(
      unexplained.slice(at, at + atOnce).map(async (claimId) => {
        const file = await caseReader.read(claimId);
        // Whoever recorded something in it, or had one of its visits.
        const texts = JSON.stringify([file?.events ?? [], file?.visits ?? []]);
        named.set(claimId, new Set(staff.flatMap(({ sub }) => (texts.includes(JSON.stringify(sub)) ? [sub] : []))));
      }),
    );
  const isOwn = (by: string, claimId: string): boolean => byHead(by, claimId) || (named.get(claimId)?.has(by) ?? false);
  return { isOwn, isRead: unexplained.length <= mostCases };
}

/** Whether a claim is now on a list that somebody works on. */
function isListedFor(staff: readonly StaffRecord[], by: string, head: StoredHead, now: string): boolean {
  const [step] = caseHeadAt(head, now).steps;
  return step !== undefined && isOwnQueue(staff.find(({ sub }) => sub === by)?.roles ?? [], step.queue);
}
