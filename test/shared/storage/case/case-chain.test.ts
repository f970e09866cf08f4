import { describe, expect, it } from "vitest";
import type { CaseEvent } from "../../../../shared/domain/case/case-events.ts";
import { chainFaults, chainStart, type Link, sealed } from "../../../../shared/storage/case/case-chain.ts";

/** A chain of eight entries, and the hash of the last. */
function chainOfEight(): { readonly links: readonly Link[]; readonly chainHead: string } {
  let chainHead = chainStart;
  const links = Array.from({ length: 8 }, (_, index): Link => {
    const entry = {
      seq: index + 1,
      type: "claim-accepted",
      effectiveAt: "2026-11-24T15:00:00.000Z",
      recordedAt: "2026-11-24T15:00:00.000Z",
      by: { kind: "staff", sub: "staff-1", role: "analyst" },
    } as CaseEvent;
    const { envelope, content, hash } = sealed(entry, chainHead);
    chainHead = hash;
    return { envelope, content };
  });
  return { links, chainHead };
}

describe("the faults of a chain", () => {
  const whole = chainOfEight();
  const { links } = whole;
  const without = (...gone: readonly number[]) =>
    chainFaults(
      links.filter((_, index) => !gone.includes(index + 1)),
      whole.chainHead,
    );
  const missing = (...seqs: readonly number[]) => seqs.map((seq) => ({ seq, what: "missing" }));

  it("are none in a whole chain, and none in an empty one", () => {
    expect(without()).toEqual([]);
    expect(chainFaults([])).toEqual([]);
  });

  it.each([[[1]], [[3]], [[3, 4]], [[2, 5]], [[1, 3, 6]], [[2, 3, 6]]])(
    "name the entries %j that were taken out",
    (gone) => {
      expect(without(...gone)).toEqual(missing(...gone));
    },
  );

  it("name the entry whose number was changed, and call none missing", () => {
    const changed = links.map((link, index) =>
      index === 3 ? { ...link, envelope: { ...link.envelope, seq: 12 } } : link,
    );
    expect(chainFaults(changed, whole.chainHead)).toEqual([{ seq: 4, what: "changed" }]);
  });
});
