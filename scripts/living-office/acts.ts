import { photo } from "../../local/journey/attachments.ts";
import { honestAnswers, honestMonth } from "../../local/journey/honest-answers.ts";
import { keepFiled } from "../../local/journey/intake-steps.ts";
import type { Life, Step } from "../../local/journey/life.ts";
import { Surprise } from "../../local/journey/office.ts";
import { customer, step } from "../../local/journey/steps.ts";
import { tenant } from "../../settings.ts";
import type { ResolutionOutcome } from "../../shared/domain/case/claim-events.ts";
import { addDays, type CalendarDay, calendarDay, limaDay, limaInstant } from "../../shared/domain/term/calendar-day.ts";
import { countWorkingDays } from "../../shared/domain/term/due-dates.ts";
import { dayStatus, nextWorkingDay } from "../../shared/domain/term/legal-calendar.ts";
import type { ClaimedSupply } from "./supplies.ts";

/** Returns the first day from `day` on that counts for users too: what is done at a house on another is not in time. */
function whenUsersCount(day: CalendarDay): CalendarDay {
  const { value: users } = tenant.calendars.USER;
  return dayStatus(users, day).working ? day : nextWorkingDay(users, day);
}

/**
 * Returns a step that moves the clock to `time`, `HH:MM` in Lima, `days` working days of the company later. If that day
 * is no working day for users, the clock moves to the next one that is. With 0 `days` the day is today. The clock never
 * moves back.
 */
export const after = (days: number, time: string): Step =>
  step(`pasan ${days} días hábiles`, async ({ office }) => {
    const from = limaDay(await office.now());
    const calendar = tenant.calendars.COMPANY.value;
    const on = days === 0 ? from : whenUsersCount(countWorkingDays({ from, days, calendar }).dueDate);
    const instant = limaInstant(on, time);
    if (instant > (await office.now())) await office.moveClock(instant);
    return instant;
  });

/** How a claim is made: what about, in whose words, and by which way. */
export interface Said {
  readonly type: "F01" | "F02";
  readonly grounds: string;
  readonly by: "web" | "telephone" | "counter";
  /** Whether its person leaves an address of mail, to which notices may go. */
  readonly hasMail: boolean;
}

/**
 * Returns the claimant's data as a claim states them: the holder of the supply, with an e-mail address if `hasMail`.
 * The telephone is made from the supply code.
 */
export function claimantOf(supply: ClaimedSupply, { hasMail }: Pick<Said, "hasMail">) {
  const [givenNames = "CLIENTE", ...surnames] = supply.holder.split(" ");
  return {
    givenNames,
    paternalSurname: surnames.join(" ") || "DE PRUEBA",
    document: { kind: "DNI" as const, number: supply.holderDocument },
    standing: { as: "holder" as const },
    address: supply.address,
    telephone: `9000${supply.supplyCode.slice(-5)}`,
    ...(hasMail && { email: mailOf(supply) }),
    notifyByEmail: hasMail,
  };
}

/** One address for each supply, as `emailOf` of the journeys has it. */
const mailOf = ({ supplyCode }: Pick<ClaimedSupply, "supplyCode">): string => `cliente.${supplyCode}@example.pe`;

/**
 * Returns a step that files a claim through `said.by`: on the web as the seeded customer, who first links the supply;
 * else as the operator or the clerk. Later steps find the claim's id. The claimant's telephone is `telephone`, or one
 * made from the supply code if it is undefined.
 */
