import { expect, it } from "vitest";
import type { Route } from "../../../../shared/contract/route.ts";
import { type RouteId, routes } from "../../../../shared/contract/routes.ts";
import type { StaffRole } from "../../../../shared/domain/work/people.ts";
import { type Act, actWords } from "../../../../web/desk/case/acts.words.ts";
import { elevationLetter, frozenCase, notifiedCase, theCase } from "../../desk-fixtures.ts";
import { actAt, fillIn, open, sendButton } from "../../desk-site.ts";
import { answer } from "../../fixtures.ts";
import { bodyOf, callsTo, expectSound, servePages, site } from "../../served.ts";

servePages();

const byId: Readonly<Record<string, Route>> = routes;

interface SentAct {
  readonly as: StaffRole;
  /** What of the case makes the act offered. */
  readonly file: object;
  readonly sends: RouteId;
  /** What is filled in, by the names of the fields, in this order. */
  readonly fill: Readonly<Record<string, string>>;
  readonly body: object;
}

const choice = { modes: ["telephone" as const, "virtual" as const], until: "2026-11-30", mayChangeMode: true };
const hearing = { on: "2026-12-01", at: "10:00", mode: "telephone" as const, telephone: "987654321", choice };
const actions = (...allowed: (typeof theCase)["actions"]) => ({ actions: allowed });

const [offer] = theCase.offers;
const total = { agreement: "total", startedAt: "2026-11-23T09:00:00", standing: "holder" };
const heard = {
  ...{ agreement: "total", startedAt: "2026-11-23T14:00:00.000Z", standing: { as: "holder" } },
  ...{ companyProposal: "", claimantProposal: "", agreed: "", disagreed: "", observations: "" },
};

