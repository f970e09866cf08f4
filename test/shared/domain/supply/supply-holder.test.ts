import { describe, expect, it } from "vitest";
import { isSameHolder } from "../../../../shared/domain/supply/supply-holder.ts";

const same = (one: string, other: string, documents: readonly (string | undefined)[] = []): boolean => {
  const [a, b] = documents;
  const records = [
    { name: one, document: a, asOf: "2026-10-31" },
    { name: other, document: b, asOf: "2026-11-30" },
  ] as const;
  const answers = [isSameHolder(records[0], records[1]), isSameHolder(records[1], records[0])];
  expect(answers[0], "either way round").toBe(answers[1]);
  return answers[0] === true;
};

describe("the holder of two records, where one has no document, is the same", () => {
  it.each([
    ["QUISPE MAMANI JUAN", "QUISPE MAMANI JUAN", "written alike"],
    ["Quispe Mamani, Juan", "QUISPE MAMANI JUAN", "case and signs"],
    ["NUÑEZ PEÑA JOSÉ", "NUNEZ PENA JOSE", "accents"],
    ["JUAN QUISPE MAMANI", "QUISPE MAMANI JUAN", "another order"],
    ["GONZALES CHAVES ROSA", "GONZÁLEZ CHÁVEZ ROSA", "S and Z, in two words"],
    ["QUISPE MAMAIN JUAN", "QUISPE MAMANI JUAN", "two letters that changed places"],
    ["QISPE MAMANI JUAN", "QUISPE MAMANI JUAN", "a letter that was missing"],
    ["QUISPE JUAN", "QUISPE MAMANI JUAN CARLOS", "names that were left out"],
    ["QUISPE M. JUAN", "QUISPE MAMANI JUAN", "an initial"],
    ["SUC. QUISPE MAMANI JUAN", "QUISPE MAMANI JUAN", "an estate"],
    ["SEDAPAR", "SEDAPAR", "one word"],
  ])("%s, %s (%s)", (one, other) => {
    expect(same(one, other)).toBe(true);
    expect(same(one, other, ["00000001", undefined])).toBe(true);
    expect(same(one, other, ["00000000", "00000001"]), "zeros stand for no document").toBe(true);
  });
});

describe("the holder of two records, where one has no document, is another", () => {
  it.each([
    ["QUISPE MAMANI JUAN", "FLORES CONDORI ROSA", "nothing in common"],
    ["QUISPE MAMANI JUAN", "QUISPE MAMANI ROSA", "a sister"],
    ["QUISPE MAMANI JUAN", "QUISPE MAMANI JUANA", "a sister named alike"],
    ["QUISPE MAMANI MARIO", "QUISPE MAMANI MARIA", "the same, of one length"],
    ["QUISPE QUISPE JUAN", "QUISPE MAMANI JUAN", "another mother"],
    ["QUISPE", "QUISPE MAMANI JUAN", "one word in common"],
    ["CLIENTE DE PRUEBA 00012", "CLIENTE DE PRUEBA 00013", "a number is no spelling"],
    ["ANA DIAZ SOTO", "EVA DIAZ SOTO", "a short name"],
    ["QUISPE MAMANI RAFAEL", "QUISPE MAMANI MANUEL", "letters apart"],
  ])("%s, %s (%s)", (one, other) => {
    expect(same(one, other)).toBe(false);
  });
});

describe("where both records have a document", () => {
  it.each([
    [true, "QUISPE MAMANI JUAN", "FLORES CONDORI ROSA", ["40123456", "40123456"], "one document is one holder"],
    [true, "QUISPE MAMANI JUAN", "FLORES CONDORI ROSA", ["40.123.456", "40123456"], "however it is written"],
    [true, "QUISPE MAMANI JUAN", "QUISPE MAMANI JUAN", ["40123456", "10401234567"], "a RUC has the DNI in it"],
    [true, "QUISPE MAMANI JUAN", "QUISPE MAMANI JUAN", ["123456", "00123456"], "zeros that a spreadsheet took"],
    [true, "QUISPE MAMANI JUAN", "QUISPE MAMANI JUAN", ["40123456", "40123465"], "a slip, with the same name"],
    [false, "QUISPE MAMANI JUAN", "FLORES CONDORI ROSA", ["40123456", "40123465"], "a slip, with another name"],
    [false, "QUISPE MAMANI JUAN", "QUISPE MAMANI JUAN", ["40123456", "09876543"], "a namesake"],
    [false, "EMPRESA UNO SAC", "EMPRESA UNO SAC", ["20123456789", "20987654321"], "two companies"],
    [false, "QUISPE MAMANI JUAN", "QUISPE MAMANI JUAN", ["40123456", "4012"], "a number cut short"],
  ] as const)("same: %s of %s and %s with %j (%s)", (expected, one, other, documents, _) => {
    expect(same(one, other, documents)).toBe(expected);
  });
});
