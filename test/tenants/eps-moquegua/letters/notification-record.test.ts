import { describe, expect, it } from "vitest";
import type { CaseEvent } from "../../../../shared/domain/case/case-events.ts";
import { notificationRecord } from "../../../../tenants/eps-moquegua/letters/notification-record.ts";
import { examples } from "./letter-examples.ts";

type Facts = Parameters<typeof notificationRecord>[0];
type Details = Facts["entry"]["details"];
const { usual } = examples.notificationRecord;

/** Returns the usual notification with other details, by delivery at the address or by e-mail. */
function carried(details: Partial<Details>, channel: "personal" | "email" = "personal"): Facts {
  const events = usual.events.map(
    (event): CaseEvent => (event.type === "resolution-dispatched" ? { ...event, channel } : event),
  );
  return { ...usual, events, entry: { ...usual.entry, details: { ...usual.entry.details, ...details } } };
}

const signaturesOf = (facts: Facts) =>
  notificationRecord(facts).blocks.flatMap((block) => ("signatures" in block ? block.signatures : []));
const linesOf = (facts: Facts) =>
  Object.fromEntries(notificationRecord(facts).blocks.flatMap((block) => ("lines" in block ? block.lines : [])));

const receiver = { name: "HERMANA DE PRUEBA", document: "DNI 00000002", relation: "hermana" };

describe("the file that was notified", () => {
  it("is named by its own hash, and by that of the document sent to signature", () => {
    expect(linesOf(usual)).toMatchObject({
      "Huella SHA-256": "e5".repeat(32),
      "Huella antes de firmar": "c3".repeat(32),
    });
  });

  it("is the document sent to signature if signing made no other file", () => {
    const { least } = examples.notificationRecord;
    const issued = usual.events.filter(({ type }) => type === "claim-filed" || type === "resolution-issued");
    const lines = linesOf({ ...least, events: issued });
    expect(lines["Huella SHA-256"]).toBe("c3".repeat(32));
    expect(lines).not.toHaveProperty("Huella antes de firmar");
  });
});

describe("the person who received it at the address", () => {
  it("signs, with their document, their relation and the hour", () => {
    const given = carried({ how: "delivered", receiver, deliveredAt: "2026-12-29T15:05:00.000Z" });
    expect(signaturesOf(given)).toEqual([
      ["HERMANA DE PRUEBA", "DNI 00000002 · hermana · martes 29 de diciembre de 2026 a las 10:05 a. m. (hora de Lima)"],
    ]);
  });

  it("has a line to write their document if it was not recorded", () => {
    const [[, beside] = ["", ""]] = signaturesOf(
      carried({ how: "delivered", receiver: { ...receiver, document: undefined } }),
    );
    expect(beside).toContain("Documento: ____________ · hermana");
  });

  it.each([
    ["who refused", carried({ how: "refused", receiver })],
    ["nobody there", carried({ how: "left-under-door" })],
    ["by mail", carried({ how: "acknowledged" }, "email")],
  ])("signs nothing: %s", (_, facts) => {
    expect(signaturesOf(facts)).toEqual([]);
  });
});