/** The acts of a case that no other test of a page sends, each by its name in the address. */
const sent: readonly (readonly [act: Act, SentAct])[] = [
  [
    "subsanacion",
    {
      ...{ as: "operator", file: { ...actions("remedied"), defects: ["Falta el poder."] }, sends: "takeRemedy" },
      fill: { came: "telephone", answer: "Ya traje el poder." },
      body: { came: "telephone", answer: "Ya traje el poder.", uploadIds: [] },
    },
  ],
  [
    "respuesta",
    {
      ...{ as: "operator", file: actions("answer-offer"), sends: "takeOfferAnswer" },
      fill: { came: "telephone", offerId: "o1", accepted: "no" },
      body: { came: "telephone", accepted: false },
    },
  ],
  [
    "respuesta",
    {
      ...{ as: "operator", file: actions("answer-offer"), sends: "takeOfferAnswer" },
      fill: { came: "counter", offerId: "o1", accepted: "yes" },
      body: { came: "counter", accepted: true },
    },
  ],
  [
    "respuesta",
    {
      ...{ as: "operator", file: actions("answer-offer"), sends: "takeOfferAnswer" },
      fill: { came: "telephone", offerId: "o1", accepted: "other", m3: "15", instalments: "2", says: "En dos partes." },
      body: {
        ...{ came: "telephone", accepted: false },
        counter: { m3: 15, instalments: 2, says: "En dos partes." },
      },
    },
  ],
  [
    "participacion",
    {
      ...{ as: "operator", file: { hearing }, sends: "takeHearingChoice" },
      fill: { came: "telephone", mode: "virtual" },
      body: { came: "telephone", mode: "virtual", telephone: "987654321" },
    },
  ],
  [
    "asistencia",
    {
      ...{ as: "operator", file: { hearing }, sends: "takeHearingConfirmation" },
      fill: { came: "telephone" },
      body: { came: "telephone", on: "2026-12-01", at: "10:00" },
    },
  ],
  [
    "seguir",
    {
      ...{ as: "operator", file: { ...actions("withdrawal-undone"), withdrawalUndoUntil: "2026-11-27" } },
      ...{ sends: "takeUndoneWithdrawal", fill: { came: "telephone" }, body: { came: "telephone" } },
    },
  ],
  [
    "queja",
    {
      ...{ as: "operator", file: actions("queja-filed"), sends: "takeQueja" },
      fill: { came: "telephone", ground: "delay", duty: "Visitar en plazo.", facts: "Nadie vino." },
      body: {
        ...{ came: "telephone", ground: "delay", duty: "Visitar en plazo.", facts: "Nadie vino." },
        uploadIds: [],
      },
    },
  ],
  [
    "prueba-nueva",
    {
      ...{ as: "operator", file: actions("new-evidence-brought"), sends: "takeNewEvidence" },
      fill: { came: "telephone", answer: "El gasfitero reparó la fuga." },
      body: { came: "telephone", answer: "El gasfitero reparó la fuga.", uploadIds: [] },
    },
  ],
  [
    "contacto",
    {
      ...{ as: "operator", file: { contactWaits: true }, sends: "seeContact" },
      fill: { remark: "Contestó y dijo su nombre." },
      body: { remark: "Contestó y dijo su nombre." },
    },
  ],
  [
    "copia",
    {
      ...{ as: "operator", file: { ...actions("filing-copy-sent"), channel: "telephone" }, sends: "sendCopy" },
      fill: { channel: "letter" },
      body: { channel: "letter" },
    },
  ],
  [
    "titularidad",
    {
      ...{ as: "operator", file: { proofAsked: true }, sends: "recordStandingProof" },
      fill: { shown: "Su contrato de alquiler." },
      body: { shown: "Su contrato de alquiler." },
    },
  ],
  [
    "nota",
    {
      ...{ as: "operator", file: {}, sends: "noteWork" },
      fill: { text: "Llamará mañana." },
      body: { text: "Llamará mañana." },
    },
  ],
  [
    "lugar",
    {
      as: "analyst",
      file: { visits: [], hearing: undefined, appointmentsWait: { giveBy: "2026-11-26" } },
      ...{ sends: "giveAppointments", fill: { reason: "Es otra casa." }, body: { reason: "Es otra casa." } },
    },
  ],
  [
    "acumulacion",
    {
      as: "analyst",
      file: { visits: [], hearing: undefined, appointmentsWait: { giveBy: "2026-11-26" } },
      sends: "joinClaims",
      fill: { code: "RE-2026-004190-5", reason: "Es el mismo mes." },
      body: { code: "RE-2026-004190-5", reason: "Es el mismo mes." },
    },
  ],
  [
    "tipo",
    {
      ...{ as: "analyst", file: { ...actions("reclassified"), state: "filed" }, sends: "reclassifyClaim" },
      fill: { claimType: "O-S1", reason: "Es del servicio." },
      body: { claimType: "O-S1", reason: "Es del servicio." },
    },
  ],
  [
    "recurso",
    {
      ...{ as: "analyst", file: { ...actions("recourse-reclassified"), state: "in-appeal" } },
      sends: "reclassifyRecourse",
      fill: { as: "reconsideration", reason: "Trae una prueba nueva." },
      body: { as: "reconsideration", reason: "Trae una prueba nueva." },
    },
  ],
  [
    "pedido-de-prueba",
    {
      ...{ as: "analyst", file: actions("new-evidence-asked"), sends: "askNewEvidence" },
      fill: { text: "La boleta del gasfitero.", how: "delivered", deliveredAt: "2026-11-23T09:00:00" },
      body: { text: "La boleta del gasfitero.", how: "delivered", deliveredAt: "2026-11-23T14:00:00.000Z" },
    },
  ],
  [
    "envio-de-queja",
    {
      ...{ as: "clerk", file: actions("queja-forwarded"), sends: "forwardQueja" },
      fill: { reference: "OFICIO 12-2026" },
      body: { reference: "OFICIO 12-2026" },
    },
  ],
  [
    "respuesta-de-queja",
    {
      ...{ as: "clerk", file: actions("queja-answered"), sends: "answerQueja" },
      fill: { outcome: "queja-upheld", receivedAt: "2026-11-23T09:00:00", summary: "Se ordena la visita." },
      body: {
        ...{ outcome: "queja-upheld", receivedAt: "2026-11-23T14:00:00.000Z", summary: "Se ordena la visita." },
        uploadIds: [],
      },
    },
  ],
  [
    "propuesta",
    {
      ...{ as: "conciliator", file: {}, sends: "makeOffer" },
      fill: { receiptNumber: "S001-00045013", m3: "18", instalments: "3", terms: "Por una fuga.", until: "2026-11-30" },
      body: { receiptNumber: "S001-00045013", m3: 18, instalments: 3, terms: "Por una fuga.", until: "2026-11-30" },
    },
  ],
  [
    "audiencia",
    {
      as: "conciliator",
      file: { ...actions("conciliation-held"), state: "hearing-due" },
      sends: "recordHearing",
      fill: {
        ...{ agreement: "none", startedAt: "2026-11-23T09:00:00", endedAt: "2026-11-23T09:30:00", standing: "holder" },
        ...{ companyProposal: "20 m³.", claimantProposal: "15 m³.", agreed: "Nada.", disagreed: "El volumen." },
        observations: "Ninguna.",
      },
      body: {
        ...{ agreement: "none", startedAt: "2026-11-23T14:00:00.000Z", endedAt: "2026-11-23T14:30:00.000Z" },
        // Nobody else is named.
        ...{ standing: { as: "holder" }, attendedBy: theCase.claimantName, companyProposal: "20 m³." },
        ...{ claimantProposal: "15 m³.", agreed: "Nada.", disagreed: "El volumen.", observations: "Ninguna." },
      },
    },
  ],
  [
    "audiencia",
    {
      as: "conciliator",
      file: {
        ...{ ...actions("conciliation-held"), state: "hearing-due" },
        // Only an accepted one can be agreed, and it is chosen already.
        offers: [
          { ...offer, accepted: true },
          { ...offer, offerId: "o2", accepted: false },
        ],
      },
      sends: "recordHearing",
      fill: { ...total, attendedBy: "CLIENTE DE PRUEBA", agreed: "20 m³." },
      body: { ...heard, acceptedOfferId: "o1", attendedBy: "CLIENTE DE PRUEBA", agreed: "20 m³." },
    },
  ],
  [
    "audiencia",
    {
      as: "conciliator",
      file: { ...actions("conciliation-held"), state: "hearing-due", offers: [{ ...offer, accepted: true }] },
      sends: "recordHearing",
      fill: { ...total, agreement: "none", disagreed: "Ya no la quiere." },
      body: { ...heard, agreement: "none", attendedBy: theCase.claimantName, disagreed: "Ya no la quiere." },
    },
  ],
  [
    "enlace",
    {
      ...{ as: "conciliator", file: { hearing: { ...hearing, mode: "virtual" } }, sends: "setHearingLink" },
      fill: { link: "https://meet.example.pe/a" },
      body: { link: "https://meet.example.pe/a" },
    },
  ],
  [
    "apuntes",
    {
      ...{ as: "conciliator", file: {}, sends: "saveConciliationNotes" },
      fill: { margin: "Hasta 18 m³.", proposal: "Facturar 25 m³." },
      body: { margin: "Hasta 18 m³.", proposal: "Facturar 25 m³." },
    },
  ],
  [
    "desistimiento",
    {
      ...{ as: "resolver", file: { withdrawalToAccept: true }, sends: "acceptWithdrawal" },
      fill: { reason: "Lo pidió y lo confirmó." },
      body: { reason: "Lo pidió y lo confirmó." },
    },
  ],
  [
    "notificacion",
    {
      ...{ as: "clerk", file: { ...notifiedCase, ...actions("resolution-dispatched") }, sends: "dispatchNotice" },
      fill: { channel: "personal" },
      body: { channel: "personal" },
    },
  ],
  [
    "rectificacion",
    {
      ...{ as: "signer", file: notifiedCase, sends: "rectifyResolution" },
      fill: { of: notifiedCase.resolutions[0]?.number ?? "", says: "octubre", should: "setiembre" },
      body: { of: notifiedCase.resolutions[0]?.number ?? "", says: "octubre", should: "setiembre" },
    },
  ],
  [
    "devolucion",
    {
      ...{ as: "signer", file: frozenCase, sends: "returnResolution" },
      ...{ fill: { reason: "Falta el mes." }, body: { reason: "Falta el mes." } },
    },
  ],
  [
    "devolucion-de-documento",
    {
      as: "signer",
      file: { returnable: [{ documentId: "d7", kind: "elevation-letter", number: "00003-2026-MOQ" }] },
      sends: "returnDocument",
      ...{ fill: { document: "d7", reason: "Es otro expediente." }, body: { reason: "Es otro expediente." } },
    },
  ],
  [
    "oficio-de-elevacion",
    { ...{ as: "clerk", file: actions("file-elevated"), sends: "prepareElevation" }, fill: {}, body: {} },
  ],
  [
    "elevacion",
    {
      ...{ as: "clerk", file: { ...actions("file-elevated"), documents: [elevationLetter] }, sends: "elevateFile" },
      fill: { receivedAt: "2026-11-23T09:00:00", reference: "EXP 77-2026" },
      body: { receivedAt: "2026-11-23T14:00:00.000Z", reference: "EXP 77-2026" },
    },
  ],
  [
    "cumplimiento",
    {
      ...{ as: "billing", file: actions("executed"), sends: "executeDecision" },
      fill: { summary: "Se refacturó a 18 m³.", reference: "NC 12" },
      body: { summary: "Se refacturó a 18 m³.", reference: "NC 12" },
    },
  ],
  [
    "fuga",
    {
      ...{ as: "analyst", file: actions("leak-repair-required"), sends: "requireRepair" },
      fill: { how: "notified-by-telephone", text: "La tubería enterrada del patio." },
      body: { how: "notified-by-telephone", text: "La tubería enterrada del patio." },
    },
  ],
  [
    "reparacion",
    {
      ...{ as: "inspector", file: actions("leak-verified"), sends: "verifyRepair" },
      fill: {
        ...{ verifiedAt: "2026-11-23T09:42:00", repaired: "yes", before: "481,1", after: "481.1", minutes: "15" },
        observations: "Cambió la tubería.",
      },
      body: {
        ...{ verifiedAt: "2026-11-23T14:42:00.000Z", repaired: true, before: 481.1, after: 481.1, minutes: 15 },
        ...{ observations: "Cambió la tubería.", uploadIds: [] },
      },
    },
  ],
  [
    "pedido-de-contrastacion",
    {
      ...{ as: "operator", file: actions("meter-test-asked"), sends: "askMeterTest" },
      ...{ fill: { costAccepted: "yes" }, body: { costAccepted: true } },
    },
  ],
  [
    "contrastacion",
    {
      ...{ as: "analyst", file: actions("meter-test-ordered"), sends: "orderMeterTest" },
      fill: { testOn: "2026-12-02", at: "09:30", tester: "LABORATORIO DE PRUEBA", place: "En el domicilio" },
      body: { testOn: "2026-12-02", at: "09:30", tester: "LABORATORIO DE PRUEBA", place: "En el domicilio" },
    },
  ],
  [
    "aviso-de-contrastacion",
    {
      ...{ as: "clerk", file: actions("meter-test-notified"), sends: "notifyMeterTest" },
      fill: { how: "delivered", deliveredAt: "2026-11-23T09:42:00" },
      body: { how: "delivered", deliveredAt: "2026-11-23T14:42:00.000Z" },
    },
  ],
  [
    "resultado-de-contrastacion",
    {
      ...{ as: "analyst", file: actions("meter-test-reported"), sends: "reportMeterTest" },
      fill: { result: "over-registers", certificate: "INF-000123", errorPercent: "4,2" },
      body: { result: "over-registers", certificate: "INF-000123", errorPercent: 4.2, uploadIds: [] },
    },
  ],
  [
    "nueva-audiencia",
    {
      ...{ as: "conciliator", file: actions("hearing-moved"), sends: "moveHearing" },
      fill: { reason: "meter-test", on: "2026-12-10" },
      body: { reason: "meter-test", on: "2026-12-10" },
    },
  ],
];

