import { describe, expect, it } from "vitest";
import {
  checkControl,
  controlColumns,
  controlOfRow,
  readControl,
} from "../../../../shared/domain/reading/control-file.ts";

type Column = (typeof controlColumns)[number];
const whole: Record<Column, string> = {
  codsuc: "01",
  nroinscripcion: "00012345",
  periodo: "2026-10",
  fecha_aviso: "22/10/2026",
  hora_aviso: "09:30",
  medio_aviso: "personal",
  receptor_aviso: "CLIENTE DE PRUEBA UNO",
  fecha_inspeccion: "2026-10-25",
  franja_inspeccion: "08:00-10:00",
  resultado_inspeccion: "REALIZADA",
  fuga: "NO_VISIBLE",
  lectura_inspeccion: "480",
  regimen_facturado: "L",
  fecha_lectura: "",
  lectura_actual: "",
  consumo_leido: "",
  fecha_emision: "",
};
const noNotice = { fecha_aviso: "", hora_aviso: "", medio_aviso: "", receptor_aviso: "" };
const noInspection = {
  fecha_inspeccion: "",
  franja_inspeccion: "",
  resultado_inspeccion: "",
  fuga: "",
  lectura_inspeccion: "",
};
const cellsWith = (changed: Partial<Record<Column, string>> = {}): readonly string[] =>
  controlColumns.map((column) => changed[column] ?? whole[column]);
const read = (changed?: Partial<Record<Column, string>>) => {
  const control = readControl(cellsWith(changed));
  if (!control.ok) throw new Error(JSON.stringify(control.problems));
  return control;
};

describe("file E", () => {
  it("gives the control of a month", () => {
    expect(read().value).toEqual({
      branchCode: "01",
      supplyCode: "00012345",
      period: "2026-10",
      notice: { on: "2026-10-22", at: "09:30", means: "PERSONAL", receiver: "CLIENTE DE PRUEBA UNO" },
      inspection: { on: "2026-10-25", hours: "08:00-10:00", outcome: "REALIZADA", leak: "NO_VISIBLE", reading: 480 },
      billedBy: "L",
    });
  });

  it("reads a control that was made in part", () => {
    expect(read({ ...noNotice, ...noInspection }).value).toMatchObject({ notice: undefined, inspection: undefined });
    expect(read(noInspection).value).toMatchObject({ notice: { on: "2026-10-22" }, inspection: undefined });
  });

  it("is kept in a canonical row, from which the same control is read", () => {
    const { value, canonical } = read();
    expect(controlOfRow(canonical)).toEqual(value);
    expect(() => controlOfRow(cellsWith({ periodo: "octubre", fuga: "SI" }).join("\t"))).toThrow(
      /^a stored control cannot be read: (fuga, periodo|periodo, fuga)$/,
    );
  });

  it.each<[Partial<Record<Column, string>>, readonly string[], string]>([
    [{ receptor_aviso: "", fuga: "", lectura_inspeccion: "" }, [], "left under the door, and nothing noted"],
    [
      { ...noNotice, receptor_aviso: "CLIENTE" },
      ["fecha_aviso missing", "hora_aviso missing", "medio_aviso missing"],
      "a receiver of no notice",
    ],
    [{ hora_aviso: "" }, ["hora_aviso missing"], "a notice has an hour"],
    [{ hora_aviso: "24:00" }, ["hora_aviso not-an-hour"], "there is no such hour"],
    [{ hora_aviso: "9:30 am" }, ["hora_aviso not-an-hour"], "HH:MM"],
    [{ medio_aviso: "CARTA" }, ["medio_aviso not-one-of"], "an unknown means"],
    [{ franja_inspeccion: "8 a 10" }, ["franja_inspeccion not-hours"], "HH:MM-HH:MM"],
    [
      { ...noInspection, lectura_inspeccion: "480" },
      ["fecha_inspeccion missing", "franja_inspeccion missing", "resultado_inspeccion missing"],
      "a reading of no visit",
    ],
    [{ resultado_inspeccion: "AUSENTE" }, ["fuga out-of-place"], "nobody sees a leak from outside"],
    [{ resultado_inspeccion: "IMPEDIDA", fuga: "" }, [], "not let in"],
    [{ codsuc: "123" }, ["codsuc not-a-code"], "a branch of three digits"],
    [{ codsuc: "a1" }, ["codsuc not-a-code"], "with a letter before"],
    [{ nroinscripcion: "1234567890123" }, ["nroinscripcion not-a-code"], "a supply of thirteen"],
    [{ nroinscripcion: "-12345" }, ["nroinscripcion not-a-code"], "with a sign before"],
    [{ resultado_inspeccion: "PARCIAL" }, [], "in part is enough to see one"],
    [
      { ...noInspection, fuga: "VISIBLE" },
      ["fecha_inspeccion missing", "franja_inspeccion missing", "resultado_inspeccion missing"],
      "a leak of no visit",
    ],
    [{ fuga: "SI" }, ["fuga not-one-of"], "which leak"],
    [{ regimen_facturado: "" }, ["regimen_facturado missing"], "what it was billed by is known"],
    [{ fecha_inspeccion: "2026-02-30" }, ["fecha_inspeccion not-a-date"], "and no other problem is reported"],
    [
      { nroinscripcion: "", periodo: "202610" },
      ["nroinscripcion missing", "periodo not-a-month"],
      "no supply and no month",
    ],
  ])("%j: %j (%s)", (changed, problems) => {
    const control = readControl(cellsWith(changed));
    expect(control.ok ? [] : control.problems.map(({ column, problem }) => `${column} ${problem}`)).toEqual(problems);
  });

  it.each<[Partial<Record<Column, string>>, readonly string[], string]>([
    [{}, [], "three days later"],
    [{ fecha_inspeccion: "2026-10-22" }, ["fecha_inspeccion"], "the same day is not after"],
    [noNotice, [], "without a notice nothing is compared"],
  ])("%j is kept with a warning on %j (%s)", (changed, columns) => {
    expect(checkControl(read(changed).value)).toEqual(columns.map((column) => ({ column, problem: "not-after" })));
  });
});
