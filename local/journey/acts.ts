import { createHash } from "node:crypto";
import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import { addDays, type CalendarDay, calendarDay, limaDay, limaInstant } from "../../shared/domain/calendar-day.ts";
import type { Agreement } from "../../shared/domain/claim-events.ts";
import type { ClaimState } from "../../shared/domain/claim-states.ts";
import { signedByTestAuthority } from "../authority/sign-request.ts";
import type { SeededPerson } from "../people.ts";
import { pdf, photo } from "./attachments.ts";
import type { Life, Step } from "./life.ts";
import { type Office, Surprise } from "./office.ts";
import type { BilledSupply } from "./supplies.ts";

/** A step by its name and what it does. */
export const step = (name: string, does: Step["does"]): Step => ({ name, does });

const customer = "maria" satisfies SeededPerson;

/** Ends the journey unless it is so. */
export function expect(so: boolean, what: string): void {
  if (!so) throw new Surprise(what);
}

export const claimOf = (life: Life) => life.call(customer, "showClaim", { params: { claimId: life.kept("claimId") } });

async function expectState(life: Life, state: ClaimState): Promise<string> {
  const { state: now } = await life.file();
  expect(now === state, `expected ${state}, the claim is ${now}`);
  return state;
}

/** Moves the clock to an instant, unless it is past it. */
async function advanceTo(office: Office, instant: string): Promise<void> {
  if ((await office.now()) < instant) await office.moveClock(instant);
}

/** The clock's move to a time of a day; a step of its own, since whatever comes next counts from there. */
const goTo = (what: string, day: (life: Life) => Promise<CalendarDay>, time = "09:00"): Step =>
  step(what, async (life) => {
    const instant = limaInstant(await day(life), time);
    await advanceTo(life.office, instant);
    return instant;
  });

export const personal = (life: Life, email: string) => ({
  givenNames: "CLIENTE",
  paternalSurname: "DE PRUEBA",
  document: { kind: "DNI" as const, number: life.supply.holderDocument },
  standing: { as: "holder" as const },
  address: "CALLE FICTICIA 101",
  telephone: "900000001",
  email,
  notifyByEmail: true,
});

export const form = (life: Life, email: string) => ({
  claimant: personal(life, email),
  receipts: [{ number: life.supply.receiptNumber, period: life.supply.period }],
  grounds: "Este mes somos los mismos tres en casa y el recibo subió mucho.",
  request: "bill-normal-use" as const,
  leakCheck: "none-found" as const,
  meterReading: 1_299,
  meterTest: false,
  visitPreference: "morning" as const,
});

/** The address of the claimant: another for each claim, so that its mail can be told. */
export const emailOf = (life: Life): string => `cliente.${life.supply.supplyCode}@example.pe`;

export async function keepFiled(
  life: Life,
  filed: { claimId: string; code: string; notifyBy: string },
): Promise<string> {
  await life.keep("claimId", () => filed.claimId);
  await life.keep("code", () => filed.code);
  await life.keep("notifyBy", () => filed.notifyBy);
  return `${filed.code}, respuesta hasta el ${filed.notifyBy}`;
}

export const filedByWeb: readonly Step[] = [
  step("la clienta vincula su suministro", async (life) => {
    const { supplyCode, holderDocument: documentNumber } = life.supply;
    const { linkId } = await life.call(customer, "linkSupply", { body: { supplyCode, documentNumber } });
    return life.keep("linkId", () => linkId);
  }),
  step("guarda un borrador y lo encuentra", async (life) => {
    const params = { draftId: `b-${life.supply.supplyCode}` };
    await life.call(customer, "saveDraft", { params, body: { answers: { grounds: "Este mes" } } });
    const { answers } = await life.call(customer, "showDraft", { params });
    expect(answers["grounds"] === "Este mes", "the draft is not what was saved");
    return "«Este mes»";
  }),
  step("sube una foto de su medidor", (life) =>
    life.keep("photo", () => life.upload(customer, "medidor.png", "image/png", photo)),
  ),
  step("presenta su reclamo por la web", async (life) => {
    const body = {
      ...form(life, emailOf(life)),
      linkId: life.kept("linkId"),
      draftId: `b-${life.supply.supplyCode}`,
      uploadIds: [life.kept("photo")],
    };
    const filed = await life.call(customer, "fileClaim", { body });
    await life.keep("claimKey", () => filed.claimKey ?? "");
    expect(filed.visit !== undefined && filed.hearing !== undefined, "the cargo names no visit or hearing");
    expect(filed.owner !== undefined, "the claim has no owner");
    return keepFiled(life, filed);
  }),
  step("ve su reclamo con sus plazos", async (life) => {
    const { state, clocks, hold, attachments } = await claimOf(life);
    expect(hold === "held", "the receipt is not held");
    expect(attachments.length === 1, `the claim has ${attachments.length} papers`);
    const worked = await life.call(customer, "showClocks", { params: { claimId: life.kept("claimId") } });
    expect(
      worked.clocks.every(({ days }) => days.length > 0),
      "a clock without its working",
    );
    return `${state}: ${clocks.map(({ id, dueDate }) => `${id} ${dueDate}`).join(", ")}`;
  }),
];