export const filed = (supply: ClaimedSupply, said: Said, telephone?: string): Step =>
  step(`presenta su reclamo: ${said.by}`, async (life) => {
    const body = {
      claimant: { ...claimantOf(supply, said), ...(telephone !== undefined && { telephone }) },
      claimType: said.type,
      receipts: [{ number: supply.receiptNumber, period: supply.period }],
      grounds: said.grounds,
      request: "bill-normal-use" as const,
      ...(said.type === "F01" && {
        leakCheck: "none-found" as const,
        meterReading: supply.reading + 3,
        meterTest: false,
        visitPreference: "any" as const,
      }),
      leaflet: true,
      privacyNoticeRead: true,
      uploadIds: [],
    };
    if (said.by === "web") {
      const { supplyCode, holderDocument: documentNumber } = supply;
      const { linkId } = await life.call(customer, "linkSupply", { body: { supplyCode, documentNumber } });
      return keepFiled(life, await life.call(customer, "fileClaim", { body: { ...body, linkId } }));
    }
    const { by: channel } = said;
    const declaredBy = channel === "telephone" ? ("voice" as const) : ("signature" as const);
    const who = channel === "telephone" ? "operator" : "clerk";
    const taken = { ...body, supplyCode: supply.supplyCode, channel, declaredBy };
    return keepFiled(life, await life.call(who, "takeClaim", { body: taken }));
  });

/** Returns the visit that waits to be made, and which of the seeded inspectors has it. */
async function visitOf(life: Life) {
  const on = (await life.file()).inspections.at(-1)?.on ?? "";
  for (const who of ["inspector", "inspector2"] as const) {
    const { inspections } = await life.call(who, "listInspections", { query: { date: calendarDay(on) } });
    const mine = inspections.filter(({ claimId }) => claimId === life.kept("claimId")).at(-1);
    if (mine) return { who, ...mine };
  }
  throw new Surprise(`nobody has the visit of ${on}`);
}

/** A step that waits for the hour at which the claim's last visit ends. */
export const visitTime: Step = step("llega la hora de la visita", async (life) => {
  const { on = "", to = "12:00" } = (await life.file()).inspections.at(-1) ?? {};
  const instant = limaInstant(calendarDay(on), to);
  if (instant > (await life.office.now())) await life.office.moveClock(instant);
  return instant;
});

/** What a visit finds. */
export type Finding = "no-leak" | "inner-leak" | "meter-broken";

export const visited = (supply: ClaimedSupply, found: Finding, hasPhoto: boolean): Step =>
  step(`el inspector informa: ${found}`, async (life) => {
    const { who, inspectionId } = await visitOf(life);
    const uploadIds = hasPhoto ? [await life.upload(who, "medidor.png", "image/png", photo)] : [];
    const reading = supply.reading + 5;
    const isLeaking = found === "inner-leak";
    await life.call(who, "reportInspection", {
      params: { claimId: life.kept("claimId"), inspectionId },
      body: {
        outcome: "whole",
        startedAt: await life.office.now(),
        attendedBy: { name: supply.holder, relation: "titular" },
        external: {
          ...(supply.meterNumber !== undefined && { meterNumber: supply.meterNumber }),
          reading,
          meterWorks: found !== "meter-broken",
          seals: "intact",
          box: "good",
          leakAtBox: false,
          connection: "open",
          premisesType: "one-family",
          premises: "Casa de un piso, portón de fierro.",
        },
        internal: {
          occupants: 4,
          useUnits: [{ category: "DOMESTICO", occupied: 1, vacant: 0 }],
          points: [
            { kind: "inodoro", count: 2, damaged: Number(isLeaking), leaking: Number(isLeaking) },
            { kind: "lavadero", count: 1, leaking: 0 },
          ],
          leakTest: { before: reading, after: isLeaking ? reading + 0.4 : reading, minutes: 15 },
          leak: isLeaking ? "visible" : "none",
        },
        observations: isLeaking ? "El inodoro del segundo baño pierde agua." : "Sin fugas a la vista.",
        uploadIds,
      },
    });
    return found;
  });

/** The inspector finds nobody; after the first time the office plans one more visit. */
export const foundNobody: Step = step("el inspector no encuentra a nadie", async (life) => {
  const { who, inspectionId } = await visitOf(life);
  await life.call(who, "reportInspection", {
    params: { claimId: life.kept("claimId"), inspectionId },
    body: {
      outcome: "absent",
      startedAt: await life.office.now(),
      external: { leakAtBox: false, premises: "Nadie abre; casa de un piso, portón de fierro." },
    },
  });
  return "ausente";
});

