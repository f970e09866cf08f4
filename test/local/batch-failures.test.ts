import { describe, expect, it } from "vitest";
import { failedOf } from "../../local/batch-failures.ts";
import type { Invoked } from "../../local/functions.ts";

const items = ["a", "b", "c"];
const answered = (value: unknown) => ({ ok: true, value }) as const;
const naming = (...names: unknown[]) =>
  answered({ batchItemFailures: names.map((itemIdentifier) => ({ itemIdentifier })) });

describe("which items of a batch failed", () => {
  it.each<[Invoked, boolean, string[], string]>([
    [answered(null), true, [], "no answer is success"],
    [answered(""), true, [], "an empty one too"],
    [answered({}), true, [], "and one without the list"],
    [naming(), true, [], "an empty list"],
    [naming("b"), true, ["b"], "those named"],
    [naming("b", "x"), true, items, "a stranger among them fails all"],
    [naming(""), true, items, "so does an empty name"],
    [naming(7), true, items, "or none at all"],
    [answered("ok"), true, items, "another shape fails all"],
    [naming("b"), false, [], "names mean nothing where not asked for"],
    [{ ok: false, error: "failed", message: "" } as const, true, items, "an exception fails all"],
    [{ ok: false, error: "timed-out", message: "" } as const, false, items, "and so does its time being over"],
  ])("%j, partial %s: %j (%s)", (invoked, partial, failed) => {
    expect([...failedOf(items, invoked, partial)]).toEqual(failed);
  });
});
