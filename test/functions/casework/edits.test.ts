import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import * as routes from "../../../shared/contract/casework-routes.ts";
import type { Route } from "../../../shared/contract/route.ts";
import { calendarDay } from "../../../shared/domain/calendar-day.ts";
import type { CaseFact, CaseNote } from "../../../shared/domain/case-events.ts";
import { person } from "../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../shared/storage/test-tables.ts";
import { originKey, staff } from "../api-call.ts";
import { captureLog } from "../log-lines.ts";
import { type CaseworkWorld, caseworkWorld, hearingAt, type Step, steps, type Worker } from "./casework-world.ts";

let local: TestTables;
let world: CaseworkWorld;
beforeAll(async () => {
  local = await testTables();
  world = await caseworkWorld(local);
}, 60_000);
beforeEach(() => {
  captureLog();
});
afterAll(async () => {
  vi.useRealTimers();
  await local.stop();
});

const on = (now: string): void => void vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });

const clerk: Worker = ["clerk-1", "clerk"];
const conciliator: Worker = ["conciliator-1", "conciliator"];
const resolver: Worker = ["resolver-1", "resolver"];
const signer: Worker = ["signer-1", "signer"];
const billing: Worker = ["billing-1", "billing"];

const draft = {
  outcome: "upheld",
  decision: "Facturar 20 m³.",
  reasons: "No hay fuga.",
  months: [{ receiptNumber: "S001-00045001", correctedM3: 20 }],
};
const delivery = {
  outcome: "delivered",
  deliveredAt: "2026-12-29T15:00:00Z",
  receiver: { name: "CLIENTE DE PRUEBA UNO", relation: "titular" },
};
/** A delivery that somebody wrote down days after it. */
async function deliveredLate(of: CaseworkWorld, sub: string): Promise<Step> {
  const { claimId, params } = await steps.dispatched(of);
  const details = { noticeId: "notice-1", how: "delivered", photos: [] } as const;
  await of.elsewhere(claimId, "2027-01-06T15:00:00.000Z", [
    { type: "delivery-claimed", effectiveAt: "2026-12-30T15:00:00.000Z", by: person(sub, "clerk"), details },
  ]);
  return { claimId, now: "2027-01-06T16:00:00.000Z", ...(params && { params }) };
}

const decided = {
  outcome: "decided",
  number: "TRASS-R-1",
  receivedAt: "2027-01-19T15:00:00Z",
  summary: "Confirma la resolución.",
};

const analyst: Worker = ["analyst-1", "analyst"];
const recorded = { effectiveAt: "2026-11-25T15:00:00.000Z", by: person("analyst-1", "analyst") };
const laboratory = { tester: "LABORATORIO DE PRUEBA", at: "09:00", place: "En el predio." };
const sealed = {
  verifiedAt: "2026-11-26T14:00:00Z",
  repaired: true,
  before: 480,
  after: 480,
  minutes: 15,
  observations: "Cambió el tubo.",
};
const repairRequired: CaseFact = { ...recorded, type: "leak-repair-required", details: { text: "Fuga en el piso." } };
const testOrdered = (on: string): CaseFact => ({
  ...recorded,
  type: "meter-test-ordered",
  testOn: calendarDay(on),
  details: laboratory,
});

/** An admitted claim with one more entry. */
async function after(of: CaseworkWorld, fact: CaseFact | CaseNote): Promise<Step> {
  const step = await steps.accepted(of);
  await of.elsewhere(step.claimId, recorded.effectiveAt, [fact]);
  return step;
}

/** An admitted claim whose visit is inspector-1's, with one more fact where one is given. */
async function visited(of: CaseworkWorld, fact?: CaseFact): Promise<Step> {
  const step = await steps.accepted(of);
  await of.assign(step.claimId, 1, "inspector-1");
  if (fact) await of.elsewhere(step.claimId, recorded.effectiveAt, [fact]);
  return step;
}

interface Row {
  readonly id: string;
  readonly route: Route;
  readonly who: Worker;
  readonly ready: (world: CaseworkWorld) => Promise<Step>;
  readonly body: object;
  readonly state: string;
  /** Entries it makes. */
  readonly entries: number;
  readonly bad: object;
  readonly says: string;
  readonly early: (world: CaseworkWorld) => Promise<Step>;
  readonly why: RegExp;
}
const otherStep = /otro paso/;

