import { it } from "vitest";
import {
  announcedReading,
  masked,
  notifiedCase,
  reading,
  submission,
  theCase,
  unknown,
  work,
} from "../desk-fixtures.ts";
import { expectSoundState, open, type State, search, send, withActions } from "../desk-site.ts";
import { fillIntake, report } from "../desk-typing.ts";
import { answer, gatewaySays, refusal } from "../fixtures.ts";
import { expectSound, servePages } from "../served.ts";

servePages();

const missing = refusal("invalid-request", [
  { field: "body.claimant.document.number", message: "El DNI tiene 8 dígitos." },
  { field: "body.grounds", message: "Cuéntanos con tus palabras qué pasó." },
]);

const states: Readonly<Record<string, State>> = {
  "no role": { as: [], path: "/desk/", reads: "todavía no tiene un cargo" },
  "session over": { as: "analyst", path: "/desk/bandeja/", reads: "Su sesión terminó", refreshToken: "ended" },
  "work list": { as: "analyst", path: "/desk/bandeja/", reads: "Meta pasada" },
  "case, to be admitted": {
    as: "analyst",
    path: "/desk/reclamos/c1/",
    reads: "Admisibilidad",
    stubs: { showCase: answer("showCase", { ...theCase, state: "filed" }) },
  },
  "work list, empty": {
    as: "signer",
    path: "/desk/bandeja/",
    reads: "No hay reclamos en «De mi equipo»",
    stubs: { listWork: answer("listWork", { claims: [] }) },
  },
  "work list, none of mine": {
    as: "analyst",
    path: "/desk/bandeja/",
    reads: "No tiene reclamos a su cargo",
    stubs: { listWork: answer("listWork", { claims: [] }) },
  },
  "work list, loading": {
    as: "analyst",
    path: "/desk/bandeja/",
    reads: "Cargando",
    stubs: { listWork: { ...answer("listWork", work), delayMs: 5000 } },
  },
  "work list, no answer": {
    as: "analyst",
    path: "/desk/bandeja/",
    reads: "Volver a intentar",
    stubs: { listWork: gatewaySays(503) },
  },
  "work list, without the role": {
    as: "analyst",
    path: "/desk/bandeja/",
    reads: "Su cargo no permite hacer esto",
    stubs: { listWork: refusal("not-your-role") },
  },
  intake: { as: "operator", path: "/desk/atencion/", reads: "Código de suministro" },
  "intake, not on record": {
    as: "operator",
    path: "/desk/atencion/",
    reads: "Ese suministro no está en nuestros registros",
    stubs: { searchSupplies: answer("searchSupplies", unknown) },
    act: search,
  },
  "intake, of the register alone": {
    as: "operator",
    path: "/desk/atencion/",
    reads: "está en el padrón y todavía no tiene recibos",
    stubs: { searchSupplies: answer("searchSupplies", { ...unknown, today: masked.today }) },
    act: search,
  },
  "intake, found": { as: "operator", path: "/desk/atencion/", reads: "Lo que ve en su recibo", act: search },
  "intake, masked": {
    as: "operator",
    path: "/desk/atencion/",
    reads: "Lo que se puede decir sin el dato",
    stubs: { searchSupplies: answer("searchSupplies", masked) },
    act: search,
  },
  "intake, refused": {
    as: "clerk",
    path: "/desk/atencion/",
    reads: "El DNI tiene 8 dígitos",
    stubs: { takeClaim: missing },
    act: fillIntake,
  },
  "intake, filed": { as: "clerk", path: "/desk/atencion/", reads: "Lea esto en voz alta", act: fillIntake },
  case: { as: "analyst", path: "/desk/reclamos/c1/", reads: "Ahora no le toca nada", ...{} },
  "case, with things to do": {
    as: "analyst",
    path: "/desk/reclamos/c1/",
    reads: "Observar el reclamo",
    stubs: withActions("claim-accepted", "defect-observed"),
  },
  "case, decided": {
    as: "clerk",
    path: "/desk/reclamos/c1/",
    reads: "RES-2026-000120",
    stubs: { showCase: answer("showCase", notifiedCase) },
  },
  "case, timeline": { as: "analyst", path: "/desk/reclamos/c1/linea-de-tiempo/", reads: "Huella del historial" },
  "case, consumption": { as: "analyst", path: "/desk/reclamos/c1/consumo/", reads: "Casa de un piso" },
  "case, documents": { as: "analyst", path: "/desk/reclamos/c1/documentos/", reads: "foto-del-medidor.jpg" },
  "case, notices": {
    as: "analyst",
    path: "/desk/reclamos/c1/avisos/",
    reads: "esa dirección no existe",
  },
  "case, notices, none": {
    as: "analyst",
    path: "/desk/reclamos/c1/avisos/",
    reads: "Aún no se le ha enviado",
    stubs: { listSentNotices: answer("listSentNotices", { sent: [] }) },
  },
  "case, notices, no answer": {
    as: "analyst",
    path: "/desk/reclamos/c1/avisos/",
    reads: "Volver a intentar",
    stubs: { listSentNotices: gatewaySays(503) },
  },
  "case, unknown": {
    as: "analyst",
    path: "/desk/reclamos/c1/",
    reads: "No encontramos ese reclamo",
    stubs: { showCase: refusal("claim-not-found") },
  },
  team: { as: "manager", path: "/desk/equipo/", reads: "Registrar ausencia" },
  "team, to an analyst": { as: "analyst", path: "/desk/equipo/", reads: "Conciliador" },
  "team, without the role": {
    as: "clerk",
    path: "/desk/equipo/",
    reads: "Su cargo no permite hacer esto",
    stubs: { listStaff: refusal("not-your-role") },
  },
  "to hand over": { as: "manager", path: "/desk/entregas/", reads: "Nadie: la ve todo inspector" },
  "to hand over, unanswered": {
    as: "clerk",
    path: "/desk/entregas/",
    reads: "Volver a intentar",
    stubs: { listDeliveries: refusal("unexpected") },
  },
  "late risks": { as: "manager", path: "/desk/por-vencer/", reads: "Se pierde el vie 4 dic (silencio)" },
  "late risks, none": {
    as: "manager",
    path: "/desk/por-vencer/",
    reads: "Ninguna decisión está por vencer",
    stubs: { listLateRisks: answer("listLateRisks", { claims: [], more: false }) },
  },
  quejas: {
    as: "clerk",
    path: "/desk/quejas/",
    reads: "Por enviar a quien la decide",
    stubs: {
      listQuejas: answer("listQuejas", {
        claims: [
          {
            ...theCase,
            claimantName: "CLIENTE DE PRUEBA UNO",
            submissionNumber: "MP-2026-000002-1",
            forwarded: false,
            until: "2026-11-20",
            workingDays: -1,
          },
        ],
        more: false,
      }),
    },
  },
  "quejas, none": {
    as: "analyst",
    path: "/desk/quejas/",
    reads: "No hay quejas pendientes",
    stubs: { listQuejas: answer("listQuejas", { claims: [], more: false }) },
  },
  inspections: { as: "inspector", path: "/desk/inspecciones/", reads: "Empezar inspección" },
  "inspections, none": {
    as: "inspector",
    path: "/desk/inspecciones/?dia=2026-11-24",
    reads: "No tiene visitas este día",
    stubs: { listInspections: answer("listInspections", { inspections: [], next: "2026-11-26" }) },
  },
  delivery: { as: "inspector", path: "/desk/entregas/c1/n1/", reads: "¿Cómo fue la entrega?" },
  "delivery, nobody there": {
    as: "inspector",
    path: "/desk/entregas/c2/n2/",
    reads: "Tome una foto de la fachada",
    act: async (page) => {
      await page.check("input[value=absent]");
      await send(page);
    },
  },
  "inspections, nothing to hand over": {
    as: "inspector",
    path: "/desk/inspecciones/",
    reads: "No hay resoluciones por entregar",
    stubs: { listDeliveries: answer("listDeliveries", { deliveries: [], more: true }) },
  },
  report: { as: "inspector", path: report, reads: "Lo que escribe se guarda" },
  "report, nothing chosen": { as: "inspector", path: report, reads: "Hay datos que corregir", act: send },
  submissions: { as: "clerk", path: "/desk/documentos/", reads: "Recibos pagados" },
  "submissions, none": {
    as: "clerk",
    path: "/desk/documentos/",
    reads: "No hay documentos en esta lista",
    stubs: { listDeskSubmissions: answer("listDeskSubmissions", { submissions: [] }) },
  },
  "submissions, after an outage": {
    as: "clerk",
    path: "/desk/documentos/",
    reads: "Descargar certificado CAIDA-20261120-1000",
  },
  "submissions, to be answered": { as: "clerk", path: "/desk/documentos/?lista=to-answer", reads: "pasó su fecha" },
  submission: { as: "clerk", path: "/desk/documentos/f1/", reads: "Observarlo: falta algo" },
  "submission, of a person without an account": {
    as: "clerk",
    path: "/desk/documentos/f1/",
    reads: "Le di la constancia en papel",
    stubs: {
      showDeskSubmission: answer("showDeskSubmission", {
        ...submission,
        kind: "official-letter",
        letter: { from: "SUNASS", number: "Oficio 123-2026", days: 5 },
        channel: "counter",
        registered: { at: "2026-11-23T15:00:00.000Z", reason: "Llegó a la caja." },
        answerBy: "2026-11-30",
      }),
    },
  },
  "submission, observed and not notified": {
    as: "clerk",
    path: "/desk/documentos/f1/",
    reads: "Anotar el aviso",
    stubs: {
      showDeskSubmission: answer("showDeskSubmission", {
        ...submission,
        state: "observed",
        remark: "Falta la hoja 2.",
        telephone: "900000001",
        observation: "ready",
        entries: [
          { type: "observed", at: "2026-11-23T15:00:00.000Z", text: "Falta la hoja 2." },
          { type: "notified", at: "2026-11-23T23:05:00.000Z", to: "email", effectiveAt: "2026-11-24T13:00:00.000Z" },
          { type: "notice-returned", at: "2026-11-24T15:05:00.000Z", to: "email" },
        ],
      }),
    },
  },
  "submission, received": {
    as: "clerk",
    path: "/desk/documentos/f1/",
    reads: "Derivar a otra área",
    stubs: {
      showDeskSubmission: answer("showDeskSubmission", {
        ...submission,
        state: "received",
        receivedAt: "2026-11-24T15:00:00.000Z",
        cargo: "ready",
        area: "Gerencia Técnica",
        entries: [
          { type: "received", at: "2026-11-24T15:00:00.000Z" },
          { type: "forwarded", at: "2026-11-24T15:05:00.000Z", to: "Gerencia Técnica", text: "Es de redes." },
        ],
      }),
    },
  },
  "submission, said to be against a decision": {
    as: "clerk",
    path: "/desk/documentos/f1/",
    reads: "Puede ser un recurso",
    stubs: {
      showDeskSubmission: answer("showDeskSubmission", {
        ...submission,
        againstDecision: true,
        recourseBy: "2026-11-30",
      }),
    },
  },
  readings: { as: "billing", path: "/desk/lecturas/", reads: "■ Venció: el recibo ya debía emitirse" },
  "readings, none": {
    as: "manager",
    path: "/desk/lecturas/",
    reads: "No hay lecturas por controlar.",
    stubs: { listReadings: answer("listReadings", { readings: [] }) },
  },
  "readings, failing": {
    as: "billing",
    path: "/desk/lecturas/",
    reads: "Volver a intentar",
    stubs: { listReadings: refusal("busy") },
  },
  "reading, closed, for who only reads": {
    as: "manager",
    path: "/desk/lecturas/00012345-2026-11/",
    reads: "Cerrada: fuga no visible, sin reparar",
    stubs: { showReading: answer("showReading", { ...reading, state: "closed", result: "leak-open" }) },
  },
  "reading, its leak to be repaired": {
    as: "inspector",
    path: "/desk/lecturas/00012345-2026-11/",
    reads: "Exigir la reparación de la fuga",
    stubs: {
      showReading: answer("showReading", {
        ...reading,
        state: "to-repair",
        notice: ["Requerimiento de reparación de una fuga no visible", "Repárala en 15 días calendario."],
      }),
    },
  },
  "reading, its repair to be verified late": {
    as: "billing",
    path: "/desk/lecturas/00012345-2026-11/",
    reads: "la reparación ya debía verificarse",
    stubs: {
      showReading: answer("showReading", {
        ...{ ...reading, state: "to-repair", late: true, mayLapse: true },
        repair: { due: "2026-12-10", verifyBy: "2026-12-11" },
      }),
    },
    act: async (page) => {
      await page.getByText("Sí, está reparada").click();
      await page.getByLabel("Día en que se reparó").waitFor();
    },
  },
  "reading, to visit": {
    as: "inspector",
    path: "/desk/lecturas/00012346-2026-11/",
    reads: "¿Había fuga?",
    stubs: {
      showReading: answer("showReading", { ...reading, ...announcedReading, notice: ["Aviso", "Lo que se leyó."] }),
    },
    act: async (page) => {
      await page.getByText("Se revisó todo").click();
    },
  },
  "reading, notice refused": {
    as: "billing",
    path: "/desk/lecturas/00012345-2026-11/",
    reads: "Escribe la hora, como 9:30 o 2:30 p. m.",
    stubs: {
      recordReading: refusal("invalid-request", [
        { field: "body.act.noticeAt", message: "Escribe la hora, como 9:30 o 2:30 p. m." },
        { field: "body.act.visitOn", message: "Escribe el día." },
      ]),
    },
    act: async (page) => {
      await page.getByText("En persona").click();
      await send(page);
    },
  },
  values: { as: "resolver", path: "/desk/valores/", reads: "Confirmados: 1 de 6." },
  "values, failing": {
    as: "manager",
    path: "/desk/valores/",
    reads: "Volver a intentar",
    stubs: { listValues: refusal("busy") },
  },
  retention: { as: "manager", path: "/desk/conservacion/", reads: "RE-2016-004192-7" },
  "waiting attachments": { as: "clerk", path: "/desk/archivos/", reads: "No lo abras" },
  "waiting attachments, none": {
    as: "clerk",
    path: "/desk/archivos/",
    reads: "No hay archivos por atender",
    stubs: { listWaitingAttachments: answer("listWaitingAttachments", { attachments: [] }) },
  },
  "new submission, spoken to an operator": {
    as: "operator",
    path: "/desk/documentos/registrar/",
    reads: "Se presenta ahora, con lo que la persona dice.",
  },
  "new submission": {
    as: "clerk",
    path: "/desk/documentos/registrar/",
    reads: "en la página de su reclamo: búsquelo en",
  },
  "new submission, a letter, refused": {
    as: "clerk",
    path: "/desk/documentos/registrar/",
    reads: "Escribe el número del oficio",
    stubs: {
      registerSubmission: refusal("invalid-request", [
        { field: "body.letter.number", message: "Escribe el número del oficio." },
        { field: "body.uploadIds", message: "Agrega el documento escaneado." },
      ]),
    },
    act: async (page) => {
      await page.click("text=Oficio de una autoridad");
      await page.click("text=Por mensajería, en papel");
      await page.locator("#number").waitFor();
      await send(page);
    },
  },
  "submission, without a reason": {
    as: "clerk",
    path: "/desk/documentos/f1/",
    reads: "Escriba el motivo.",
    act: async (page) => {
      await page.check("input[value=returned]");
      await send(page);
    },
  },
  holds: { as: "billing", path: "/desk/bloqueos/", reads: "SC-000123" },
  "holds and corrections to confirm": {
    as: "billing",
    path: "/desk/bloqueos/",
    reads: "Se pueden cobrar S/ 58.08",
    stubs: {
      listNotes: answer("listNotes", {
        fileName: "notas_20261123.csv",
        csv: "x",
        receipts: [
          {
            supplyCode: "00012345",
            receiptNumber: "S001-00045013",
            period: "2026-10",
            code: "RE-2026-004192-7",
            version: 1,
            at: "2026-11-23T15:00:00.000Z",
            notes: [{ kind: "payable-from", from: "2026-11-23", amount: "58.08" }],
          },
        ],
      }),
    },
  },
  "holds, none": {
    as: "billing",
    path: "/desk/bloqueos/?dia=2026-11-22",
    reads: "no se pusieron ni levantaron",
    stubs: { listHolds: answer("listHolds", { fileName: "a.csv", csv: "", holds: [] }) },
  },
  "holds, no reference typed": { as: "billing", path: "/desk/bloqueos/", reads: "Escriba al menos una", act: send },
};

it.each(Object.entries(states))(
  "%s: no accessibility fault, nothing blocked by the policy, nothing cut off",
  async (_, state) => {
    await expectSoundState(state);
  },
);

it("waiting attachments, one attended to without words: no accessibility fault, nothing blocked by the policy, nothing cut off", async () => {
  const { page, violations } = await open({
    as: "clerk",
    path: "/desk/archivos/",
    reads: "No lo abras",
    stubs: {
      attendAttachment: refusal("invalid-request", [{ field: "body.text", message: "Escribe cómo se atendió." }]),
    },
  });
  await page.getByRole("button", { name: "Atender poder-con-una-clave.pdf" }).click();
  await page.getByLabel("Ya está atendido").check();
  await send(page);
  await page.getByText("Escribe cómo se atendió.").first().waitFor();
  await expectSound(page, violations);
});
