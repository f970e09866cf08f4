import type { Agreement } from "../../shared/domain/case/claim-events.ts";
import { type CalendarDay, calendarDay, limaDay, limaInstant } from "../../shared/domain/term/calendar-day.ts";
import { seededStaff } from "../people.ts";
import { photo } from "./attachments.ts";
import type { Life, Step } from "./life.ts";
import { Surprise } from "./office.ts";
import { customer, expect, goTo, step } from "./steps.ts";
import type { BilledSupply } from "./supplies.ts";

export const assigned = step("la tarea llega al inspector por la cola", async (life) => {
  const { inspector, on } = await life.until("an inspector", async () => {
    const { inspections } = await life.file();
    const last = inspections.at(-1);
    return last?.inspector !== undefined && !last.report && last;
  });
  return `${inspector}, el ${on}`;
});

const lastVisit = async (life: Life) => (await life.file()).inspections.at(-1);
const visitDay = async (life: Life): Promise<CalendarDay> => calendarDay((await lastVisit(life))?.on ?? "");

export const toVisit = goTo("llega el día de la visita", visitDay, "12:00");

/**
 * Returns the claim's last visit as its inspector's day lists it, and which of the seeded inspectors that is.
 * @throws `Surprise` if the day does not list it.
 */
async function visitOf(life: Life) {
  const { on: date = "", inspector } = (await lastVisit(life)) ?? {};
  const who = seededStaff.inspector.name === inspector ? "inspector" : "inspector2";
  const { inspections } = await life.call(who, "listInspections", { query: { date } });
  const mine = inspections.filter(({ claimId }) => claimId === life.kept("claimId")).at(-1);
  if (!mine) throw new Surprise(`${who} does not have the visit of ${date}`);
  return { who, ...mine } as const;
}

export const inspected = step("el inspector informa por dentro y por fuera", async (life) => {
  const { who, inspectionId, address } = await visitOf(life);
  const startedAt = await life.keep("visitedAt", () => life.office.now());
  const picture = await life.keep("visitPhoto", () => life.upload(who, "medidor-visita.png", "image/png", photo));
  await life.call(who, "reportInspection", {
    params: { claimId: life.kept("claimId"), inspectionId },
    body: {
      outcome: "whole",
      startedAt,
      attendedBy: { name: "CLIENTE DE PRUEBA", relation: "titular" },
      external: {
        meterNumber: "FX21000123",
        reading: 1_301,
        meterWorks: true,
        seals: "intact",
        box: "good",
        leakAtBox: false,
        connection: "open",
        premisesType: "one-family",
        premises: "Casa de dos pisos.",
      },
      internal: {
        occupants: 3,
        useUnits: [{ category: "DOMESTICO", occupied: 1, vacant: 0 }],
        points: [{ kind: "inodoro", count: 2, damaged: 0, leaking: 0 }],
        leakTest: { before: 1_301.2, after: 1_301.2, minutes: 15 },
        leak: "none",
      },
      observations: "Sin fugas.",
      uploadIds: [picture],
    },
  });
  return address;
});

/**
 * Returns the step in which the inspector reports, for the first or the second time, that nobody was at home. The step
 * throws `Surprise` unless the claim then has two visits: the API plans a second one after the first time, and no
 * third.
 */
export const foundNobody = (time: 1 | 2): Step =>
  step(`el inspector no encuentra a nadie (${time}.ª vez)`, async (life) => {
    const { who, inspectionId } = await life.keep(`absent-${time}`, () => visitOf(life));
    const startedAt = await life.keep(`absentAt-${time}`, () => life.office.now());
    await life.call(who, "reportInspection", {
      params: { claimId: life.kept("claimId"), inspectionId },
      body: { outcome: "absent", startedAt, external: { leakAtBox: false, premises: "Portón verde cerrado." } },
    });
    const { inspections } = await life.file();
    expect(inspections.length === 2, `${inspections.length} visits planned`);
    return `${inspections.length} visitas`;
  });

/**
 * Returns the m³ to which a month is corrected: 18, or one less than was billed if that is fewer. Below one m³ billed,
 * the result is negative.
 */
export const lessThan = ({ m3 }: BilledSupply): number => Math.min(18, m3 - 1);

export const offered = step("el conciliador propone un acuerdo", async (life) => {
  const until = limaDay(await life.office.now());
  const { offers } = await life.edit("conciliator", "makeOffer", {
    body: { m3: lessThan(life.supply), terms: "Te proponemos cobrarte lo que usas en un mes normal.", until },
  });
  const [offer] = offers;
  if (!offer) throw new Surprise("the offer is not in the case");
  await life.keep("offerId", () => offer.offerId);
  return `S/ ${offer.before} pasa a S/ ${offer.after}`;
});

export const answered = (accepted: boolean): Step =>
  step(accepted ? "la clienta acepta la propuesta" : "la clienta no acepta la propuesta", async (life) => {
    const params = { claimId: life.kept("claimId"), offerId: life.kept("offerId") };
    const { offers } = await life.call(customer, "answerOffer", { params, body: { accepted } });
    expect(offers[0]?.accepted === accepted, "the answer is not on the offer");
    return offers[0]?.after ?? "";
  });

export const toHearing = goTo(
  "llega el día de la audiencia",
  async (life) => calendarDay((await life.file()).hearing?.on ?? ""),
  // Once the hour of any hearing of the day, and the time to wait for who does not come, are over.
  "13:30",
);

/**
 * A step that logs two unanswered calls to the claimant, at 13:05 and 13:20 of the hearing day: an absence needs both.
 */
export const calledTwice: Step = step("no asiste: se le llama dos veces y se anota cada llamada", async (life) => {
  const { hearing, hearingCalls } = await life.file();
  const [number] = hearingCalls.numbers;
  expect(number !== undefined, "the claimant left no number to call");
  for (const time of ["13:05", "13:20"])
    await life.call("conciliator", "logHearingCall", {
      params: { claimId: life.kept("claimId") },
      body: {
        number: number ?? "",
        result: "no-answer",
        calledAt: limaInstant(calendarDay(hearing?.on ?? ""), time),
      },
    });
  const { logged } = (await life.file()).hearingCalls;
  expect(logged.length === 2, `${logged.length} calls were logged`);
  return logged.map(({ at }) => at).join(", ");
});

export const heard = (agreement: Agreement): Step =>
  step(`se levanta el acta de la audiencia: ${agreement}`, async (life) => {
    const startedAt = await life.keep("heardAt", () => life.office.now());
    const agrees = agreement === "total" || agreement === "partial";
    const { state } = await life.edit("conciliator", "recordHearing", {
      body: {
        agreement,
        startedAt,
        ...(agreement === "none" && { disagreed: "El consumo del mes." }),
        ...(agrees && {
          standing: { as: "holder" as const },
          attendedBy: "CLIENTE DE PRUEBA",
          agreed: "Se cobra el mes como un mes normal.",
          acceptedOfferId: life.kept("offerId"),
        }),
      },
    });
    return state;
  });