const rows: readonly Row[] = [
  {
    id: "admitClaim",
    route: routes.admitClaim,
    who: clerk,
    ready: steps.filed,
    body: { outcome: "accepted" },
    state: "under-investigation",
    entries: 1,
    bad: { outcome: "maybe" },
    says: "Elige si se admite.",
    early: steps.accepted,
    why: otherStep,
  },
  {
    id: "reclassifyClaim",
    route: routes.reclassifyClaim,
    who: analyst,
    ready: steps.filed,
    body: { claimType: "F10", reason: "Es por un cobro." },
    state: "filed",
    entries: 1,
    bad: { claimType: "F99", reason: "Es por un cobro." },
    says: "Elige el tipo de reclamo.",
    early: steps.signed,
    why: otherStep,
  },
  {
    id: "givePlaces",
    route: routes.givePlaces,
    who: analyst,
    ready: async (of) => ({ ...(await steps.waiting(of)), body: {} }),
    body: { reason: "No es el mismo reclamo." },
    state: "filed",
    entries: 1,
    bad: { reason: "" },
    says: "Escribe por qué le das lugar.",
    early: steps.filed,
    why: /no espera lugar/,
  },
  {
    id: "joinClaims",
    route: routes.joinClaims,
    who: analyst,
    ready: steps.waiting,
    body: { code: "RE-2026-000001-1", reason: "Es el mismo mes." },
    state: "filed",
    entries: 2,
    bad: { code: "RE-2026-000001-1", reason: "" },
    says: "Escribe por qué van juntos.",
    early: async (of) => ({ ...(await steps.waiting(of)), body: {} }),
    why: /no es de otro reclamo de este suministro/,
  },
  {
    id: "observeClaim",
    route: routes.observeClaim,
    who: clerk,
    ready: steps.filed,
    body: { defects: ["Falta la copia del poder."] },
    state: "observed",
    entries: 2,
    bad: { defects: [] },
    says: "Escribe qué falta.",
    early: steps.heard,
    why: otherStep,
  },
  {
    id: "tellObservation",
    route: routes.tellObservation,
    who: ["operator-1", "operator"],
    ready: steps.observed,
    body: { how: "told-by-telephone" },
    state: "observed",
    entries: 1,
    bad: { how: "delivered" },
    says: "Escribe quién recibió.",
    early: steps.filed,
    why: otherStep,
  },
  {
    id: "sendCopy",
    route: routes.sendCopy,
    who: ["operator-1", "operator"],
    ready: steps.filed,
    body: { channel: "letter" },
    state: "filed",
    entries: 1,
    bad: { channel: "pigeon" },
    says: "Elige cómo se envió.",
    early: steps.notified,
    why: otherStep,
  },
  {
    id: "makeOffer",
    route: routes.makeOffer,
    who: conciliator,
    ready: steps.accepted,
    body: { m3: 20, terms: "Facturar 20 m³ y nada más.", until: "2026-12-10" },
    state: "under-investigation",
    entries: 1,
    bad: { m3: 20, terms: "Facturar 20 m³.", until: "mañana" },
    says: '"mañana" no es una fecha. Escríbela como AAAA-MM-DD.',
    early: steps.filed,
    why: otherStep,
  },
  {
    id: "recordHearing",
    route: routes.recordHearing,
    who: conciliator,
    ready: async (of) => ({ ...(await steps.accepted(of)), now: "2026-12-23T18:00:00.000Z" }),
    body: { agreement: "none", startedAt: hearingAt, disagreed: "El volumen." },
    state: "no-agreement",
    entries: 1,
    bad: { agreement: "total", startedAt: hearingAt, agreed: "20 m³" },
    says: "Di en qué calidad asistió quien acuerda.",
    early: steps.filed,
    why: otherStep,
  },
  {
    id: "saveResolution",
    route: routes.saveResolution,
    who: resolver,
    ready: steps.accepted,
    body: draft,
    state: "under-investigation",
    entries: 0,
    bad: { ...draft, reasons: "" },
    says: "Escribe por qué.",
    early: steps.filed,
    why: otherStep,
  },
  {
    id: "overrideChecklist",
    route: routes.overrideChecklist,
    who: signer,
    ready: steps.heard,
    body: { items: ["cuts-history"], reason: "No existe en los registros." },
    state: "no-agreement",
    entries: 1,
    bad: { items: [], reason: "No existe." },
    says: "Elige qué prueba se dispensa.",
    early: steps.signed,
    why: otherStep,
  },
  {
    id: "reclassifyRecourse",
    route: routes.reclassifyRecourse,
    who: analyst,
    ready: steps.reconsidered,
    body: { as: "appeal", reason: "Pide otra lectura de las mismas pruebas." },
    state: "in-appeal",
    entries: 1,
    bad: { as: "complaint", reason: "No." },
    says: "Elige qué recurso es.",
    early: steps.notified,
    why: otherStep,
  },
  {
    id: "askNewEvidence",
    route: routes.askNewEvidence,
    who: analyst,
    ready: steps.lacking,
    body: { how: "told-by-telephone", text: "Un documento que no esté en el expediente." },
    state: "in-reconsideration",
    entries: 1,
    bad: { how: "told-by-telephone", text: "" },
    says: "Escribe qué prueba hace falta.",
    early: steps.reconsidered,
    why: /ya trae una prueba nueva/,
  },
  {
    id: "forwardQueja",
    route: routes.forwardQueja,
    who: clerk,
    ready: steps.complained,
    body: { reference: "Oficio 13-2026" },
    state: "filed",
    entries: 1,
    bad: { reference: "" },
    says: "Escribe el número con que se envió.",
    early: steps.filed,
    why: /No hay una queja pendiente/,
  },
  {
    id: "answerQueja",
    route: routes.answerQueja,
    who: clerk,
    ready: steps.complained,
    body: { outcome: "queja-silence", receivedAt: "2026-11-25T14:00:00Z", summary: "Declara el silencio." },
    state: "positive-silence",
    entries: 1,
    bad: { outcome: "maybe", receivedAt: "2026-11-25T14:00:00Z", summary: "No." },
    says: "Elige qué se decidió.",
    early: async (of) => ({ ...(await steps.filed(of)), now: "2026-11-25T15:00:00.000Z" }),
    why: /No hay una queja pendiente/,
  },
  {
    id: "dispatchNotice",
    route: routes.dispatchNotice,
    who: clerk,
    ready: steps.signed,
    body: { channel: "email" },
    state: "resolved",
    entries: 1,
    bad: { channel: "smoke" },
    says: "Elige cómo se notifica.",
    early: steps.heard,
    why: otherStep,
  },
  {
    id: "recordDelivery",
    route: routes.recordDelivery,
    who: clerk,
    ready: steps.dispatched,
    body: delivery,
    state: "notified",
    entries: 1,
    bad: { outcome: "delivered", deliveredAt: "2026-12-29T15:00:00Z" },
    says: "Escribe quién recibió.",
    early: async (of) => ({ ...(await steps.notified(of)), params: { noticeId: "notice-1" } }),
    why: otherStep,
  },
  {
    id: "confirmDelivery",
    route: routes.confirmDelivery,
    who: ["clerk-2", "clerk"],
    ready: (of) => deliveredLate(of, "clerk-1"),
    body: { wasThere: true },
    state: "notified",
    entries: 1,
    bad: {},
    says: "Confirma solo una entrega en la que estuviste.",
    early: (of) => deliveredLate(of, "clerk-2"),
    why: /otra persona/,
  },
  {
    id: "elevateFile",
    route: routes.elevateFile,
    who: clerk,
    ready: async (of) => {
      const appealed = await steps.appealed(of);
      await of.signLetter(appealed.claimId, appealed.now);
      return appealed;
    },
    body: { receivedAt: "2026-12-31T15:00:00Z", reference: "TRASS-1" },
    state: "elevated",
    entries: 1,
    bad: { receivedAt: "ayer", reference: "TRASS-1" },
    says: "Escribe cuándo lo recibió el tribunal.",
    early: steps.notified,
    why: otherStep,
  },
  {
    id: "recordTribunal",
    route: routes.recordTribunal,
    who: clerk,
    ready: steps.elevated,
    body: decided,
    state: "tribunal-decided",
    entries: 1,
    bad: { ...decided, outcome: "back-to-resolution" },
    says: "Escribe el plazo que dio el tribunal.",
    early: async (of) => ({ ...(await steps.appealed(of)), now: "2027-01-20T16:00:00.000Z" }),
    why: otherStep,
  },
  {
    id: "executeDecision",
    route: routes.executeDecision,
    who: billing,
    ready: async (of) => {
      const step = await steps.filed(of);
      const effectiveAt = "2027-01-16T06:00:00.000Z";
      const by = { kind: "system", name: "render-documents" } as const;
      await of.elsewhere(step.claimId, effectiveAt, [
        { type: "silence-certified", effectiveAt, by, details: { corrected: [] } },
      ]);
      return { ...step, now: "2027-01-18T15:00:00.000Z" };
    },
    body: { summary: "Se emitió la nota de crédito.", reference: "NC-001" },
    state: "closed",
    entries: 1,
    bad: { summary: "", reference: "NC-001" },
    says: "Escribe qué se hizo.",
    early: steps.notified,
    why: otherStep,
  },
  {
    id: "addEvidence",
    route: routes.addEvidence,
    who: billing,
    ready: steps.accepted,
    body: { kind: "cuts-history", summary: "Nunca se cortó.", noneFoundBy: "PERSONA DE PRUEBA DOS" },
    state: "under-investigation",
    entries: 1,
    bad: { kind: "cuts-history", summary: "" },
    says: "Escribe qué dice.",
    early: steps.notified,
    why: /./,
  },
  {
    id: "recordControl",
    route: routes.recordControl,
    who: analyst,
    ready: steps.accepted,
    body: { period: "2026-10", notice: { on: "2026-10-22", at: "09:30", means: "PERSONAL" }, billedBy: "L" },
    state: "under-investigation",
    entries: 1,
    bad: { period: "2026-10", billedBy: "L" },
    says: "Escribe el aviso o la inspección que consta.",
    early: steps.notified,
    why: /./,
  },
  {
    id: "recordStandingProof",
    route: routes.recordStandingProof,
    who: clerk,
    ready: (of) =>
      after(of, {
        type: "holder-not-matched",
        effectiveAt: recorded.effectiveAt,
        by: { kind: "system", name: "file-claim" },
        details: {},
      }),
    body: { shown: "Su contrato de alquiler." },
    state: "under-investigation",
    entries: 1,
    bad: { shown: "" },
    says: "Escribe qué mostró.",
    early: steps.accepted,
    why: /nada que probar/,
  },
  {
    id: "requireRepair",
    route: routes.requireRepair,
    who: analyst,
    ready: steps.accepted,
    body: { how: "told-in-person", text: "Fuga bajo el piso del baño." },
    state: "under-investigation",
    entries: 1,
    bad: { how: "pigeon", text: "Fuga bajo el piso del baño." },
    says: "Elige cómo se le avisó.",
    early: steps.notified,
    why: otherStep,
  },
  {
    id: "verifyRepair",
    route: routes.verifyRepair,
    who: ["inspector-1", "inspector"],
    ready: (of) => visited(of, repairRequired),
    body: sealed,
    state: "under-investigation",
    entries: 1,
    bad: { ...sealed, repaired: "yes" },
    says: "Di si la fuga se reparó.",
    early: visited,
    why: /Nadie requirió reparar/,
  },
  {
    id: "askMeterTest",
    route: routes.askMeterTest,
    who: clerk,
    ready: steps.accepted,
    body: { costAccepted: true },
    state: "under-investigation",
    entries: 1,
    bad: { costAccepted: false },
    says: "Explica quién paga la contrastación antes de pedirla.",
    early: steps.notified,
    why: otherStep,
  },
  {
    id: "orderMeterTest",
    route: routes.orderMeterTest,
    who: analyst,
    ready: steps.accepted,
    body: { ...laboratory, testOn: "2026-12-01" },
    state: "under-investigation",
    entries: 1,
    bad: { ...laboratory, testOn: "2026-12-01", at: "9" },
    says: "Escribe la hora, como 09:30.",
    early: steps.notified,
    why: /2 días o más/,
  },
  {
    id: "tellMeterTest",
    route: routes.tellMeterTest,
    who: clerk,
    ready: (of) => after(of, testOrdered("2026-12-01")),
    body: { how: "told-by-telephone" },
    state: "under-investigation",
    entries: 1,
    bad: { how: "pigeon" },
    says: "Elige cómo se le avisó.",
    early: steps.accepted,
    why: /No hay una contrastación/,
  },
  {
    id: "reportMeterTest",
    route: routes.reportMeterTest,
    who: analyst,
    ready: (of) => after(of, testOrdered("2026-11-26")),
    body: { result: "within-tolerance", certificate: "C-1" },
    state: "under-investigation",
    entries: 1,
    bad: { result: "broken", certificate: "C-1" },
    says: "Elige el resultado.",
    early: steps.accepted,
    why: /No hay una contrastación/,
  },
  {
    id: "moveHearing",
    route: routes.moveHearing,
    who: conciliator,
    ready: (of) => after(of, repairRequired),
    body: { reason: "leak-repair", on: "2026-12-28" },
    state: "under-investigation",
    entries: 2,
    bad: { reason: "holidays", on: "2026-12-28" },
    says: "Elige por qué se mueve.",
    early: steps.accepted,
    why: /exigida o una contrastación/,
  },
  {
    id: "setHearingLink",
    route: routes.setHearingLink,
    who: conciliator,
    ready: (of) =>
      after(of, {
        type: "hearing-mode-chosen",
        effectiveAt: "2026-11-25T15:00:00.000Z",
        by: person("operator-1", "operator"),
        details: { mode: "virtual", taken: { came: "telephone" } },
      }),
    body: { link: "https://reuniones.example.pe/una-sola" },
    state: "under-investigation",
    entries: 1,
    bad: { link: "http://reuniones.example.pe/una-sola" },
    says: "Escribe un enlace completo que empiece con https://, como lo da la videollamada.",
    early: steps.accepted,
    why: /no es por videollamada/,
  },
];

