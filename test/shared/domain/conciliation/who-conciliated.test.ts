import { expect, it } from "vitest";
import type { CaseEvent } from "../../../../shared/domain/case/case-events.ts";
import { conciliatorsIn } from "../../../../shared/domain/conciliation/who-conciliated.ts";

const by = (sub: string, ...roles: string[]) => ({ kind: "staff", sub, roles });
const entries = (...events: readonly { readonly type: string; readonly by: object }[]) =>
  events.map((event, at) => ({ ...event, seq: at + 1 }) as CaseEvent);
const held = { type: "conciliation-held", by: by("c0", "conciliator") };

it.each([
  ["who made an offer", ["c1"], entries({ type: "offer-made", by: by("c1", "conciliator", "signer") }, held)],
  [
    "a conciliator who noted work before it",
    ["c1"],
    entries({ type: "work-noted", by: by("c1", "conciliator") }, held),
  ],
  ["not one who noted it after the hearing", [], entries(held, { type: "work-noted", by: by("c1", "conciliator") })],
  ["not who noted it as nothing else", [], entries({ type: "work-noted", by: by("a1", "analyst") }, held)],
  ["not who conciliates nothing here", [], entries({ type: "work-noted", by: by("c1", "conciliator") })],
  ["not who only held the hearing", [], entries(held)],
])("who worked for an agreement: %s", (_, subs, events) => {
  expect(conciliatorsIn(events)).toEqual(subs);
});