export const filedByTelephone: readonly Step[] = [
  step("la operadora busca el suministro", async (life) => {
    const body = { supplyCode: life.supply.supplyCode, documentNumber: life.supply.holderDocument };
    const { holder, receipts } = await life.call("operator", "searchSupplies", { body });
    expect(holder === "matches", `the holder's document is told as ${holder}`);
    return `${receipts.length} recibos, el documento coincide`;
  }),
  step("la operadora registra el reclamo que le cuentan", async (life) => {
    const filed = await life.call("operator", "takeClaim", {
      body: { ...form(life, emailOf(life)), supplyCode: life.supply.supplyCode, channel: "telephone" },
    });
    expect(filed.claimKey === undefined, "the operator was told the claimant's key");
    return keepFiled(life, filed);
  }),
  step("la clienta lo abre con la clave que le llegó", async (life) => {
    const claimKey = await life.keep("claimKey", () => keyInMail(life, /clave[^0-9A-Za-z_-]*([0-9A-Za-z_-]{22})/i));
    const { code } = await life.call(customer, "openClaim", { body: { code: life.kept("code"), claimKey } });
    return code;
  }),
];

/** The key of a mail to the claimant: the `time`-th that has one. */
async function keyInMail(life: Life, pattern: RegExp, time = 1): Promise<string> {
  return life.until("the mail with the key", async () => {
    const mails = await life.office.messages(emailOf(life));
    const keys = mails
      .toReversed()
      .flatMap(({ text }) => (text.includes(life.kept("code")) && pattern.exec(text)?.[1]) || []);
    return [...new Set(keys)][time - 1];
  });
}

export const cargo = step("descarga el cargo", async (life) => {
  const document = await life.until("the cargo", async () =>
    (await claimOf(life)).documents.find(({ kind }) => kind === "claim-cargo"),
  );
  const params = { claimId: life.kept("claimId"), documentId: document.documentId };
  return downloaded(await life.call(customer, "downloadDocument", { params }), document.sha256);
});

/** Downloads what an address gives and compares it with its fingerprint. */
/** Follows an address to the PDF its fingerprint names. */
export async function downloaded(
  { url, fileName }: { url: string; fileName: string },
  sha256: string,
): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  expect(createHash("sha256").update(bytes).digest("hex") === sha256, `${fileName} is not what its fingerprint says`);
  expect(new TextDecoder().decode(bytes.slice(0, 5)) === "%PDF-", `${fileName} is no PDF`);
  return `${fileName}, ${bytes.byteLength} bytes`;
}

export const held: readonly Step[] = [
  step("el bloqueo sale en el archivo del día y vuelve confirmado", async (life) => {
    const date = await life.keep("filedOn", async () => limaDay((await life.file()).filedAt));
    const mine = async () => {
      const { holds, csv, fileName } = await life.call("billing", "listHolds", { query: { date } });
      const hold = holds.find(({ code }) => code === life.kept("code"));
      expect(hold !== undefined && csv.includes(life.kept("code")), "the hold is not in the day's file");
      return { fileName, hold };
    };
    const { fileName, hold } = await mine();
    if (!hold) throw new Surprise("no hold");
    const { code, receiptNumber, version } = hold;
    const acknowledgements = [{ code, receiptNumber, version, reference: `SC-${code}` }];
    await life.call("billing", "acknowledgeExchange", { body: { date, acknowledgements } });
    expect((await mine()).hold?.acknowledged?.reference === `SC-${code}`, "the hold is not acknowledged");
    return `${fileName}: ${receiptNumber}, versión ${version}`;
  }),
  step("cualquiera lo comprueba con la clave del «No cortar»", async (life) => {
    const { holdKey = "" } = await claimOf(life);
    const { held: isHeld, receipts } = await life.call("nobody", "showHold", { params: { holdKey } });
    expect(isHeld && receipts.includes(life.supply.receiptNumber), "the hold is not shown");
    await life.keep("holdKey", () => holdKey);
    return `${receipts.join(", ")}: no cortar`;
  }),
];