it("has a row for every edit that states a version", () => {
  const edits = Object.entries(routes).filter(([, route]) => "versioned" in route);
  expect(rows.map(({ id }) => id).sort()).toEqual(edits.map(([id]) => id).sort());
});

describe.each(rows)("$id", ({ route, who, ready, body, state, entries, bad, says, early, why }) => {
  it("is made once, by who may, on the version that was read", async () => {
    const { claimId, now, params, body: own } = await ready(world);
    on(now);
    const version = await world.versionOf(claimId);
    const of = { params: { claimId, ...params }, body: { ...body, ...own } };
    const [sub, ...roles] = who;
    const blind = await world.as(who, route, {
      ...of,
      headers: { "x-origin-key": originKey, "idempotency-key": "a-key-without-version" },
    });
    expect(blind).toMatchObject({ status: 428, body: { type: "urn:caudal:version-needed" } });
    expect(await world.as(who, route, { ...of, version: version - 1 })).toMatchObject({ status: 412 });
    expect(await world.as(who, route, { ...of, body: bad })).toMatchObject({
      status: 400,
      body: { errors: expect.arrayContaining([expect.objectContaining({ message: says })]) },
    });
    expect(await world.as(["sunass", "external-supervisor"], route, of)).toMatchObject({ status: 403 });
    const gone = await world.as(who, route, { ...of, params: { ...of.params, claimId: "nowhere" }, version });
    expect(gone).toMatchObject({ status: 404, body: { type: "urn:caudal:claim-not-found" } });
    expect(await world.versionOf(claimId)).toBe(version);

    const claims = { ...staff(...roles), sub };
    const key = `once-${claimId}`;
    const first = await world.as(who, route, { ...of, claims, key, version });
    expect(first).toMatchObject({ status: 200, body: { claimId, state, version: version + entries } });
    const second = await world.as(who, route, { ...of, claims, key, version });
    expect(second).toMatchObject({ status: 200, body: { state, version: version + entries } });
    expect(await world.versionOf(claimId)).toBe(version + entries);
  });

  it("is refused in words where the law does not take it", async () => {
    const { claimId, now, params } = await early(world);
    on(now);
    const refusal = await world.as(who, route, { params: { claimId, ...params }, body });
    expect(refusal).toMatchObject({ status: 409, body: { detail: expect.stringMatching(why) } });
  });
});
