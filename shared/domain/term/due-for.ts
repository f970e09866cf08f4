import type { ClaimLaw } from "../case/claim-law.ts";
import { type Claim, type ClockId, stateTable } from "../case/claim-states.ts";
import { type Clock, clocksOf } from "./claim-clocks.ts";

/** The term that ends on a claim's next day, and whose it is. */
export interface DueFor {
  readonly clock: ClockId;
  readonly whose: "company" | "user" | "tribunal";
}

/** T21, to acknowledge an e-mail, is the claimant's although it counts by the company's calendar. */
function whoseIs({ id, calendar }: Clock): DueFor["whose"] {
  if (id === "T17") return "tribunal";
  return calendar === "USER" || id === "T21" ? "user" : "company";
}

/**
 * Returns the term, not met at `now`, that ends on `dueOn`: of several, the first of whoever acts next. Undefined if
 * none does, as on the day of a hearing.
 */
export function dueFor(claim: Claim, law: ClaimLaw, now: string, dueOn: string | undefined): DueFor | undefined {
  const ending = clocksOf(claim, law, now)
    .filter(({ dueDate, status }) => dueDate === dueOn && !status.startsWith("met"))
    .map((clock): DueFor => ({ clock: clock.id, whose: whoseIs(clock) }));
  const isUsers = stateTable[claim.state].next === "user";
  return ending.find(({ whose }) => (whose === "user") === isUsers) ?? ending[0];
}
