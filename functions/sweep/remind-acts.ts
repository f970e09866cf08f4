import { awaitedIn, openMatters } from "../../shared/casework/case/awaited-facts.ts";
import { type CaseDeps, record } from "../../shared/casework/case/record.ts";
import { type OpenPosition, openClaims } from "../../shared/casework/claim/moved-claims.ts";
import { awaitedOf, reminderKey, toRemind } from "../../shared/domain/case/awaits-claimant.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { limaDay, limaTime } from "../../shared/domain/term/calendar-day.ts";
import { nextWorkingDay } from "../../shared/domain/term/legal-calendar.ts";
import type { StoredHead } from "../../shared/storage/case/case-head.ts";
import { logFailure } from "../runtime/log.ts";
import { wakes } from "./awake.ts";
import type { ListDeps } from "./list-deps.ts";

const by = { kind: "system", name: "sweep" } as const;
const page = 50;

/**
 * Records `act-reminded`, which sends the claimant a message, for each act whose omission costs the claimant something,
 * if its last day is after today and at most the next working day. A hearing has reminders of its own and is left out.
 * Each act and day is reminded once. Does nothing before 07:00 in Lima. Reads a case only if its stored head lists such
 * an act. Returns how many reminders were recorded, and how many cases failed (logged as `act-not-reminded`).
 */
export async function remindActs(deps: ListDeps, now: string): Promise<{ reminded: number; failed: number }> {
  const counts = { reminded: 0, failed: 0 };
  if (limaTime(now).time < wakes) return counts;
  let from: OpenPosition | undefined;
  do {
    const { heads, next } = await openClaims(deps.workLists, deps.tenant.office.code.value, from, page);
    for (const { claimId } of heads.filter((head) => isDue(deps, head, now)))
      try {
        counts.reminded += await remindOne(deps, claimId, now);
      } catch (failure) {
        logFailure("act-not-reminded", failure, { claimId });
        counts.failed += 1;
      }
    from = next;
  } while (from);
  return counts;
}

function dueOf({ tenant }: CaseDeps, awaits: Parameters<typeof toRemind>[0], now: string) {
  const today = limaDay(now);
  return toRemind(awaits, today, nextWorkingDay(tenant.calendars.USER.value, today));
}

function isDue(deps: CaseDeps, head: StoredHead, now: string): boolean {
  return dueOf(deps, awaitedIn(head, now), now).some((one) => !head.reminded?.includes(reminderKey(one)));
}

/** Records the reminders a case needs now, and returns how many. */
async function remindOne(deps: CaseDeps, claimId: string, now: string): Promise<number> {
  let reminded = 0;
  const recorded = await record(deps, { claimId, now }, ({ file: { head, events }, claim, law, now: effectiveAt }) => {
    const due = dueOf(deps, awaitedOf(claim, law, effectiveAt, openMatters(events, claim, law)), effectiveAt);
    const once = new Map(due.map((one) => [reminderKey(one), one]));
    const entries = [...once]
      .filter(([key]) => !head.reminded?.includes(key))
      .map(([, details]) => ({ type: "act-reminded", effectiveAt, by, details }) as const);
    reminded = entries.length;
    return ok({ entries });
  });
  if (!recorded.ok) throw new Error(`the reminder of claim ${claimId} was not recorded: ${recorded.error}`);
  return reminded;
}
