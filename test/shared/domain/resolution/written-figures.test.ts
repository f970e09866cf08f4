import { describe, expect, it } from "vitest";
import { figuresIn, figuresOf } from "../../../../shared/domain/resolution/written-figures.ts";

const found = (text: string) => figuresIn(text).map(({ kind, value }) => `${kind} ${value}`);

describe("the figures of a text", () => {
  it.each([
    ["S/ 1,234.50 y S/. 58,90", ["amount 123450", "amount 5890"]],
    ["son 223.61 soles.", ["amount 22361"]],
    ["a S/ 2.9045 por m³", []],
    ["45 m³, 12.5 m3 y 20 metros cúbicos.", ["volume 45", "volume 12.5", "volume 20"]],
    ["suman 45 m³, y 45 entre 3 es 15 m³", ["volume 45", "volume 15"]],
    ["el 3 de diciembre de 2026 y el 5 de septiembre del 2025", ["date 2025-09-05", "date 2026-12-03"]],
    ["el 1° de enero", ["date -01-01"]],
    ["el 03/12/2026", ["date 2026-12-03"]],
    ["en octubre de 2026", []],
    ["la lectura actual 1,247 y la anterior 1230", ["reading 1247", "reading 1230"]],
    ["lectura de 45", ["reading 45"]],
    ["hubo 2 lecturas en 24 meses, la lectura del recibo S001-00045001", []],
    ["el medidor 470 marca bien", []],
  ])("%s", (text, figures) => {
    expect(found(text).toSorted()).toEqual([...figures].toSorted());
  });

  it("are found in records of any shape, by the names of their fields", () => {
    const known = figuresOf([
      {
        m3: 20,
        readingPrev: 470,
        amount: 5890,
        at: "2026-12-03T03:00:00.000Z",
        on: "2026-12-05",
        says: ["Quedan 7 m³."],
      },
      undefined,
      null,
    ]);
    expect([...known.volume]).toEqual(["20", "7"]);
    expect([...known.reading]).toEqual(["470"]);
    expect([...known.amount]).toEqual(["5890"]);
    // The instant is of the day before in Lima; each day is known without its year too.
    expect([...known.date]).toEqual(["2026-12-02", "-12-02", "2026-12-05", "-12-05"]);
  });
});