it.each(sent)("«%s» is filled in, read by its route's schema, and recorded once", async (act, row) => {
  const { as, file, sends, fill, body } = row;
  const route = byId[sends];
  const paths: string[] = [];
  const done = { status: route?.status ?? 200, body: theCase };
  const { page, violations } = await open({
    ...{ as, path: actAt(act), reads: "RE-2026-004192-7" },
    stubs: {
      showCase: answer("showCase", { ...theCase, ...file }),
      [sends]: ({ path }: { readonly path: string }) => {
        paths.push(path);
        return done;
      },
    },
  });
  await fillIn(page, fill);
  await expectSound(page, violations);
  await page.dblclick(sendButton);
  await page.waitForURL(`${site.origin}/desk/reclamos/c1/?hecho=${act}`);
  await page.getByText(actWords[act].done).first().waitFor();
  expect(bodyOf(sends)).toEqual(body);
  expect(callsTo(sends)).toHaveLength(1);
  expect(callsTo(sends)[0]?.headers["idempotency-key"]).toMatch(/^[\da-f-]{36}$/);
  expect(route?.body?.safeParse(bodyOf(sends))).toMatchObject({ success: true });
  const names = [...(route?.path ?? "").matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const values = (route?.path ?? "").replace(/\{\w+\}/g, "([^/]+)");
  const params = new RegExp(`^${values}$`).exec(paths[0] ?? "")?.slice(1) ?? [];
  expect(route?.params?.safeParse(Object.fromEntries(names.map((name, at) => [name, params[at]])))).toMatchObject({
    success: true,
  });
});
