import { expect, it } from "vitest";
import { acknowledged, hold, notice, observedSubmission, submission } from "../../claim-fixtures.ts";
import { expectSoundState, mine, open, type State, send, serveClaims } from "../../claim-site.ts";
import { answer, refusal } from "../../fixtures.ts";
import { expectReadAloud } from "../../served.ts";

serveClaims();

const downYesterday = answer("listOutages", {
  outages: [
    {
      outageId: "o1",
      number: "CAIDA-20261120-1000",
      from: "2026-11-20T15:00:00.000Z",
      to: "2026-11-20T21:00:00.000Z",
      certificate: "ready",
    },
  ],
});

const states: Readonly<Record<string, State>> = {
  "open by key, signed out": { path: "/retomar/", reads: "Ingresa para seguir" },
  "open by key": { ...mine, path: "/retomar/", reads: "Clave del reclamo" },
  "open by key, wrong": {
    ...mine,
    path: "/retomar/",
    reads: "No encontramos ese reclamo",
    stubs: { openClaim: refusal("claim-not-found") },
    act: async (page) => {
      await page.fill("#code", "RE-2026-004192-7");
      await page.fill("#claimKey", "claimkeyclaimkeyclaim1");
      await send(page);
    },
  },
  "state, form": { path: "/estado/", reads: "Si otra persona lo presentó por ti" },
  "state, code lost": { path: "/estado/", reads: "lo buscamos contigo" },
  "state, nothing typed": { path: "/estado/", reads: "El DNI tiene 8 dígitos", act: send },
  state: {
    path: "/estado/",
    reads: "Recibiste la decisión",
    act: async (page) => {
      await page.fill("#code", "RE-2026-004192-7");
      await page.fill("#number", "00000001");
      await send(page);
    },
  },
  "state, late": {
    path: "/estado/",
    reads: "Para visitarte, la empresa tenía hasta el viernes 20 de noviembre de 2026 (pasó 1 día hábil).",
    stubs: {
      lookUpClaim: answer("lookUpClaim", {
        code: "RE-2026-004192-7",
        state: "under-investigation",
        since: "2026-11-03",
        next: "company",
        dueOn: "2026-11-20",
        daysLeft: -1,
        dueFor: { clock: "T06", whose: "company" },
        answerBy: "2027-01-15",
      }),
    },
    act: async (page) => {
      await page.fill("#code", "RE-2026-004192-7");
      await page.fill("#number", "00000001");
      await send(page);
    },
  },
  "state, visit planned": {
    path: "/estado/",
    reads: "Te respondemos a más tardar el viernes 15 de enero de 2027.",
    stubs: {
      lookUpClaim: answer("lookUpClaim", {
        code: "RE-2026-004192-7",
        state: "filed",
        since: "2026-11-23",
        next: "company",
        answerBy: "2027-01-15",
        visitOn: "2026-11-27",
        withoutAccount: true,
      }),
    },
    act: async (page) => {
      await page.fill("#code", "RE-2026-004192-7");
      await page.fill("#number", "00000001");
      await send(page);
      await page.getByText("La visita es el viernes 27 de noviembre de 2026.").waitFor();
      await page.locator('main a[href="/retomar/"]', { hasText: "Ver el reclamo completo" }).waitFor();
    },
  },
  "state, handed over out of hours": {
    path: "/estado/",
    reads: "Cuenta como recibida desde el lunes 30 de noviembre de 2026",
    stubs: {
      lookUpClaim: answer("lookUpClaim", {
        code: "RE-2026-004192-7",
        state: "resolved",
        since: "2026-11-20",
        next: "company",
        dueOn: "2026-12-01",
        daysLeft: 6,
        decisionCountsFrom: "2026-11-30",
      }),
    },
    act: async (page) => {
      await page.fill("#code", "RE-2026-004192-7");
      await page.fill("#number", "00000001");
      await send(page);
    },
  },
  notice: { path: "/notificacion/k/", reads: "Confirmo que la recibí" },
  "notice, too late": {
    path: "/notificacion/k/",
    reads: "Te la llevamos a tu dirección",
    stubs: { showNotice: answer("showNotice", { ...notice, acknowledgeBy: "2026-11-20" }) },
  },
  "notice, second time": {
    path: "/notificacion/k/",
    reads: "No te dimos la razón",
    stubs: { showNotice: answer("showNotice", acknowledged) },
  },
  "notice of an observation": {
    path: "/notificacion/k/",
    reads: "tus días para corregir tu reclamo empiezan",
    stubs: { showNotice: answer("showNotice", { ...notice, of: "observation", number: undefined }) },
  },
  "notice of an observation, acknowledged": {
    path: "/notificacion/k/",
    reads: "viernes 27 de noviembre de 2026",
    stubs: {
      showNotice: answer("showNotice", {
        ...notice,
        of: "observation",
        number: undefined,
        acknowledgedAt: notice.sentAt,
        notifiedOn: "2026-11-23",
        says: ["Falta el poder del titular."],
        remedyUntil: "2026-11-27",
      }),
    },
  },
  "notice, unknown": {
    path: "/notificacion/k/",
    reads: "No encontramos esa notificación",
    stubs: { showNotice: refusal("notice-not-found") },
  },
  "document desk, signed out": { path: "/mesa-de-partes/", reads: "No necesitas una cuenta" },
  "document desk": { ...mine, path: "/mesa-de-partes/?reclamo=claim1", reads: "Lo que presentaste" },
  "document desk, nothing typed": {
    ...mine,
    path: "/mesa-de-partes/",
    reads: "Agrega el documento que presentas",
    act: async (page) => {
      await page.locator("#uploadIds").waitFor();
      await send(page);
    },
  },
  "document desk, for somebody else and against a decision": {
    ...mine,
    path: "/mesa-de-partes/?reclamo=claim1",
    reads: "Pedir que revisen la decisión",
    act: async (page) => {
      await page.click("text=Represento a otra persona");
      await page.click("text=Sí, quiero que la revisen");
      await page.locator("#of").waitFor();
    },
  },
  "document desk, signed out, after an outage": {
    path: "/mesa-de-partes/",
    reads: "Descargar certificado",
    stubs: { listOutages: downYesterday },
  },
  "document desk, after an outage": {
    ...mine,
    path: "/mesa-de-partes/",
    reads: "no funcionó desde el",
    stubs: {
      listOutages: downYesterday,
    },
  },
  "document desk, none": {
    ...mine,
    path: "/mesa-de-partes/",
    reads: "Aún no has presentado documentos",
    stubs: { listSubmissions: answer("listSubmissions", { submissions: [] }) },
  },
  cargo: { ...mine, path: "/mesa-de-partes/f1/", reads: "Descargar constancia de presentación (PDF)" },
  "cargo of a queja without files": {
    ...mine,
    path: "/mesa-de-partes/f1/",
    reads: "Queja por demora",
    stubs: {
      showSubmission: answer("showSubmission", {
        ...submission,
        kind: "queja",
        subject: "Queja por demora",
        attachments: [],
      }),
    },
  },
  "cargo, observed": {
    ...mine,
    path: "/mesa-de-partes/f1/",
    reads: "El documento no tiene firma",
    stubs: { showSubmission: answer("showSubmission", observedSubmission) },
  },
  "cargo, observed and not notified": {
    ...mine,
    path: "/mesa-de-partes/f1/",
    reads: "Enviar la corrección",
    stubs: {
      showSubmission: answer("showSubmission", {
        ...observedSubmission,
        remedyBy: undefined,
        entries: observedSubmission.entries.slice(0, 1),
      }),
    },
  },
  "cargo, received and answered": {
    ...mine,
    path: "/mesa-de-partes/f1/",
    reads: "Descargar respuesta (PDF)",
    stubs: {
      showSubmission: answer("showSubmission", {
        ...submission,
        kind: "data-access",
        state: "received",
        receivedAt: "2026-11-24T15:00:00.000Z",
        answeredAt: "2026-11-25T15:00:00.000Z",
        cargo: "ready",
        answer: "ready",
        entries: [
          { type: "received", at: "2026-11-24T15:00:00.000Z" },
          {
            type: "answered",
            at: "2026-11-25T15:00:00.000Z",
            text: "Estos son tus datos.",
            attachments: submission.attachments.map((attachment) => ({ ...attachment, fileName: "respuesta.pdf" })),
          },
        ],
      }),
    },
  },
  "cargo, too late to mend": {
    ...mine,
    path: "/mesa-de-partes/f1/",
    reads: "queda como no presentado",
    stubs: { showSubmission: answer("showSubmission", { ...observedSubmission, state: "not-presented" }) },
  },
  "cargo, a file that never came": {
    ...mine,
    path: "/mesa-de-partes/f1/",
    reads: "No llegó: elige otra vez el mismo archivo",
    stubs: {
      showSubmission: answer("showSubmission", {
        ...submission,
        presentedAt: "2026-11-22T15:00:00.000Z",
        attachments: submission.attachments.map((attachment) => ({ ...attachment, state: "pending" })),
      }),
    },
  },
  "cargo, a copy asked for": {
    ...mine,
    path: "/mesa-de-partes/f1/",
    reads: "Enviar la copia que te pedimos",
    stubs: {
      showSubmission: answer("showSubmission", {
        ...submission,
        copyAsked: true,
        entries: [{ type: "copy-asked", at: "2026-11-24T15:00:00.000Z", text: "«poder.pdf». Tiene contraseña." }],
        attachments: submission.attachments.map((attachment) => ({ ...attachment, state: "unreadable" })),
      }),
    },
  },
  "cargo, unknown": {
    ...mine,
    path: "/mesa-de-partes/f1/",
    reads: "No encontramos ese documento presentado",
    stubs: { showSubmission: refusal("submission-not-found") },
  },
  // An agreement releases nothing before it is carried out.
  hold: { path: "/bloqueo/k/", reads: "se cumpla lo acordado" },
  "hold, released": {
    path: "/bloqueo/k/",
    reads: "El motivo: se cumplió el acuerdo.",
    stubs: { showHold: answer("showHold", { ...hold, held: false, until: "agreement", releasedOn: "2026-11-20" }) },
  },
  "hold, unknown": {
    path: "/bloqueo/k/",
    reads: "No encontramos ese bloqueo",
    stubs: { showHold: refusal("hold-not-found") },
  },
};

/** The states that are kept as a screen reader is given them. */
const readAloud: ReadonlySet<string> = new Set(["document desk, signed out", "document desk, nothing typed", "cargo"]);

it.each(Object.entries(states))(
  "%s: no accessibility fault, nothing blocked by the policy, nothing cut off",
  async (name, state) => {
    const page = await expectSoundState(state);
    if (readAloud.has(name)) await expectReadAloud(page, name.replace(/\W+/g, "-"));
  },
);

it("a session renewed as a page opens is kept, also where nothing else asks for it", async () => {
  const { page } = await open({ ...mine, path: "/retomar/", reads: "Clave del reclamo", refreshToken: "before" });
  await expect
    .poll(() => page.evaluate("JSON.parse(sessionStorage.getItem('caudal.customers.session')).refreshToken"))
    .toBe("refresh");
});
