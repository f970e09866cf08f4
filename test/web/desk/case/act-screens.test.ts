import { expect, it } from "vitest";
import {
  calledVisit,
  elevationLetter,
  frozenCase,
  lookedAtCase,
  notifiedCase,
  provingCase,
  theCase,
} from "../../desk-fixtures.ts";
import { actAt, expectSoundState, type State, send, withActions } from "../../desk-site.ts";
import { faultyCase } from "../../draft-fixtures.ts";
import { answer, refusal } from "../../fixtures.ts";
import { servePages } from "../../served.ts";

servePages();

const offers = { showCase: answer("showCase", { ...theCase, actions: ["conciliation-held"], state: "hearing-due" }) };
const accepted = {
  showCase: answer("showCase", {
    ...{ ...theCase, actions: ["conciliation-held"], state: "hearing-due" },
    offers: theCase.offers.map((offer) => ({ ...offer, accepted: true })),
  }),
};
const choice = { modes: ["telephone" as const, "virtual" as const], until: "2026-11-30", mayChangeMode: true };
const byVideo = {
  showCase: answer("showCase", {
    ...theCase,
    hearing: { on: "2026-12-01", at: "10:00", mode: "virtual", lacks: "link", choice },
  }),
};

const receivesVisit = {
  showCase: answer("showCase", { ...theCase, awaits: [{ act: "receive-visit", on: "2026-11-27" }] }),
};

const waiting = {
  showCase: answer("showCase", {
    ...theCase,
    visits: [],
    hearing: undefined,
    appointmentsWait: { giveBy: "2026-11-26", sameAs: { claimId: "c9", code: "RE-2026-004190-5" }, sameDay: 12 },
  }),
};

