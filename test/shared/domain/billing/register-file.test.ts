import { describe, expect, it } from "vitest";
import {
  daysToCome,
  readRegistered,
  registerColumns,
  registeredOfRow,
  supplyToday,
} from "../../../../shared/domain/billing/register-file.ts";

type Column = (typeof registerColumns)[number];
const whole: Record<Column, string> = {
  codsuc: "01",
  nroinscripcion: "00012345",
  codcatastro: "01-01-03-045-0120-00",
  tipo_doc: "1",
  nro_doc: "00000001",
  propietario: "CLIENTE DE PRUEBA UNO",
  direccion: "CALLE FICTICIA 101",
  localidad: "CERCADO",
  ubigeo: "180101",
  categoria: "DOMESTICO",
  subsidiado: "N",
  unidades_uso: "2",
  actividad: "",
  tipo_servicio: "A/D",
  estado_agua: "ACTIVO",
  estado_alcantarillado: "activo",
  nro_medidor: "FX21000123",
  fecha_medidor: "10/05/2021",
  codciclo: "01",
  ruta: "03",
  orden_ruta: "120",
  fecha_actualizacion: "20261103",
};
const cellsWith = (changed: Partial<Record<Column, string>> = {}): readonly string[] =>
  registerColumns.map((column) => changed[column] ?? whole[column]);
const read = (changed?: Partial<Record<Column, string>>) => {
  const supply = readRegistered(cellsWith(changed));
  if (!supply.ok) throw new Error(JSON.stringify(supply.problems));
  return supply;
};

describe("file C", () => {
  it("reads a supply as the register has it", () => {
    expect(read().value).toEqual({
      branchCode: "01",
      supplyCode: "00012345",
      cadastralCode: "01-01-03-045-0120-00",
      holderDocType: "1",
      holderDocNumber: "00000001",
      holderName: "CLIENTE DE PRUEBA UNO",
      address: "CALLE FICTICIA 101",
      locality: "CERCADO",
      ubigeo: "180101",
      category: "DOMESTICO",
      subsidized: false,
      useUnits: 2,
      activity: undefined,
      serviceType: "A/D",
      waterState: "ACTIVO",
      sewerState: "ACTIVO",
      meterNumber: "FX21000123",
      meterSince: "2021-05-10",
      billingCycle: "01",
      routeCode: "03",
      routeOrder: 120,
      updatedOn: "2026-11-03",
    });
  });

  it("is kept in a canonical row, from which the same supply is read", () => {
    const { value, canonical } = read();
    expect(registeredOfRow(canonical)).toEqual(value);
    expect(() => registeredOfRow(cellsWith({ propietario: "", ubigeo: "1" }).join("\t"))).toThrow(
      "a stored supply cannot be read: propietario, ubigeo",
    );
  });

  it.each<[Partial<Record<Column, string>>, readonly string[], string]>([
    [{ codcatastro: "", tipo_doc: "", nro_doc: "", nro_medidor: "", fecha_medidor: "", ruta: "" }, [], "unknowns"],
    [{ tipo_servicio: "A", estado_alcantarillado: "" }, [], "water only has no state of the sewer"],
    [{ tipo_servicio: "A" }, ["estado_alcantarillado out-of-place"], "and may not have one"],
    [{ tipo_servicio: "D", estado_agua: "" }, [], "sewer only has none of the water"],
    [{ estado_agua: "" }, ["estado_agua missing"], "a service has a state"],
    [{ estado_agua: "SUSPENDIDO" }, ["estado_agua not-one-of"], "one of three"],
    [{ subsidiado: "S", categoria: "SOCIAL" }, ["subsidiado only-domestic"], "a subsidy is domestic"],
    [{ nro_medidor: "" }, ["fecha_medidor out-of-place"], "a date of no meter"],
    [{ unidades_uso: "0" }, ["unidades_uso not-whole"], "at least one unit of use"],
    [
      { fecha_actualizacion: "" },
      ["fecha_actualizacion missing"],
      "without a date it cannot be distinguished from others",
    ],
    [{ fecha_actualizacion: "31/11/2026" }, ["fecha_actualizacion not-a-date"], "a day there is not"],
    [{ propietario: "@CLIENTE" }, ["propietario formula"], "a formula for a name"],
    [{ codsuc: "123" }, ["codsuc not-a-code"], "a branch of three digits"],
    [{ codsuc: "a1" }, ["codsuc not-a-code"], "a letter before"],
    [{ ubigeo: "1801011" }, ["ubigeo not-a-code"], "seven digits"],
    [{ ubigeo: "x180101" }, ["ubigeo not-a-code"], "a letter before"],
    [{ subsidiado: "N", categoria: "SOCIAL" }, [], "another class has none"],
    [{ subsidiado: "S", categoria: "DOMESTICO" }, [], "a home may have one"],
    [{ orden_ruta: "12.5" }, ["orden_ruta not-whole"], "an order is whole"],
    [
      { nroinscripcion: "1 2", categoria: "NA" },
      ["nroinscripcion not-a-code", "categoria not-one-of"],
      "all that is wrong",
    ],
  ])("%j: %j (%s)", (changed, problems) => {
    const supply = readRegistered(cellsWith(changed));
    expect(supply.ok ? [] : supply.problems.map(({ column, problem }) => `${column} ${problem}`)).toEqual(problems);
  });
});

it.each([
  ["2026-11-03", [], "the day it was changed"],
  ["2026-11-02", ["fecha_actualizacion to-come"], "the day before"],
  ["2021-05-09", ["fecha_actualizacion to-come", "fecha_medidor to-come"], "before its meter"],
])("on %s: %j (%s)", (today, problems) => {
  const { value } = read();
  const problemsOf = (supply: typeof value) =>
    daysToCome(supply, today).map(({ column, problem }) => `${column} ${problem}`);
  expect(problemsOf(value)).toEqual(problems);
  expect(problemsOf({ ...value, meterSince: undefined })).toEqual(problems.slice(0, 1));
});

describe("what is known of a supply today", () => {
  const receipt = { issueDate: "2026-10-31", address: "CALLE FICTICIA 101" };
  const registered = (updatedOn: string) =>
    read({ direccion: "CALLE FICTICIA 202", fecha_actualizacion: updatedOn }).value;

  it.each([
    ["2026-11-01", "CALLE FICTICIA 202", "the register, newer than the receipt"],
    ["2026-10-31", "CALLE FICTICIA 101", "the receipt of that very day"],
    ["2026-10-30", "CALLE FICTICIA 101", "the receipt, newer than the register"],
  ])("changed on %s: %s (%s)", (updatedOn, address) => {
    expect(supplyToday(receipt, registered(updatedOn))?.address).toBe(address);
  });

  it("is the only one known, or none", () => {
    expect(supplyToday<typeof receipt>(undefined, registered("2020-01-01"))?.address).toBe("CALLE FICTICIA 202");
    expect(supplyToday(receipt, undefined)).toBe(receipt);
    expect(supplyToday(undefined, undefined)).toBeUndefined();
  });
});
