import { describe, expect, it } from "vitest";
import type { CaseAt } from "../../../../shared/casework/case/case-at.ts";
import { entryPrint, isOpenTo } from "../../../../shared/casework/case/entry-record.ts";
import type { CaseEvent } from "../../../../shared/domain/case/case-events.ts";
import type { CopyKind } from "../../../../shared/domain/case-copy/case-copy.ts";

const at = "2026-12-28T15:00:00.000Z";
const number = "000001-2026-MOQ";
const document = { documentId: "r1", kind: "resolution" };

/** Entries as a history has them, with the details a copy looks at. */
function history(...said: readonly (readonly [type: string, details: object])[]): CaseAt {
  const events = said.map(([type, details], index) => ({
    ...{ type, details, number, seq: index + 1, effectiveAt: at, recordedAt: at, outcome: "upheld" },
    by: { kind: "system", name: "test" },
  }));
  return { file: { events } } as unknown as CaseAt;
}

const issued = ["resolution-issued", { document, reasons: "", decision: "", months: [] }] as const;
const signed = ["resolution-signed", { number, signer: "PERSONA DE PRUEBA", seal: { signature: "s" } }] as const;
const rectified = ["rectified", { of: number, says: "uno", should: "dos" }] as const;
const notified = ["resolution-notified", { noticeId: "n", how: "delivered", photos: [] }] as const;
const opened = (seq: number) => ["access-decided", { seq, copy: "third-party", open: true, reason: "Suyo." }] as const;
const accepted = ["claim-accepted", {}] as const;
const met = [
  "defect-notified",
  { how: "delivered", receiver: { name: "N", relation: "hija", document: "1" } },
] as const;

describe("the content of an entry", () => {
  it.each<readonly [why: string, copy: CopyKind, of: CaseAt, seq: number, open: boolean]>([
    ["of the claim is the claimant's", "claimant", history(accepted), 1, true],
    ["of an alert to the manager is not", "claimant", history(["manager-alerted", { reason: "Tarde." }]), 1, false],
    ["of a draft is not", "claimant", history(issued, signed, notified), 1, false],
    ["of a resolution is not before it is notified", "claimant", history(issued, signed), 2, false],
    ["of a resolution is once it is notified", "claimant", history(issued, signed, notified), 2, true],
    ["of what rectifies it is not before it is notified", "claimant", history(issued, signed, rectified), 3, false],
    ["of what rectifies it is once it is notified", "claimant", history(issued, signed, notified, rectified), 4, true],
    [
      "with the key of a notice is not",
      "claimant",
      history(["notice-dispatched", { noticeKey: "k", says: [] }]),
      1,
      false,
    ],
    [
      "with keys is not the tribunal's",
      "tribunal",
      history(["notice-dispatched", { noticeKey: "k", says: [] }]),
      1,
      false,
    ],
    ["that masks somebody is not the claimant's", "claimant", history(met), 1, false],
    ["that was not opened is no third party's", "third-party", history(accepted), 1, false],
    ["that was opened is a third party's", "third-party", history(accepted, opened(1)), 1, true],
    ["that was opened and masks somebody is not", "third-party", history(met, opened(1)), 1, false],
    [
      "that was opened and holds a key is not",
      "third-party",
      history(["notice-dispatched", { noticeKey: "k", says: [] }], opened(1)),
      1,
      false,
    ],
    ["that was opened is not before it is notified", "third-party", history(issued, signed, opened(2)), 2, false],
  ])("%s (%s)", (_, copy, of, seq, open) => {
    expect(isOpenTo(of, of.file.events[seq - 1] as CaseEvent, copy)).toBe(open);
  });

  it("of a resolution is not printed either before it is notified", () => {
    const of = history(issued, signed, rectified);
    const state = (seq: number, copy: CopyKind) =>
      entryPrint(of, of.file.events[seq - 1] as CaseEvent, { contentHash: "h" } as never, copy).state;
    expect([state(2, "claimant"), state(3, "claimant"), state(3, "tribunal")]).toEqual([
      "not-notified",
      "not-notified",
      "whole",
    ]);
  });

  const receiver = { name: "HIJA DE PRUEBA", relation: "hija", document: "00000077" };
  const printOf = (of: CaseAt, seq: number, copy: CopyKind) =>
    entryPrint(of, of.file.events[seq - 1] as CaseEvent, { contentHash: "h" } as never, copy);

  it.each([
    ["notified", ["resolution-notified", { noticeId: "n", how: "delivered", receiver, photos: [] }]],
    ["claimed as delivered", ["delivery-claimed", { noticeId: "n", how: "delivered", receiver, photos: [] }]],
    ["observed", ["defect-notified", { how: "delivered", receiver }]],
    ["handed over", ["copy-handed-over", { folios: 3, receiver }]],
  ] as const)("names nobody who received what was %s, in the claimant's copy", (_, said) => {
    const of = history(said);
    const { lines, state } = printOf(of, 1, "claimant");
    expect(state).toBe("masked");
    expect(JSON.stringify(lines)).not.toMatch(/HIJA|hija|00000077/);
    expect(JSON.stringify(printOf(of, 1, "print").lines)).toContain("HIJA DE PRUEBA");
  });

  it("says nothing of who claims to a third party, to whom it was opened", () => {
    const claimant = {
      ...{ givenNames: "ANA", paternalSurname: "DE PRUEBA", document: { kind: "DNI", number: "00000001" } },
      ...{ address: "Calle (sin nombre) 7", telephone: "900000001", email: "ana@example.pe" },
    };
    const filed = {
      code: "MOQ-2026-000001-7",
      form: {
        ...{
          claimant,
          supplyCode: "00012345",
          grounds: "Soy Ana de Prueba, llámenme al 900000001 o 900 000 001: no gasté tanto.",
        },
        receipts: [{ number: "S001-00082001", period: "2026-10", m3: 20, amount: 9000 }],
      },
      ...{ supplyAddress: "JR. DE PRUEBA 123", notifyBy: "2026-12-30" },
    };
    const of = history(
      ["claim-filed", filed],
      ["contact-changed", { email: "otra@example.pe" }],
      ["notice-dispatched", { of: "hearing", to: "otra@example.pe", says: ["Ana de Prueba: venga a las 9."] }],
      ["hearing-mode-chosen", { mode: "telephone", telephone: "900000002" }],
      ["hearing-called", { number: "900000003", result: "no-answer" }],
      ...([1, 3, 4, 5] as const).map(opened),
    );
    const said = JSON.stringify([1, 3, 4, 5].map((seq) => printOf(of, seq, "third-party")));
    expect(said).not.toMatch(/ana de prueba|00000001|00012345|Calle|JR\.|900 ?000 ?00|example\.pe|00082001/i);
    expect(said).toContain("no gasté tanto");
    expect(isOpenTo(of, of.file.events[0] as CaseEvent, "third-party")).toBe(false);
    expect(printOf(of, 1, "claimant").state).toBe("whole");
  });
});
