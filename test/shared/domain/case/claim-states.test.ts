import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { claimStatesPage } from "../../../../scripts/claim-states.ts";
import {
  agreements,
  claimEventTypes,
  quejaOutcomes,
  recourseKinds,
  tribunalOutcomes,
} from "../../../../shared/domain/case/claim-events.ts";
import {
  type ClaimState,
  claimStates,
  isBeforeTribunal,
  isOver,
  recourseIn,
  stateTable,
} from "../../../../shared/domain/case/claim-states.ts";
import {
  allowedEvents,
  eventTransitions,
  guardRefusals,
  lapseTransitions,
  transitions,
} from "../../../../shared/domain/case/claim-transitions.ts";

const arrows = transitions.flatMap(({ from, to }) => (to ? from.map((state) => [state, to] as const) : []));

/** Returns the states that can be reached from one, itself included. */
function reachable(found: readonly ClaimState[]): readonly ClaimState[] {
  const next = [...new Set([...found, ...arrows.flatMap(([from, to]) => (found.includes(from) ? [to] : []))])];
  return next.length === found.length ? found : reachable(next);
}

describe("the procedure as a table", () => {
  it("reaches every state from a filing", () => {
    expect([...reachable(["filed"])].sort()).toEqual([...claimStates].sort());
  });

  it.each(claimStates.filter((state) => !isOver(state)))("leads on from %s to an end", (state) => {
    expect(reachable([state]).some(isOver)).toBe(true);
  });

  it("leaves an end state only for late records and acts that another body judges", () => {
    const left = claimStates.filter(isOver).flatMap((state) => allowedEvents(state).map((event) => [state, event]));
    const beside = left.filter(([, event]) => !event?.startsWith("queja-"));
    expect(beside).toEqual([
      ["not-filed", "remedied"],
      ["closed", "reconsideration-filed"],
      ["closed", "appeal-filed"],
      ["closed", "rectified"],
    ]);
  });

  it("has a transition for every event, and no other", () => {
    expect(new Set(eventTransitions().map(({ event }) => event))).toEqual(new Set(claimEventTypes));
  });

  it("has a transition for every way a hearing, a tribunal, a queja or a label may end", () => {
    const variants = eventTransitions().flatMap(({ variants = [] }) => variants);
    const every = [...agreements, ...tribunalOutcomes, ...recourseKinds, ...quejaOutcomes];
    expect(new Set(variants)).toEqual(new Set(every));
  });

  it("has one row for each event, variant and state", () => {
    const keys = eventTransitions().flatMap(({ event, variants = [""], from }) =>
      from.flatMap((state) => variants.map((variant) => [event, variant, state].join(" "))),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("has no guard that no transition uses", () => {
    const asked = eventTransitions().flatMap(({ guards = [] }) => guards);
    expect(new Set(asked)).toEqual(new Set(Object.keys(guardRefusals)));
  });

  it("shows, in each state, the clocks of the digest that move it", () => {
    const moving = lapseTransitions().filter(({ lapse }) => lapse.startsWith("T"));
    const unseen = moving.flatMap(({ lapse, from }) =>
      from.filter((state) => !stateTable[state].clocks.some((clock) => clock === lapse)),
    );
    expect(unseen).toEqual([]);
  });

  it("names the recourse of a state, also once it was decided and before the tribunal", () => {
    const of = (kind: "reconsideration" | "appeal") => claimStates.filter((state) => recourseIn(state) === kind);
    expect(of("reconsideration")).toEqual(["in-reconsideration", "reconsideration-resolved"]);
    expect(of("appeal")).toEqual(["in-appeal", "elevated", "negative-silence"]);
    expect(claimStates.filter(isBeforeTribunal)).toEqual(["elevated", "negative-silence"]);
  });

  it("allows only certificate, execution and quejas after a silence, and besides quejas only a delivery while it is to be confirmed", () => {
    const quejas = ["queja-filed", "queja-forwarded", "queja-answered"];
    const allowed = ["silence-certified", "executed", ...quejas];
    expect([allowedEvents("positive-silence"), allowedEvents("reconsideration-silence")]).toEqual([allowed, allowed]);
    expect(allowedEvents("silence-to-confirm")).toEqual(["resolution-notified", ...quejas]);
  });

  it("is drawn in docs/claim-states.md as it is", () => {
    expect(readFileSync("docs/claim-states.md", "utf8")).toBe(claimStatesPage());
  });
});
