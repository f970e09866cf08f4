import { expect, it } from "vitest";
import type { CaseEvent } from "../../../../shared/domain/case/case-events.ts";
import { claimedReceipts } from "../../../../shared/domain/receipt/claimed-receipts.ts";

const of = (period: string) => ({ number: `S001-${period}`, period, m3: 18, amount: 5_020 });
const entry = (type: CaseEvent["type"], details: object) => ({ type, details }) as object as CaseEvent;

it("the claimed receipts are those of the filing and those added since", () => {
  const events = [
    entry("claim-filed", { form: { receipts: [of("2026-09")] } }),
    entry("evidence-added", { receipts: [of("2026-07")] }),
    entry("claim-extended", { grounds: "También agosto." }),
    entry("claim-extended", { receipts: [of("2026-08"), of("2026-10")] }),
  ];
  expect(claimedReceipts(events).map(({ period }) => period)).toEqual(["2026-09", "2026-08", "2026-10"]);
});