const states: Readonly<Record<string, State>> = {
  "act, not now": { as: "analyst", path: actAt("admision"), reads: "Esto no se puede hacer ahora" },
  "act, none of that name": { as: "analyst", path: actAt("nada"), reads: "Esto no se puede hacer ahora" },
  admission: {
    as: "analyst",
    path: actAt("admision"),
    reads: "Se propone declararlo improcedente",
    stubs: withActions("claim-accepted", "dismissal-proposed"),
  },
  observation: {
    as: "analyst",
    path: actAt("observacion"),
    reads: "Su plazo corre desde entonces",
    stubs: withActions("defect-observed"),
  },
  type: { as: "analyst", path: actAt("tipo"), reads: "¿De qué tipo es en verdad?", stubs: withActions("reclassified") },
  places: {
    as: "analyst",
    path: actAt("lugar"),
    reads: "toma una visita y una audiencia dentro de su plazo",
    stubs: waiting,
  },
  "appointments, given meanwhile": {
    as: "analyst",
    path: actAt("lugar"),
    reads: "Eso no se puede hacer ahora",
    stubs: { ...waiting, giveAppointments: refusal("not-now") },
    act: send,
  },
  joining: { as: "analyst", path: actAt("acumulacion"), reads: "La acumulación no se impugna", stubs: waiting },
  override: {
    as: "manager",
    path: actAt("dispensa"),
    reads: "¿Qué pruebas se dispensan?",
    stubs: withActions("checklist-overridden"),
  },
  "observation notified": {
    as: "clerk",
    path: actAt("aviso-de-observacion"),
    reads: "Desde este aviso corren los días del cliente",
    stubs: withActions("defect-notified"),
  },
  copy: { as: "operator", path: actAt("copia"), reads: "Por carta", stubs: withActions("filing-copy-sent") },
  offer: { as: "conciliator", path: actAt("propuesta"), reads: "Volumen que propone" },
  "offer, the claimant proposes something else": {
    as: "conciliator",
    path: actAt("propuesta"),
    reads: "El cliente propone 15 m³: S/ 39.85.",
    stubs: {
      showCase: answer("showCase", {
        ...theCase,
        offers: theCase.offers.map((one) => ({
          ...one,
          accepted: false,
          counter: { m3: 15, after: "39.85", instalments: ["19.93", "19.92"], says: "Usé como siempre." },
        })),
      }),
    },
  },
  hearing: { as: "conciliator", path: actAt("audiencia"), reads: "Empezó", stubs: offers },
  "hearing after an accepted offer": {
    as: "conciliator",
    path: actAt("audiencia"),
    reads: "Quien reclama ya aceptó una propuesta: 20 m³: S/ 60.10",
    stubs: accepted,
  },
  "hearing, nothing chosen": {
    as: "conciliator",
    path: actAt("audiencia"),
    reads: "Hay datos que corregir",
    stubs: offers,
    act: send,
  },
  "hearing, with a call that was logged": {
    as: "conciliator",
    path: actAt("audiencia"),
    reads: "Apagado o fuera de servicio.",
    stubs: {
      showCase: answer("showCase", {
        ...theCase,
        actions: ["conciliation-held"],
        state: "hearing-due",
        hearingCalls: {
          logged: [{ at: "2026-12-01T15:05:00.000Z", number: "987654321", result: "unreachable" }],
          numbers: ["987654321"],
          needed: 2,
          apartMinutes: 10,
        },
      }),
    },
  },
  "hearing of a claimant without a telephone": {
    as: "conciliator",
    path: actAt("audiencia"),
    reads: "No dejó un teléfono",
    stubs: {
      showCase: answer("showCase", {
        ...theCase,
        actions: ["conciliation-held"],
        state: "hearing-due",
        hearingCalls: { logged: [], numbers: [], needed: 2, apartMinutes: 10 },
      }),
    },
    act: (page) => page.check("input[value=absence]"),
  },
  "hearing, its link": { as: "conciliator", path: actAt("enlace"), reads: "con https://", stubs: byVideo },
  "hearing, how its claimant takes part": {
    as: "operator",
    path: actAt("participacion"),
    reads: "¿Cómo quiere participar?",
    stubs: byVideo,
  },
  "conciliation notes": {
    as: "conciliator",
    path: actAt("apuntes"),
    reads: "Hasta dónde puede llegar la empresa",
    stubs: {
      showCase: answer("showCase", {
        ...theCase,
        conciliation: {
          margin: "Hasta 18 m³, si acepta antes de la audiencia.",
          proposal: "Facturar 25 m³.",
          savedAt: "2026-11-23T14:42:00.000Z",
          by: "CONCILIADORA DE PRUEBA",
        },
      }),
    },
  },
  draft: {
    as: "resolver",
    path: actAt("resolucion"),
    reads: "Dispensarlo solo puede otra persona",
    stubs: withActions("resolution-issued"),
  },
  "draft, with its findings": {
    as: "resolver",
    path: actAt("resolucion"),
    reads: "Está en el acta impresa.",
    stubs: { showCase: answer("showCase", faultyCase) },
  },
  "override of a finding": {
    as: "manager",
    path: actAt("dispensa"),
    reads: "¿Qué observaciones del proyecto se dispensan?",
    stubs: { showCase: answer("showCase", faultyCase) },
  },
  "draft, with what may be added": {
    as: "resolver",
    path: actAt("resolucion"),
    reads: "Agregar: Historial de cortes",
    stubs: { showCase: answer("showCase", { ...provingCase, actions: ["resolution-issued"] }) },
  },
  evidence: {
    as: "analyst",
    path: actAt("prueba"),
    reads: "¿Qué prueba es?",
    stubs: { showCase: answer("showCase", provingCase) },
  },
  "evidence, nothing chosen": {
    as: "analyst",
    path: actAt("prueba"),
    reads: "Hay datos que corregir",
    stubs: { showCase: answer("showCase", provingCase) },
    act: send,
  },
  control: {
    as: "analyst",
    path: actAt("control"),
    reads: "Aviso al usuario",
    stubs: { showCase: answer("showCase", provingCase) },
  },
  "queja, on behalf of the claimant": {
    as: "operator",
    path: actAt("queja"),
    reads: "¿De qué se queja?",
    stubs: withActions("queja-filed"),
  },
  "queja, forwarded": {
    as: "clerk",
    path: actAt("envio-de-queja"),
    reads: "Número con que se envió",
    stubs: withActions("queja-forwarded"),
  },
  "queja, answered": {
    as: "clerk",
    path: actAt("respuesta-de-queja"),
    reads: "Declara el silencio positivo",
    stubs: withActions("queja-answered"),
  },
  rectification: {
    as: "signer",
    path: actAt("rectificacion"),
    reads: "Debe decir",
    stubs: { showCase: answer("showCase", notifiedCase) },
  },
  "recourse kind": {
    as: "analyst",
    path: actAt("recurso"),
    reads: "¿Qué recurso es en verdad?",
    stubs: withActions("recourse-reclassified"),
  },
  "new evidence, asked for": {
    as: "analyst",
    path: actAt("pedido-de-prueba"),
    reads: "Se pide una sola vez",
    stubs: withActions("new-evidence-asked"),
  },
  "new evidence, brought to the counter": {
    as: "clerk",
    path: actAt("prueba-nueva"),
    reads: "Qué demuestra el documento que trae",
    stubs: withActions("new-evidence-brought"),
  },
  signature: {
    as: "signer",
    path: actAt("firma"),
    reads: "Huella SHA-256",
    stubs: { showCase: answer("showCase", frozenCase) },
  },
  "signature, not reviewed": {
    as: "signer",
    path: actAt("firma"),
    reads: "marque la casilla",
    stubs: { showCase: answer("showCase", frozenCase) },
    act: send,
  },
  return: {
    as: "signer",
    path: actAt("devolucion"),
    reads: "Por qué se devuelve",
    stubs: { showCase: answer("showCase", frozenCase) },
  },
  "return of another document": {
    as: "signer",
    path: actAt("devolucion-de-documento"),
    reads: "Oficio de elevación 00003-2026-MOQ",
    stubs: {
      showCase: answer("showCase", {
        ...theCase,
        returnable: [
          { documentId: "d7", kind: "elevation-letter", number: "00003-2026-MOQ" },
          { documentId: "d8", kind: "withdrawal-acceptance", number: "00121-2026-MOQ" },
        ],
      }),
      returnDocument: refusal("document-not-found"),
    },
    act: async (page) => {
      await page.fill("#reason", "Es otro expediente.");
      await send(page);
    },
  },
  dispatch: {
    as: "clerk",
    path: actAt("notificacion"),
    reads: "En el domicilio",
    stubs: { showCase: answer("showCase", notifiedCase) },
  },
  delivery: {
    as: "clerk",
    path: actAt("entrega"),
    reads: "Foto del cargo firmado o, si nadie la recibió, de la fachada",
    stubs: { showCase: answer("showCase", notifiedCase) },
  },
  "elevation letter": {
    as: "clerk",
    path: actAt("oficio-de-elevacion"),
    reads: "El plazo para elevar sigue corriendo",
    stubs: withActions("file-elevated"),
    act: (page) => page.getByRole("link", { name: "Ir a «Folios y copias»" }).waitFor(),
  },
  elevation: {
    as: "clerk",
    path: actAt("elevacion"),
    reads: "Cuándo lo recibió el tribunal",
    stubs: {
      showCase: answer("showCase", { ...theCase, actions: ["file-elevated"], documents: [elevationLetter] }),
    },
  },
  "second look": {
    as: "clerk",
    path: actAt("confirmacion-de-firma"),
    reads: "Descargar el papel escaneado",
    stubs: { showCase: answer("showCase", lookedAtCase) },
    act: (page) => page.getByRole("img", { name: "Página 1 de 1 de a.pdf" }).waitFor(),
  },
  "second look, of another code": {
    as: "clerk",
    path: actAt("confirmacion-de-firma"),
    reads: "La firma no se acepta",
    stubs: {
      showCase: answer("showCase", lookedAtCase),
      confirmHandSignature: refusal("signature-refused"),
    },
    act: async (page) => {
      await page.getByLabel("Muestra el código, el folio y la firma").check();
      await send(page);
    },
  },
  tribunal: { as: "clerk", path: actAt("tribunal"), reads: "Qué decidió", stubs: withActions("tribunal-decided") },
  "note of work": { as: "operator", path: actAt("nota"), reads: "Quien reclama puede pedir verla" },
  "another owner": { as: "analyst", path: actAt("encargo"), reads: "Solo aparece quien está de turno" },
  "another inspector": { as: "manager", path: actAt("inspector"), reads: "Solo aparece quien está de turno" },
  "another owner, nobody chosen": {
    as: "analyst",
    path: actAt("encargo"),
    reads: "Hay datos que corregir",
    act: async (page) => {
      await page.getByLabel("A quién").waitFor();
      await send(page);
    },
  },
  execution: { as: "billing", path: actAt("cumplimiento"), reads: "Qué se hizo", stubs: withActions("executed") },
  withdrawal: {
    as: "resolver",
    path: actAt("desistimiento"),
    reads: "pudo deshacerlo hasta el 27 de noviembre de 2026",
    stubs: {
      showCase: answer("showCase", {
        ...{ ...theCase, withdrawalToAccept: true },
        withdrawal: {
          ...{ of: "procedure", reason: "Ya arreglé la fuga y no quiero seguir.", askedAt: "2026-11-25T14:05:00.000Z" },
          ...{ came: "telephone", person: "OPERADORA DE PRUEBA", undoUntil: "2026-11-27" },
        },
      }),
    },
  },
  "withdrawal that may still be undone": {
    as: "resolver",
    path: actAt("desistimiento"),
    reads: "Quien reclama puede deshacerlo hasta el 27 de noviembre de 2026",
    stubs: { showCase: answer("showCase", { ...theCase, withdrawalUndoUntil: "2026-11-27" }) },
  },
  "visit on behalf of the claimant": {
    as: "operator",
    path: actAt("visita"),
    reads: "Elija una opción",
    stubs: receivesVisit,
    act: async (page) => {
      await page.getByText("«Su visita es el viernes 27 de noviembre de 2026").waitFor();
      await page.check("input[value=telephone]");
      await send(page);
    },
  },
  "visit on behalf of the claimant, none left": {
    as: "operator",
    path: actAt("visita"),
    reads: "El reclamo no tiene una visita por hacer.",
    stubs: {
      ...receivesVisit,
      showCalledVisit: answer("showCalledVisit", { ...calledVisit, visit: undefined, change: undefined }),
    },
  },
  "attendance on behalf of the claimant": {
    as: "operator",
    path: actAt("asistencia"),
    reads: "¿Va a participar?",
    stubs: byVideo,
  },
  "consent on behalf of the claimant": {
    as: "operator",
    path: actAt("avisos"),
    reads: "No lo sugiera: regístrelo solo si la persona lo pide.",
  },
  "remedy on behalf of the claimant": {
    as: "clerk",
    path: actAt("subsanacion"),
    reads: "Falta el poder.",
    stubs: { showCase: answer("showCase", { ...theCase, actions: ["remedied"], defects: ["Falta el poder."] }) },
  },
  "extension on behalf of the claimant": {
    as: "operator",
    path: actAt("ampliacion"),
    reads: "Qué agrega",
    stubs: withActions("claim-extended"),
  },
  "answer on behalf of the claimant": {
    as: "operator",
    path: actAt("respuesta"),
    reads: "¿Qué propuesta responde?",
    stubs: withActions("answer-offer"),
  },
  "something else instead of an offer": {
    as: "operator",
    path: actAt("respuesta"),
    reads: "El mes quedaría en S/ 39.85. En 2 cuotas mensuales sin intereses, de S/ 19.93 a lo más.",
    stubs: withActions("answer-offer"),
    act: async (page) => {
      await page.check("input[value=o1]");
      await page.check("input[value=other]");
      await page.fill("#m3", "15");
      await page.fill("#instalments", "2");
      await page.click("text=Calcular cuánto sería");
    },
  },
  "something else, after another volume": {
    as: "operator",
    path: actAt("respuesta"),
    reads: "Calcular cuánto sería",
    stubs: withActions("answer-offer"),
    act: async (page) => {
      await page.check("input[value=o1]");
      await page.check("input[value=other]");
      await page.fill("#m3", "15");
      await page.click("text=Calcular cuánto sería");
      await page.getByText("El mes quedaría en S/ 39.85.").waitFor();
      await page.fill("#m3", "14");
      await expect.poll(() => page.getByText("El mes quedaría en").count()).toBe(0);
    },
  },
  "reconsideration, signed": {
    as: "clerk",
    path: actAt("reconsideracion"),
    reads: "Papel firmado, escaneado",
    stubs: withActions("reconsideration-filed"),
    act: async (page) => {
      await page.check("input[value=counter]");
      await page.check("input[value=signature]");
    },
  },
  "appeal, code not sent": {
    as: "operator",
    path: actAt("apelacion"),
    reads: "Eso no se puede hacer ahora",
    stubs: { ...withActions("appeal-filed"), askConfirmation: refusal("not-now") },
    act: async (page) => {
      await page.check("input[value=telephone]");
      await page.check("input[value=sms]");
      await page.click("text=Enviar el código");
    },
  },
  "withdrawal, undone by telephone": {
    as: "operator",
    path: actAt("seguir"),
    reads: "Puede deshacerlo hasta el",
    stubs: {
      showCase: answer("showCase", {
        ...{ ...theCase, actions: ["withdrawal-undone"], withdrawalUndoUntil: "2026-11-27" },
      }),
    },
  },
  "withdrawal, not confirmed": {
    as: "operator",
    path: actAt("desistir"),
    reads: "La persona todavía no lo confirma",
    stubs: { ...withActions("withdrawal-requested"), takeWithdrawal: refusal("not-confirmed") },
    act: async (page) => {
      await page.check("input[value=telephone]");
      await page.check("input[value=procedure]");
      await page.check("input[value=email]");
      await page.fill("#code", "000000");
      await send(page);
    },
  },
};

it.each(Object.entries(states))(
  "%s: no accessibility fault, nothing blocked by the policy, nothing cut off",
  async (_, state) => {
    await expectSoundState(state);
  },
);
