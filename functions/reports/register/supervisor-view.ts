import type { admitSupervisor } from "../../../shared/contract/register/report-routes.ts";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import { isInForce } from "../../../shared/domain/register/supervision.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";
import type { Supervisor } from "../../../shared/storage/register/supervision.ts";

/**
 * Returns an external supervisor as staff see them, with the access entered last first. `isInForce` is whether the day
 * of `now` in Lima is in the access entered last.
 */
export function supervisorView({ sub, name, accesses }: Supervisor, now: string): AnswerOf<typeof admitSupervisor> {
  const last = accesses.at(-1);
  return {
    sub,
    name,
    accesses: accesses.map(({ from, until, letter, by, at }) => ({ from, until, letter, by, at })).reverse(),
    isInForce: last !== undefined && isInForce(last, limaDay(now)),
  };
}