/**
 * Returns a step in which the conciliator offers to bill the receipt at the supply's average, at least 1 m³ below what
 * was billed. The offer is open until the day before the hearing.
 */
export const offerMade = (supply: ClaimedSupply): Step =>
  step("el conciliador propone un acuerdo", async (life) => {
    const { hearing } = await life.file();
    const until = addDays(calendarDay(hearing?.on ?? ""), -1);
    const { offers } = await life.edit("conciliator", "makeOffer", {
      body: {
        m3: Math.min(supply.average, supply.m3 - 1),
        terms: "Te proponemos cobrarte lo que usaste en promedio los meses anteriores.",
        until,
      },
    });
    const offerId = offers[0]?.offerId;
    if (offerId === undefined) throw new Surprise("the offer is not in the case");
    await life.keep("offerId", () => offerId);
    return `hasta el ${until}`;
  });

/**
 * Returns a step in which the customer refuses an offer and proposes to pay for the supply's average, at least 1 m³
 * below what was billed, in two parts.
 */
export const countered = (supply: ClaimedSupply): Step =>
  step("la clienta propone otra cosa", async (life) => {
    const { offers } = await life.call(customer, "answerOffer", {
      params: { claimId: life.kept("claimId"), offerId: life.kept("offerId") },
      body: {
        accepted: false,
        counter: { m3: Math.min(supply.average, supply.m3 - 1), instalments: 2, says: "Puedo pagarlo en dos partes." },
      },
    });
    return offers[0]?.counter?.after ?? "";
  });

/** A step that waits for an hour after the hearing has begun. */
export const hearingTime: Step = step("llega la hora de la audiencia", async (life) => {
  const { on = "", at = "13:00" } = (await life.file()).hearing ?? {};
  const instant = new Date(Date.parse(limaInstant(calendarDay(on), at)) + 40 * 60_000).toISOString();
  if (instant > (await life.office.now())) await life.office.moveClock(instant);
  return instant;
});

/** Two calls to who does not come to the hearing, a quarter of an hour apart. */
export const calledInVain: Step = step("no asiste: se le llama dos veces", async (life) => {
  const { hearing, hearingCalls } = await life.file();
  const [number = ""] = hearingCalls.numbers;
  const began = Date.parse(limaInstant(calendarDay(hearing?.on ?? ""), hearing?.at ?? "13:00"));
  for (const minutes of [5, 20])
    await life.call("conciliator", "logHearingCall", {
      params: { claimId: life.kept("claimId") },
      body: { number, result: "no-answer", calledAt: new Date(began + minutes * 60_000).toISOString() },
    });
  return "sin respuesta";
});

const reasonsOf: Readonly<Record<ResolutionOutcome, string>> = {
  rejected: "La lectura se tomó del medidor y la visita no halló ninguna falla que la explique de otro modo.",
  upheld: "La visita halló que el medidor no mide bien, y el consumo facturado no se sustenta.",
  "partly-upheld":
    "La fuga no visible se reparó a mitad del mes, y el recibo se corrige solo por lo que se perdió antes.",
  dismissed: "El reclamo se presentó después del plazo.",
  concluded: "Lo pedido ya se atendió y no queda nada por decidir.",
};

export const drafted = (supply: ClaimedSupply, outcome: ResolutionOutcome): Step =>
  step(`quien resuelve guarda el proyecto: ${outcome}`, async (life) => {
    const file = await life.file();
    const { drafting } = file;
    const left =
      outcome === "upheld" || outcome === "partly-upheld"
        ? honestMonth(file, outcome, { billedM3: supply.m3, otherwise: supply.average })
        : undefined;
    if (!drafting) throw new Surprise("no resolution may be drafted");
    await life.edit("resolver", "saveResolution", {
      body: {
        answers: honestAnswers(drafting),
        outcome: left?.outcome ?? outcome,
        decision: left ? "Se corrige lo facturado." : "Se confirma lo facturado.",
        reasons: reasonsOf[outcome],
        ...(left && { months: [{ receiptNumber: supply.receiptNumber, correctedM3: left.correctedM3 }] }),
      },
    });
    return outcome;
  });
