import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { AnswerOf, Route } from "../../../shared/contract/route.ts";
import { type RouteId, type Routes, routes } from "../../../shared/contract/routes.ts";
import type { StaffRole } from "../../../shared/domain/work/people.ts";
import { submission, theCase } from "../desk-fixtures.ts";
import { actAt, fillIn, open } from "../desk-site.ts";
import { answer, now } from "../fixtures.ts";
import { bodyOf, callsTo, expectSound, servePages, site } from "../served.ts";

servePages();

const problem: AnswerOf<Routes["takeProblem"]> = {
  ...{ problemId: "p1", code: "SO-2026-004192-7", supplyCode: "00012345", problemType: "O-S1", channel: "telephone" },
  ...{ filedAt: "2026-11-20T14:42:00.000Z", filedOn: "2026-11-20", description: "Se atora.", state: "received" },
  ...{ until: "2026-11-24T14:42:00.000Z", actions: ["attend"], attachments: [], form: "ready" },
  entries: [{ type: "received", at: "2026-11-20T14:42:00.000Z", by: "applicant" }],
  applicant: { name: "CLIENTE DE PRUEBA UNO", document: "DNI 00000001", address: "Calle de Prueba 100" },
};
const observation = {
  ...{ observationId: "o1", number: "LO-2026-000412-7", channel: "counter" as const, answerBy: "2026-12-07" },
  ...{ enteredAt: now, enteredOn: "2026-11-23", person: { name: "CLIENTE DE PRUEBA UNO" }, text: "Hay cola." },
  state: "waiting" as const,
};

const byId: Readonly<Record<string, Route>> = routes;

/** The form with that button. */
const formOf = (page: Page, button: string) =>
  page.locator("main form").filter({ has: page.getByRole("button", { name: button, exact: true }) });

/** Expects that the last call of an operation sent this, as its route reads it, and that it was the only one. */
function expectSent(id: RouteId, body: object): void {
  expect(bodyOf(id)).toEqual(body);
  expect(callsTo(id)).toHaveLength(1);
  expect(byId[id]?.body?.safeParse(bodyOf(id)).success).toBe(true);
}

const described = {
  ...{ channel: "telephone", group: "flood", problemType: "O-S1", description: "Se atora el desagüe." },
  ...{ givenNames: "CLIENTE", paternalSurname: "DE PRUEBA", kind: "DNI", number: "00000001" },
  ...{ address: "Calle de Prueba 100", telephone: "900000001" },
};
const taken = (supplyCode: string) => ({
  ...{ supplyCode, channel: "telephone", problemType: "O-S1", description: "Se atora el desagüe.", uploadIds: [] },
  applicant: {
    ...{ givenNames: "CLIENTE", paternalSurname: "DE PRUEBA", document: { kind: "DNI", number: "00000001" } },
    ...{ address: "Calle de Prueba 100", telephone: "900000001" },
  },
});

it("what was done with a file that waits is said above the list, where the focus goes", async () => {
  const { page } = await open({ as: "clerk", path: "/desk/archivos/", reads: "No lo abras" });
  await page.getByRole("button", { name: "Atender foto-de-mi-medidor.jpg" }).click();
  await page.getByLabel("Pedirle otra copia").check();
  await page.fill("#text", "La foto no llegó.");
  await page.getByRole("button", { name: "Guardar" }).click();
  await page.locator("main :focus", { hasText: "Se pidió otra copia de foto-de-mi-medidor.jpg." }).waitFor();
  expectSent("attendAttachment", { act: "ask", text: "La foto no llegó." });
});

