import { expect, it } from "vitest";
import { isReplaced } from "../../../../shared/casework/seal/document-standing.ts";
import type { CaseEvent } from "../../../../shared/domain/case/case-events.ts";

type Step = string | readonly [kind: string];

/** A history of bare entries: a type, or the kind of a document that was added. */
function history(steps: readonly Step[]): readonly CaseEvent[] {
  return JSON.parse(
    JSON.stringify(
      steps.map((step, at) => ({
        seq: at + 1,
        ...(typeof step === "string"
          ? { type: step, details: {} }
          : { type: "document-added", details: { document: { kind: step[0] } } }),
      })),
    ),
  );
}

it.each<[why: string, steps: readonly Step[], replaced: boolean]>([
  ["the visit was moved", [["inspection-notice"], "visit-moved", ["inspection-notice"]], true],
  ["the visit was made", [["inspection-notice"], "inspection-reported"], false],
  [
    "another visit was moved after it was made",
    [["inspection-notice"], "inspection-reported", ["inspection-notice"], "visit-moved"],
    false,
  ],
  ["the hearing was moved", [["conciliation-summons"], "hearing-moved"], true],
  ["one takes part in another way", [["conciliation-summons"], "hearing-mode-chosen"], true],
  ["its link was changed", [["conciliation-summons"], "hearing-link-set"], true],
  ["the hearing was held", [["conciliation-summons"], "hearing-held"], false],
  ["there is a newer letter", [["do-not-cut"], ["do-not-cut"]], true],
  ["there is a document of another kind", [["do-not-cut"], ["claim-form"]], false],
  ["it certifies what happened", [["claim-form"], "visit-moved", "hearing-moved", ["claim-form"]], false],
])("the first document: %s", (_why, steps, replaced) => {
  const events = history(steps);
  const [first] = events;
  expect(first?.type === "document-added" && isReplaced(events, first)).toBe(replaced);
});
