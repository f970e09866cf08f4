import { apply, type ClaimRefusal, claimAt } from "../../../../shared/domain/case/claim.ts";
import type { Agreement, TribunalOutcome } from "../../../../shared/domain/case/claim-events.ts";
import type { ClaimState } from "../../../../shared/domain/case/claim-states.ts";
import {
  appealed,
  at,
  type Fact,
  factOn,
  filing,
  issued,
  law,
  lived,
  notified,
  reconsidered,
  resolved,
  type Step,
} from "./claim-examples.ts";

export function stateAt(now: string, ...steps: readonly Step[]) {
  return claimAt(lived(...steps), law, at(now))?.state;
}

/** Returns the state just after the last of these steps, or why that step is refused. */
export function end(...steps: readonly Step[]): ClaimState | ClaimRefusal {
  const [what, effective, recorded] = steps.at(-1)!;
  const done = apply(lived(...steps.slice(0, -1)), factOn(what, effective), law, at(recorded ?? effective));
  return done.ok ? done.value.state : done.error;
}

/** A claim of a type that requires neither visit nor hearing. */
export const filedPlain: Step = [filing("2026-07-20", { claimType: "F02" }), "2026-07-20"];
export const observed: readonly Step[] = [
  [{ type: "defect-observed" }, "2026-07-21"],
  [{ type: "defect-notified" }, "2026-07-21"],
];

export const remedied: Step = [{ type: "remedied" }, "2026-07-24"];
export const decided: readonly Step[] = [...resolved, notified];
export const atTribunal: readonly Step[] = [
  ...decided,
  appealed("2026-09-01"),
  [{ type: "file-elevated" }, "2026-09-03"],
];

export const inRecon: readonly Step[] = [...decided, reconsidered("2026-09-01")];
export const reconSigned: readonly Step[] = [
  ...inRecon,
  [issued, "2026-09-10"],
  [{ type: "resolution-signed" }, "2026-09-11"],
];

export function held(agreement: Agreement): Fact {
  return agreement === "total" || agreement === "partial"
    ? { type: "conciliation-held", agreement, standing: { as: "holder" } }
    : { type: "conciliation-held", agreement };
}

export function tribunal(outcome: TribunalOutcome): Fact {
  return outcome.startsWith("back")
    ? ({ type: "tribunal-decided", outcome, termDays: 10 } as Fact)
    : ({ type: "tribunal-decided", outcome } as Fact);
}