describe("a problem that somebody calls for", () => {
  const path = (supplyCode: string) => `/desk/problemas/?suministro=${supplyCode}`;
  const opened = () =>
    open({
      ...{ as: "operator", path: path("00012345"), reads: "Registrar una solicitud" },
      stubs: {
        listDeskProblems: answer("listDeskProblems", { problems: [] }),
        takeProblem: answer("takeProblem", problem, 201),
      },
    });
  const keys = () => callsTo("takeProblem").map(({ headers }) => headers["idempotency-key"]);
  const file = (page: Page) =>
    formOf(page, "Registrar").getByRole("button", { name: "Registrar", exact: true }).click();

  it("is filed with what they say, and its code is read to them", async () => {
    const { page, violations } = await opened();
    await fillIn(page, described);
    await expectSound(page, violations);
    await file(page);
    const said = "Registrada con el código SO-2026-004192-7. Dígaselo a la persona.";
    await page.locator("main :focus", { hasText: said }).waitFor();
    expectSent("takeProblem", taken("00012345"));
    await expectSound(page, violations);
  });

  it("is not filed without a file that did not arrive, which would be left out without a word", async () => {
    const { page } = await opened();
    await fillIn(page, described);
    await page.setInputFiles("#uploadIds", { name: "foto.txt", mimeType: "text/plain", buffer: Buffer.from("x") });
    await page.getByText("foto.txt").first().waitFor();
    await file(page);
    await page.locator("[role=alert]:focus", { hasText: "hay que revisarlo o quitarlo" }).waitFor();
    expect(callsTo("takeProblem")).toEqual([]);
    await page.getByRole("button", { name: "Quitar foto.txt" }).click();
    await file(page);
    await page.getByText("SO-2026-004192-7. Dígaselo").waitFor();
  });

  it("for two supplies in one call is two, each begun with its own supply and nothing of the other", async () => {
    const { page } = await opened();
    await fillIn(page, described);
    // The operator looks at the caller's other supply before this one is sent, and begins there.
    await page.evaluate((to) => {
      const link = Object.assign(document.createElement("a"), { href: to, textContent: "otro" });
      document.querySelector("main")?.append(link);
      link.click();
    }, path("00099999"));
    await expect.poll(() => page.inputValue("#supplyCode")).toBe("00099999");
    expect(await page.locator("input[name=group]:checked").count()).toBe(0);
    await fillIn(page, described);
    site.stubs.takeProblem = answer("takeProblem", { ...problem, problemId: "p2", code: "SO-2026-004193-5" }, 201);
    await file(page);
    await page.getByText("SO-2026-004193-5. Dígaselo").waitFor();
    expect(bodyOf("takeProblem")).toEqual(taken("00099999"));
    await page.goto(site.origin + path("00012345"));
    await expect.poll(() => page.inputValue("#description")).toBe("Se atora el desagüe.");
    site.stubs.takeProblem = answer("takeProblem", problem, 201);
    await file(page);
    await page.getByText("SO-2026-004192-7. Dígaselo").waitFor();
    expect(bodyOf("takeProblem")).toEqual(taken("00012345"));
    expect(new Set(keys()).size).toBe(2);
  });

  it("for another supply after an answer that was lost is sent with another key, and the same with the same", async () => {
    const { page } = await opened();
    await fillIn(page, described);
    delete site.stubs.takeProblem;
    await file(page);
    await page.locator("[role=alert]:focus").waitFor();
    await file(page);
    await expect.poll(() => callsTo("takeProblem").length).toBe(2);
    site.stubs.takeProblem = answer("takeProblem", problem, 201);
    await page.fill("#supplyCode", "00099999");
    await file(page);
    await page.getByText("Dígaselo a la persona.").waitFor();
    const [first, again, other] = keys();
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it("that was not solved becomes a claim, on whose page the operator is then", async () => {
    const { page, violations } = await open({
      ...{ as: "operator", path: "/desk/problemas/p1/", reads: "Lo que la persona reclama" },
      stubs: {
        showDeskProblem: answer("showDeskProblem", { ...problem, state: "not-solved", actions: ["promote"] }),
        promoteProblem: { status: routes.promoteProblem.status, body: { ...theCase, claimKey: undefined } },
      },
    });
    await fillIn(page, { channel: "telephone", grounds: "Nadie vino." });
    await expectSound(page, violations);
    await formOf(page, "Presentar el reclamo").getByRole("button").click();
    await page.waitForURL(`${site.origin}/desk/reclamos/c1/`);
    expectSent("promoteProblem", { channel: "telephone", grounds: "Nadie vino." });
  });
});

interface SentForm {
  readonly as: StaffRole;
  readonly path: string;
  readonly stubs: object;
  /** The form's button. */
  readonly button: string;
  /** What shows that the page is there, if more than the form's button says what the button does. */
  readonly reads?: string;
  readonly fill: Readonly<Record<string, string>>;
  /** Whether a file goes with it. */
  readonly isFiled?: true;
  readonly sends: RouteId;
  readonly answers: unknown;
  readonly body: object;
}

const aDocument = (more: Partial<typeof submission>) => ({
  showDeskSubmission: answer("showDeskSubmission", { ...submission, ...more }),
});
const path = "/desk/documentos/f1/";
const observed = { state: "observed", remark: "Falta la firma.", remedyBy: "2026-11-27" } as const;
const received = { state: "received", receivedAt: now } as const;

const forms: Readonly<Record<string, SentForm>> = {
  "what somebody brings to an observed document": {
    ...{ as: "operator", path, stubs: aDocument(observed), button: "Agregar al documento" },
    ...{ fill: { text: "Aquí está la firma." }, sends: "takeSubmissionRemedy" },
    ...{ answers: { ...submission, state: "presented" }, body: { text: "Aquí está la firma.", uploadIds: [] } },
  },
  "that somebody was called because their document was observed": {
    ...{ as: "clerk", path, stubs: aDocument({ ...observed, remedyBy: undefined, registered: { at: now } }) },
    ...{ button: "Anotar el aviso", sends: "notifySubmissionObservation", answers: { ...submission, ...observed } },
    fill: { how: "delivered", deliveredAt: "2026-11-23T09:00:00" },
    body: { how: "delivered", deliveredAt: "2026-11-23T14:00:00.000Z" },
  },
  "the answer to a document": {
    ...{ as: "clerk", path, stubs: aDocument(received), button: "Responder", sends: "answerSubmission" },
    ...{ fill: { text: "Se atendió." }, isFiled: true, answers: { ...submission, ...received, answeredAt: now } },
    body: { text: "Se atendió.", uploadIds: ["u1"] },
  },
  "an official letter that came on paper": {
    ...{
      as: "clerk",
      path: "/desk/documentos/registrar/",
      stubs: {},
      button: "Registrar",
      reads: "Cuándo llegó",
      sends: "registerSubmission",
    },
    fill: {
      ...{ kind: "official-letter", channel: "courier", arrivedAt: "2026-11-23T09:00:00", from: "other" },
      ...{ number: "OFICIO 12-2026", days: "5", presenter: "ENTIDAD DE PRUEBA", subject: "Pide un informe" },
    },
    ...{ isFiled: true, answers: submission },
    body: {
      ...{ kind: "official-letter", channel: "courier", arrivedAt: "2026-11-23T14:00:00.000Z", uploadIds: ["u1"] },
      ...{ presenter: "ENTIDAD DE PRUEBA", subject: "Pide un informe", text: "", standing: { as: "user" } },
      letter: { from: "other", number: "OFICIO 12-2026", days: 5 },
    },
  },
  "that another area answers a document": {
    ...{ as: "clerk", path, stubs: aDocument(received), button: "Derivar", sends: "forwardSubmission" },
    ...{ fill: { area: "Gerencia Técnica", reason: "Es de redes." }, answers: { ...submission, ...received } },
    body: { area: "Gerencia Técnica", reason: "Es de redes." },
  },
  "that a document is no recourse": {
    as: "clerk",
    path,
    stubs: aDocument({ ...received, againstDecision: true, recourseBy: "2026-11-30" }),
    ...{ button: "Descartarlo como recurso", fill: { discardReason: "Pide una copia." }, sends: "discardRecourse" },
    ...{ answers: { ...submission, ...received }, body: { reason: "Pide una copia." } },
  },
  "that a document was handed over": {
    ...{ as: "clerk", path, stubs: aDocument({ registered: { at: now } }), button: "Le di la constancia en papel" },
    ...{ fill: {}, sends: "recordSubmissionDelivery" },
    answers: { ...submission, entries: [{ type: "delivered", at: now, document: "constancia", to: "paper" }] },
    body: { document: "constancia", way: "paper" },
  },
  "that what is kept of a person is gathered": {
    ...{ as: "clerk", path, stubs: aDocument({ ...received, kind: "data-access" }) },
    ...{ button: "Reunir lo que guardamos de la persona", fill: {}, sends: "gatherPersonData" },
    ...{ answers: { ...submission, ...received, kind: "data-access", data: "preparing" }, body: {} },
  },
  "an observation of who comes": {
    ...{ as: "operator", path: "/desk/observaciones/?mes=2026-11", button: "Anotar en el libro" },
    stubs: { listObservations: answer("listObservations", { observations: [] }) },
    fill: { channel: "counter", name: "CLIENTE DE PRUEBA UNO", text: "Hay cola." },
    ...{ sends: "enterObservation", answers: observation },
    body: { channel: "counter", person: { name: "CLIENTE DE PRUEBA UNO" }, text: "Hay cola." },
  },
  "the answer to an observation": {
    ...{ as: "clerk", path: "/desk/observaciones/?mes=2026-11", button: "Responder", reads: "Hay cola." },
    stubs: { listObservations: answer("listObservations", { observations: [observation] }) },
    ...{ fill: { "answer-o1": "Pondremos sillas." }, sends: "answerObservation" },
    ...{ answers: { ...observation, state: "answered", answer: { at: now, text: "Pondremos sillas." } } },
    body: { text: "Pondremos sillas." },
  },
};

/** Adds a file to a form, and waits until it arrived. */
async function sendFile(page: Page, { button }: SentForm): Promise<void> {
  const upload = { url: `${site.uploads}/a`, fields: { key: "a" }, expiresAt: "2026-11-23T14:47:00.000Z" };
  site.stubs.startStaffUpload = answer("startStaffUpload", { uploadId: "u1", upload }, 201);
  const file = { uploadId: "u1", fileName: "carta.pdf", sizeBytes: 18, state: "received" } as const;
  site.stubs.showStaffUpload = answer("showStaffUpload", file);
  const pdf = { name: "carta.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 una carta") };
  await formOf(page, button).first().locator("input[type=file]").setInputFiles(pdf);
  await page.locator(".files .done", { hasText: "Recibido" }).waitFor();
}

it.each(Object.entries(forms))("the desk records %s, once, as its route reads it", async (_, form) => {
  const { page, violations } = await open({
    ...{ as: form.as, path: form.path, reads: form.reads ?? form.button },
    stubs: { ...form.stubs, [form.sends]: { status: routes[form.sends].status, body: form.answers } },
  });
  const button = page.getByRole("button", { name: form.button, exact: true }).first();
  if (form.isFiled) await sendFile(page, form);
  if (Object.keys(form.fill).length > 0) await fillIn(page, form.fill, formOf(page, form.button).first());
  await expectSound(page, violations);
  await button.click();
  await expect.poll(() => callsTo(form.sends).length).toBe(1);
  expectSent(form.sends, form.body);
  await expect.poll(() => page.locator("main [role=alert]").count()).toBe(0);
});

it("a call to who does not come to their hearing is logged at once, before the acta is sent", async () => {
  const { page, violations } = await open({
    ...{ as: "conciliator", path: actAt("audiencia"), reads: "No asistió" },
    stubs: {
      showCase: answer("showCase", { ...theCase, actions: ["conciliation-held"], state: "hearing-due" }),
      logHearingCall: answer("logHearingCall", theCase),
    },
  });
  await fillIn(page, { agreement: "absence", callNumber: "987654321", callResult: "unreachable" });
  await expectSound(page, violations);
  await page.getByRole("button", { name: "Anotar esta llamada ahora" }).click();
  await expect.poll(() => callsTo("showCase").length).toBe(2);
  expectSent("logHearingCall", { number: "987654321", result: "unreachable" });
});