export const released = (until: string): Step =>
  step("el bloqueo se levanta", async (life) => {
    const { held: isHeld, until: why } = await life.call("nobody", "showHold", {
      params: { holdKey: life.kept("holdKey") },
    });
    expect(!isHeld && why === until, `held ${isHeld}, until ${why}`);
    return why ?? "";
  });

export const assigned = step("la tarea llega al inspector por la cola", async (life) => {
  const { inspector, on } = await life.until("an inspector", async () => {
    const { inspections } = await life.file();
    const last = inspections.at(-1);
    return last?.inspector !== undefined && !last.report && last;
  });
  return `${inspector}, el ${on}`;
});

export const admitted = step("el analista admite el reclamo", async (life) => {
  const { state } = await life.edit("analyst", "admitClaim", { body: { outcome: "accepted" } });
  return state;
});

const visitDay = async (life: Life): Promise<CalendarDay> =>
  calendarDay((await life.file()).inspections.at(-1)?.on ?? "");

export const toVisit = goTo("llega el día de la visita", visitDay, "12:00");

/** Who has the last visit of a claim: one of the seeded inspectors. */
async function visitOf(life: Life) {
  const date = await visitDay(life);
  for (const who of ["inspector", "inspector2"] as const) {
    const { inspections } = await life.call(who, "listInspections", { query: { date } });
    const mine = inspections.filter(({ claimId }) => claimId === life.kept("claimId")).at(-1);
    if (mine) return { who, ...mine };
  }
  throw new Surprise(`nobody has the visit of ${date}`);
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

/** Nobody opens: the first time another visit is planned, the second none. */
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

/** A volume under what was billed: a receipt is never raised. */
const lessThan = ({ m3 }: BilledSupply): number => Math.min(18, m3 - 1);

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

/** Two calls to who does not come, some minutes apart, as an absence asks for. */
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

/** What is missing and nobody let go. */
const missingIn = ({ evidence }: AnswerOf<Routes["showCase"]>): string[] =>
  evidence.flatMap(({ item, status, override }) => (status === "missing" && !override ? item : []));

/** From the draft to the signature, with the evidence that is missing passed over in writing. */
export const decided = (outcome: "rejected" | "upheld" | "partly-upheld"): readonly Step[] => [
  step("la resolutora guarda el proyecto", async (life) => {
    const { draft } = await life.edit("resolver", "saveResolution", {
      body: {
        outcome,
        decision: outcome === "rejected" ? "Se confirma lo facturado." : "Se corrige lo facturado.",
        reasons: "La lectura y la inspección se valoraron con las pruebas del expediente.",
        ...(outcome !== "rejected" && {
          months: [{ receiptNumber: life.supply.receiptNumber, correctedM3: lessThan(life.supply) }],
        }),
      },
    });
    expect(draft?.outcome === outcome, "the draft was not kept");
    return outcome;
  }),
  step("otra persona dispensa por escrito las pruebas que faltan", async (life) => {
    const items = missingIn(await life.file());
    if (items.length === 0) return "no falta ninguna";
    const { evidence } = await life.edit("signer", "overrideChecklist", {
      body: { items, reason: "No existe en los registros; se decide con lo demás." },
    });
    expect(
      evidence.every(({ status, override }) => status !== "missing" || override !== undefined),
      "something is still missing",
    );
    return `${items.length} pruebas que faltan, con su motivo`;
  }),
  step("la resolutora lo envía a firma: número y bytes quedan fijos", async (life) => {
    const issued = await life.edit("resolver", "issueResolution", { body: {} });
    await life.keep(`sha256 ${issued.number}`, () => issued.sha256);
    return `N.º ${issued.number}`;
  }),
  step("quien firma la baja, la firma con su certificado y la envía", async (life) => {
    const { resolutions, documents } = await life.file();
    const last = resolutions.at(-1);
    const { documentId = "", sha256 = "" } = documents.find((one) => one.documentId === last?.documentId) ?? {};
    const uploadId = await life.keep(`signed ${sha256}`, async () => {
      const claimId = life.kept("claimId");
      const { url } = await life.call("signer", "downloadCaseAttachment", { params: { claimId, documentId } });
      const frozen = new Uint8Array(await (await fetch(url)).arrayBuffer());
      const signed = await signedByTestAuthority(life.office.origin, frozen);
      return life.upload("signer", "resolucion-firmada.pdf", "application/pdf", signed);
    });
    const { number, state } = await life.edit("signer", "signResolution", {
      body: { sha256, signature: { way: "certificate", uploadId } },
    });
    return `N.º ${number}: ${state}`;
  }),
];

export const notifiedByEmail = (time: 1 | 2): readonly Step[] => [
  step("mesa de partes la notifica por correo", async (life) => {
    const { notices } = await life.edit("clerk", "dispatchNotice", { body: { channel: "email" } });
    return `${notices.length} notificación`;
  }),
  step("abrir el enlace no es acusar recibo", async (life) => {
    const noticeKey = await life.keep(`noticeKey ${time}`, () =>
      keyInMail(life, /notificacion\/([0-9A-Za-z_-]{22})/, time),
    );
    const { acknowledgedAt, decision } = await life.call("nobody", "showNotice", { params: { noticeKey } });
    expect(acknowledgedAt === undefined && decision === undefined, "looking acknowledged it");
    return "sin acuse";
  }),
];

export const acknowledged = (time: 1 | 2): Step =>
  step("la clienta confirma que la recibió", async (life) => {
    const params = { noticeKey: life.kept(`noticeKey ${time}`) };
    const { recourseUntil, outcome } = await life.call("nobody", "acknowledgeNotice", { params, body: {} });
    const again = await life.call("nobody", "acknowledgeNotice", { params, body: {} });
    expect(again.recourseUntil === recourseUntil, "a second click moved the term");
    return `${outcome}; puede pedir que la revisen hasta el ${recourseUntil}`;
  });

/** The customer reads it: decision and document. */
export const read = step("lee la decisión y baja la resolución", async (life) => {
  const { resolutions, documents } = await claimOf(life);
  const last = resolutions.at(-1);
  const document = documents.find(({ documentId }) => documentId === last?.documentId);
  if (!document) throw new Surprise("the notified resolution is not among the documents");
  const params = { claimId: life.kept("claimId"), documentId: document.documentId };
  return downloaded(await life.call(customer, "downloadDocument", { params }), document.sha256);
});

export const recourse = (kind: "reconsideration" | "appeal"): Step =>
  step(
    kind === "appeal" ? "apela ante el tribunal de SUNASS" : "pide reconsideración con una prueba nueva",
    async (life) => {
      const attachment = await life.keep(`paper ${kind}`, () =>
        life.upload(customer, "recurso.pdf", "application/pdf", pdf(`Recurso ${life.supply.supplyCode}`)),
      );
      const { submissionId, submissionNumber, claim } = await life.call(customer, "fileRecourse", {
        params: { claimId: life.kept("claimId") },
        body: { kind, grounds: "La prueba muestra otra cosa.", uploadIds: [attachment] },
      });
      await life.keep(`filing ${kind}`, () => submissionId);
      return `${submissionNumber}: ${claim.state}`;
    },
  );

export const recourseCargo = (kind: "reconsideration" | "appeal"): Step =>
  step("baja la constancia del recurso", async (life) => {
    const params = { submissionId: life.kept(`filing ${kind}`) };
    await life.until(
      "the constancia of the recourse",
      async () => (await life.call(customer, "showSubmission", { params })).constancia === "ready",
    );
    const link = await life.call(customer, "downloadSubmissionProof", {
      params: { ...params, document: "constancia" },
    });
    return downloaded(link, link.sha256);
  });

export const elevated: readonly Step[] = [
  step("el expediente se eleva al tribunal", async (life) => {
    const receivedAt = await life.keep("elevatedAt", () => life.office.now());
    const { state } = await life.edit("clerk", "elevateFile", { body: { receivedAt, reference: "TRASS-2026-1" } });
    return state;
  }),
  step("llega la decisión del tribunal", async (life) => {
    const receivedAt = await life.keep("tribunalAt", () => life.office.now());
    const { state } = await life.edit("clerk", "recordTribunal", {
      body: { outcome: "decided", number: "0001-2026-TRASS", receivedAt, summary: "Fundado: se refactura el mes." },
    });
    return state;
  }),
];

export const executed = step("facturación cumple lo decidido", async (life) => {
  // What silence granted is certified first, by a worker.
  await life.until("the certificate of the silence", async () => {
    const { state, entries } = await life.file();
    return !state.endsWith("silence") || entries.some(({ type }) => type === "silence-certified");
  });
  const { state } = await life.edit("billing", "executeDecision", {
    body: { summary: "Se emitió la nota de crédito.", reference: "NC-0001" },
  });
  expect(state === "closed", `expected closed, the claim is ${state}`);
  return state;
});

/** Moves the clock some working days and looks at what the claim has become by itself. */
export const afterWorkingDays = (days: number, state: ClaimState): Step =>
  step(`pasan ${days} días hábiles: ${state}`, async (life) => {
    const from = await life.keep(`before ${days}`, () => life.office.now());
    if ((await life.office.now()) === from || limaDay(await life.office.now()) === limaDay(from))
      await life.office.moveClock(`+${days}wd`);
    return expectState(life, state);
  });

/** A read at the first instant after the last day to be notified, whatever any job did. */
export const afterLastDay = (state: ClaimState): Step =>
  step(`al día siguiente del último para notificar: ${state}`, async (life) => {
    await advanceTo(life.office, limaInstant(addDays(calendarDay(life.kept("notifyBy")), 1), "00:00"));
    return expectState(life, state);
  });

export const observed: readonly Step[] = [
  step("se observa que falta un dato", async (life) => {
    const { state } = await life.edit("clerk", "observeClaim", { body: { defects: ["Falta la copia del poder."] } });
    expect(state === "observed", `the claim is ${state}`);
    return state;
  }),
  step("acusa recibo de la observación: recién entonces corre su plazo", async (life) => {
    const noticeKey = await life.keep("noticeKey of the observation", () =>
      keyInMail(life, /notificacion\/([0-9A-Za-z_-]{22})/, 1),
    );
    const before = await claimOf(life);
    expect(before.remedyUntil === undefined, "the term runs before its notice");
    const { remedyUntil, says } = await life.call("nobody", "acknowledgeNotice", { params: { noticeKey }, body: {} });
    expect(remedyUntil !== undefined && says?.length === 1, "the notice started no term");
    return `puede corregirlo hasta el ${remedyUntil}`;
  }),
];

export const remedied = step("la clienta lo subsana en plazo", async (life) => {
  const params = { claimId: life.kept("claimId") };
  const { state } = await life.call(customer, "remedyClaim", {
    params,
    body: { answer: "Soy la titular, no hace falta." },
  });
  expect(state === "under-investigation", `the claim is ${state}`);
  return state;
});

export const withdrawalAsked: Step = step("la clienta desiste", async (life) => {
  const params = { claimId: life.kept("claimId") };
  const { actions } = await life.call(customer, "withdrawClaim", { params, body: { of: "procedure" } });
  return `puede además: ${actions.join(", ")}`;
});

/** E-mail without acknowledgement has no effect: it is taken to the address, where nobody is the first time. */
export const deliveredAtHome: readonly Step[] = [
  step("nadie acusa recibo en dos días hábiles: se lleva a su domicilio", async (life) => {
    const from = await life.keep("sentAt", () => life.office.now());
    if (limaDay(await life.office.now()) === limaDay(from)) await life.office.moveClock("+3wd");
    const { notices } = await life.edit("clerk", "dispatchNotice", { body: { channel: "personal" } });
    const personalNotice = notices.find(({ channel }) => channel === "personal");
    return life.keep("noticeId", () => personalNotice?.noticeId ?? "");
  }),
  step("el notificador no encuentra a nadie y deja aviso", async (life) => {
    const deliveredAt = await life.keep("absentDeliveryAt", () => life.office.now());
    const picture = await life.keep("doorPhoto", () => life.upload("clerk", "puerta.png", "image/png", photo));
    const { notices } = await life.edit("clerk", "recordDelivery", {
      params: { noticeId: life.kept("noticeId") },
      body: {
        outcome: "absent",
        deliveredAt,
        premises: "Portón verde, medidor de luz 000001.",
        nextOn: addDays(limaDay(deliveredAt), 1),
        uploadIds: [picture],
      },
    });
    return `${notices.at(-1)?.attempts ?? 0} intento`;
  }),
  step("vuelve en la nueva fecha y lo deja bajo la puerta", async (life) => {
    const from = life.kept("absentDeliveryAt");
    if (limaDay(await life.office.now()) === limaDay(from)) await life.office.moveClock("+1wd");
    const deliveredAt = await life.keep("deliveredAt", () => life.office.now());
    const { state } = await life.edit("clerk", "recordDelivery", {
      params: { noticeId: life.kept("noticeId") },
      body: { outcome: "left-under-door", deliveredAt, premises: "Portón verde, medidor de luz 000001." },
    });
    expect(state === "notified", `the claim is ${state}`);
    return limaDay(deliveredAt);
  }),
];

export const tooLateToDecide = step("ya no se puede decidir", (life) =>
  life
    .edit("resolver", "saveResolution", {
      body: { outcome: "rejected", decision: "Se confirma.", reasons: "Tarde." },
    })
    .then(
      () => {
        throw new Surprise("a decision was taken after the term");
      },
      (failure: unknown) => {
        if (!(failure instanceof Surprise) || failure.kind !== "not-now") throw failure;
        return "rechazado: not-now";
      },
    ),
);
