import { describe, expect, it } from "vitest";
import type { CaseEventOf } from "../../../../shared/domain/case/case-events.ts";
import { visitFiles, visitLines, visitSignatures } from "../../../../tenants/eps-moquegua/letters/visit-parts.ts";

type Details = CaseEventOf<"inspection-reported">["details"];
type Facts = Parameters<typeof visitLines>[0];

const photo = (documentId: string) => ({
  documentId,
  fileName: `${documentId}.png`,
  contentType: "image/png",
  sizeBytes: 4,
  sha256: "a".repeat(64),
  state: "received" as const,
});
const details: Details = {
  inspectionId: "c1-1",
  startedAt: "2026-11-26T13:10:00.000Z",
  attendedBy: { name: "CLIENTE DE PRUEBA UNO", relation: "titular" },
  external: { leakAtBox: false, premises: "Casa." },
  observations: "",
  photos: [photo("firma"), photo("fachada")],
};
const facts = (more: Partial<Details>) =>
  ({ entry: { outcome: "whole", details: { ...details, ...more } }, events: [] }) as unknown as Facts;

describe("the acta on paper", () => {
  it("says what was found, and nothing where nobody coded it", () => {
    expect(visitLines(facts({ causes: ["meter-fault", "irrigation"] }))).toContainEqual([
      "Se encontró",
      "falla del medidor, riego",
    ]);
    expect(visitLines(facts({})).map(([name]) => name)).not.toContain("Se encontró");
  });

  it.each([
    [{ signing: { how: "on-screen" } }, "Firmó en la pantalla del inspector. Su imagen"],
    [
      { signing: { how: "at-request", by: "CLIENTE DE PRUEBA DOS" } },
      "Firmó otra persona, a ruego: CLIENTE DE PRUEBA DOS.",
    ],
    [{ unsigned: "No quiso" }, "No firmó: No quiso"],
    [{}, "Si no firma, se anota el motivo."],
  ] as const)("says how it was signed: %o", (more, words) => {
    expect(JSON.stringify(visitSignatures(facts(more)))).toContain(words);
  });

  it("says when and where the device made each file, apart from their hashes", () => {
    const captures = [
      {
        documentId: "firma",
        kind: "signature",
        takenAt: "2026-11-26T13:30:00.000Z",
        position: { latitude: -17.19, longitude: -70.93, accuracyM: 12.4 },
      },
      { documentId: "fachada", kind: "photo", takenAt: "2026-11-26T13:12:00.000Z" },
    ] as const;
    const text = JSON.stringify(visitFiles({ ...details, captures }));
    expect(text).toContain("Firma: firma.png");
    expect(text).toContain("-17.19000, -70.93000 (± 12 m)");
    expect(text).toContain("sin ubicación");
    expect(JSON.stringify(visitFiles(details))).not.toContain("equipo del inspector");
  });
});
