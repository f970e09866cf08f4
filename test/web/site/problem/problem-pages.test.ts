import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { AnswerOf } from "../../../../shared/contract/route.ts";
import type { RouteId, Routes } from "../../../../shared/contract/routes.ts";
import { problemTypes } from "../../../../shared/domain/case/claim-types.ts";
import { ofZone, problemGroups } from "../../../../web/words/problem-groups.ts";
import { openPage } from "../../browser.ts";
import { claim, filed } from "../../claim-fixtures.ts";
import { deskStubs, tokenOf } from "../../desk-fixtures.ts";
import { answer, now, office, supplies } from "../../fixtures.ts";
import { bodyOf, browser, callsTo, expectReadAloud, expectSound, servePages, site } from "../../served.ts";
import { uploadIn, uploadTo } from "../../site-answers.ts";
import type { Stubs } from "../../site-server.ts";

type AnswerTo<Id extends RouteId> = AnswerOf<Routes[Id]>;

servePages();

const problem: AnswerTo<"showProblem"> = {
  problemId: "p1",
  code: "SO-2026-004192-7",
  supplyCode: "00012345",
  problemType: "O-S1",
  channel: "web",
  filedAt: "2026-11-20T14:42:00.000Z",
  filedOn: "2026-11-20",
  description: "El desagüe de la vereda se atora.",
  state: "not-solved",
  until: "2026-11-22T14:42:00.000Z",
  actions: ["claim"],
  entries: [{ type: "received", at: "2026-11-20T14:42:00.000Z", by: "applicant" }],
  attachments: [],
  form: "ready",
};
const applicant = { name: "CLIENTE DE PRUEBA UNO", document: "DNI 00000001", address: "Calle de Prueba 100" };
const onDesk: AnswerTo<"showDeskProblem"> = { ...problem, actions: ["attend", "promote"], applicant };

const formLink = {
  url: "/solicitud.pdf",
  sha256: "a".repeat(64),
  fileName: "solicitud-SO-2026-004192-7.pdf",
  expiresAt: "2026-11-20T14:43:00.000Z",
};

async function open(path: string, signedIn: "customers" | "staff", reads: string, more: Stubs = {}) {
  site.stubs = {
    ...deskStubs,
    showOffice: answer("showOffice", office(site.origin)),
    listSupplies: answer("listSupplies", supplies),
    listProblems: answer("listProblems", { problems: [problem] }),
    fileProblem: answer("fileProblem", problem, 201),
    showProblem: answer("showProblem", problem),
    claimProblem: answer("claimProblem", filed, 201),
    showClaim: answer("showClaim", claim),
    listDeskProblems: answer("listDeskProblems", { problems: [onDesk] }),
    showDeskProblem: answer("showDeskProblem", onDesk),
    startUpload: answer("startUpload", uploadTo(site), 201),
    renewUpload: answer("renewUpload", uploadTo(site), 201),
    showUpload: uploadIn("received"),
    downloadProblemAttachment: answer("downloadProblemAttachment", { ...formLink, pages: ["/favicon.svg"] }),
    downloadProblemForm: answer("downloadProblemForm", formLink),
    downloadDeskProblemForm: answer("downloadDeskProblemForm", formLink),
    attendProblem: answer("attendProblem", { ...onDesk, state: "solved", actions: [] }),
    ...more,
  };
  if (signedIn === "staff") site.access = tokenOf("operator");
  const opened = await openPage(browser, site.origin, { signedIn });
  await opened.page.goto(site.origin + path);
  await opened.page.getByText(reads).first().waitFor();
  return opened;
}

it.each([
  ["/problemas/", "customers", "Avisar de un problema"],
  ["/problemas/p1/", "customers", "Reclamar porque no se solucionó"],
  ["/desk/problemas/", "staff", "Registrar una solicitud"],
  ["/desk/problemas/p1/", "staff", "Presentar el reclamo"],
] as const)(
  "%s: no accessibility fault, nothing blocked by the policy, nothing cut off",
  async (path, signedIn, reads) => {
    const { page, violations } = await open(path, signedIn, reads);
    await expectSound(page, violations);
    const telephones = await page.locator('main a[href^="tel:"]').allTextContents();
    expect(telephones).toEqual(path === "/problemas/" ? ["053\u00a0000\u00a0000"] : []);
    if (signedIn === "customers") await expectReadAloud(page, path === "/problemas/" ? "problem-report" : "problem");
  },
);

it("is sound with no problem reported yet", async () => {
  const none = { listProblems: answer("listProblems", { problems: [] }) };
  const { page, violations } = await open("/problemas/", "customers", "Avisar de un problema", none);
  await expectSound(page, violations);
});

it.each<[string, AnswerTo<"listSupplies">, string, string]>([
  ["the first supply", { supplies: [], ended: [] }, "Primero vincula el suministro", ""],
  ["another one", supplies, "Vincular otro suministro", "Sale agua de la pista."],
])("who must link %s comes back to the report, with what was typed", async (_, before, link, typed) => {
  const one = answer("linkSupply", { linkId: "a1", supplyCode: "00012345", linkedAt: now, proof: "receipt" }, 201);
  const stubs = { listSupplies: answer("listSupplies", before), linkSupply: one };
  const { page, violations } = await open("/problemas/", "customers", link, stubs);
  if (typed) await page.fill("#description", typed);
  await page.getByRole("link", { name: link }).click();
  await page.getByText("sigues con tu aviso del problema").waitFor();
  await expectSound(page, violations, [320, 360]);
  await page.fill("#supplyCode", "12345");
  await page.fill("#printedKey", "K7M4-92QP");
  site.stubs = { ...site.stubs, listSupplies: answer("listSupplies", supplies) };
  await page.locator("main form button[type=submit]").click();
  await page.getByText("Cuéntanos qué pasa").waitFor();
  expect(new URL(page.url()).pathname).toBe("/problemas/");
  await expect.poll(() => page.inputValue("#description")).toBe(typed);
  await page.getByText("Suministro 00012345").waitFor();
});

const send = (page: Page): Promise<void> => page.click("main form button[type=submit]:not(.plain) >> nth=0");

it("names each question that was left without an answer", async () => {
  const { page } = await open("/problemas/", "customers", "Avisar de un problema");
  const errors = page.locator(".summary li");
  await send(page);
  await errors.first().waitFor();
  expect(await errors.allInnerTexts()).toEqual([
    "Elige de qué suministro es.",
    "Elige qué pasa.",
    "Cuéntanos con tus palabras qué pasa.",
    "Escribe los nombres.",
    "Escribe el apellido paterno.",
    "Deja un celular, un correo o una dirección para avisarte.",
  ]);
  expect(callsTo("fileProblem")).toEqual([]);
  await page.locator("input[name=linkId]").first().check();
  await page.click("text=Hay un aniego, una fuga o un atoro");
  await send(page);
  await errors.getByText("Elige cuál de estas es.").click();
  await page.locator("input[name=problemType]:focus").waitFor();
});

it("names what is malformed beside what is missing, at once", async () => {
  const { page } = await open("/problemas/", "customers", "Avisar de un problema");
  const errors = page.locator(".summary li");
  await page.click("text=Hay un aniego, una fuga o un atoro");
  await page.locator("input[name=kind]").first().check();
  await page.fill("#number", "1234567");
  await page.fill("#telephone", "90000001");
  await page.fill("#email", "cliente@");
  await send(page);
  await errors.first().waitFor();
  expect(await errors.allInnerTexts()).toEqual([
    "Elige de qué suministro es.",
    "Elige cuál de estas es.",
    "Cuéntanos con tus palabras qué pasa.",
    "Escribe los nombres.",
    "Escribe el apellido paterno.",
    "El DNI tiene 8 dígitos.",
    "Escribe un celular de 9 dígitos, por ejemplo 987 654 321, o un fijo con su código.",
    "Escribe un correo como nombre@ejemplo.pe.",
  ]);
});

it("asks what the problem is in two questions, and sends its official type", async () => {
  const { page } = await open("/problemas/", "customers", "Avisar de un problema");
  await page.locator("input[name=linkId]").first().check();
  await page.click("text=Hay un aniego, una fuga o un atoro");
  await page.click("text=Se atora el desagüe que sale de mi casa");
  await page.fill("#description", "Se atora todos los días.");
  await expectReadAloud(page, "problem-report-details");
  await page.fill("#givenNames", "CLIENTE");
  await page.fill("#paternalSurname", "DE PRUEBA");
  await page.fill("#telephone", "900000001");
  await send(page);
  // Its number is in the list of the form's page already: only its own page says that it was sent.
  await page.waitForURL("**/problemas/p1/");
  await page.getByText("SO-2026-004192-7").waitFor();
  expect(bodyOf("fileProblem")).toMatchObject({
    problemType: "O-S1",
    description: "Se atora todos los días.",
    applicant: { givenNames: "CLIENTE", paternalSurname: "DE PRUEBA", telephone: "900000001" },
  });
});

it.each([
  [["No tengo agua", "No hay agua en mi cuadra"], "avísanos ya por teléfono: 053 000 000"],
  [["Otra cosa, o no estoy seguro"], "elegimos contigo"],
] as const)("says what to do where no form is for it: %s", async (clicks, reads) => {
  const { page, violations } = await open("/problemas/", "customers", "Avisar de un problema");
  await send(page);
  await page.locator(".summary").waitFor();
  for (const text of clicks) await page.click(`text=${text}`);
  await page.getByText(reads).waitFor();
  // What was missing in the form is not asked for where there is no form.
  expect(await page.locator(".summary, .error").count()).toBe(0);
  expect(await page.locator("#description").count()).toBe(0);
  expect(await page.locator("main form button[type=submit]").count()).toBe(0);
  await expectSound(page, violations);
  await page.click("text=Hay un aniego, una fuga o un atoro");
  await page.locator("#description").waitFor();
  expect(await page.locator(".summary").count()).toBe(0);
});

it("offers each official type of problem in plain words, once", () => {
  const offered = Object.values(problemGroups).flatMap(({ problems }) => Object.keys(problems));
  expect(offered.filter((type) => type !== ofZone).toSorted()).toEqual([...problemTypes].toSorted());
});

it("files a claim for a problem by one button, with nothing typed again", async () => {
  const { page } = await open("/problemas/p1/", "customers", "Reclamar porque no se solucionó");
  await send(page);
  await page.getByText(filed.claimKey ?? "").waitFor();
  expect(bodyOf("claimProblem")).toEqual({ uploadIds: [] });
});

it("files a claim for a problem that was not solved, and goes to the claim's cargo", async () => {
  const { page } = await open("/problemas/p1/", "customers", "Reclamar porque no se solucionó");
  await page.fill("#grounds", "Nadie vino.");
  await send(page);
  await page.getByText(filed.claimKey ?? "").waitFor();
  expect(bodyOf("claimProblem")).toEqual({ grounds: "Nadie vino.", uploadIds: [] });
});

it("says to who says that a problem is not solved that it was written down, where the form was", async () => {
  const disputed = {
    ...problem,
    entries: [...problem.entries, { type: "disputed", at: problem.filedAt, by: "applicant" }],
  };
  const { until: _, ...unsolved } = { ...disputed, actions: [] };
  const { page, violations } = await open("/problemas/p1/", "customers", "¿Sigue el problema?", {
    showProblem: answer("showProblem", { ...problem, state: "solved", actions: ["dispute"] }),
    disputeSolution: answer("disputeSolution", unsolved as typeof problem),
  });
  await send(page);
  await page.locator(".summary", { hasText: "Cuéntanos qué sigue mal." }).waitFor();
  await page.fill("#text", "Sigue atorado.");
  await send(page);
  await page.locator("[role=status]:focus", { hasText: "Lo anotamos: sigue sin solución." }).waitFor();
  await page.getByText("Dijiste que no está solucionado").waitFor();
  await page.getByText("Si sigue sin solución, llámanos").waitFor();
  await expectSound(page, violations);
});

it("records on the desk for the applicant that a solved problem is not", async () => {
  const { page } = await open("/desk/problemas/p1/", "staff", "Descargar o imprimir", {
    showDeskProblem: answer("showDeskProblem", { ...onDesk, state: "solved", actions: ["dispute"] }),
    takeDispute: answer("takeDispute", { ...onDesk, state: "not-solved", actions: ["attend", "promote"] }),
  });
  await page.getByText("La persona dice que sigue sin solución").waitFor();
  await page.fill("#text", "El desagüe sigue atorado.");
  await send(page);
  await page.getByText("Sin solución", { exact: true }).waitFor();
  expect(bodyOf("takeDispute")).toEqual({ text: "El desagüe sigue atorado." });
});

it("records on the desk what was done", async () => {
  const { page } = await open("/desk/problemas/p1/", "staff", "Registrar la atención");
  await page.check("input[name=solved][value=yes]");
  await page.fill("#text", "Se destapó la conexión.");
  await send(page);
  await page.getByText("Solucionada").waitFor();
  expect(bodyOf("attendProblem")).toEqual({ solved: true, text: "Se destapó la conexión." });
});

it.each([
  ["/problemas/p1/", "customers", "Descargar mi solicitud (PDF)"],
  ["/desk/problemas/p1/", "staff", "Descargar o imprimir la solicitud (PDF)"],
] as const)(
  "%s: its form is downloaded once it is ready, and said to be prepared until then",
  async (path, who, button) => {
    const { page } = await open(path, who, button);
    await page.click(`text=${button}`);
    await page.waitForURL("**/solicitud.pdf");
    site.stubs = {
      ...site.stubs,
      showProblem: answer("showProblem", { ...problem, form: "preparing" }),
      showDeskProblem: answer("showDeskProblem", { ...onDesk, form: "preparing" }),
    };
    await page.goto(site.origin + path);
    await page.getByText("preparando").waitFor();
    expect(await page.getByText(button).count()).toBe(0);
  },
);

const sentFile = { sizeBytes: 200_000, sha256: "a".repeat(64), late: false } as const;
const withPhotos = [
  { documentId: "u1", fileName: "vereda.jpg", state: "received", ...sentFile },
  { documentId: "u2", fileName: `${"desagüe-atorado-".repeat(6)}.jpg`, state: "refused", ...sentFile },
  { documentId: "u3", fileName: "noche.jpg", state: "pending", ...sentFile, late: true },
] satisfies (typeof problem)["attachments"];
const refusedFile = {
  reason: "El archivo está dañado y no se puede leer. Ábrelo, guárdalo de nuevo y envíalo otra vez.",
};
const attachments = withPhotos.map((file) => (file.state === "refused" ? { ...file, ...refusedFile } : file));

it.each([
  ["/problemas/p1/", "customers", "No llegó: elige otra vez"],
  ["/desk/problemas/p1/", "staff", "No llegó"],
] as const)("%s: with photos, no accessibility fault, nothing cut off", async (path, signedIn, reads) => {
  const { page, violations } = await open(path, signedIn, reads, {
    showProblem: answer("showProblem", { ...problem, attachments }),
    showDeskProblem: answer("showDeskProblem", { ...onDesk, attachments }),
  });
  if (signedIn === "customers") await page.getByText(refusedFile.reason).waitFor();
  await expectSound(page, violations);
});

it("shows the desk a photo of the problem, once asked for, and neither the refused nor the missing one", async () => {
  const { page } = await open("/desk/problemas/p1/", "staff", "Fotos y documentos", {
    showDeskProblem: answer("showDeskProblem", { ...onDesk, attachments }),
  });
  expect(await page.locator(".files button.plain").allTextContents()).toEqual([
    expect.stringContaining("vereda.jpg"),
    expect.stringContaining("vereda.jpg"),
  ]);
  await page.locator(".files button.plain").first().click();
  await page.getByRole("img", { name: /vereda.jpg/ }).waitFor();
});

describe("photos of a problem", () => {
  const foto = { name: "vereda.jpg", mimeType: "image/jpeg", buffer: Buffer.from("x".repeat(1000)) };
  async function describeIt(more: Stubs = {}): Promise<Page> {
    const { page } = await open("/problemas/", "customers", "Avisar de un problema", more);
    await page.locator("input[name=linkId]").first().check();
    await page.click("text=Hay un aniego, una fuga o un atoro");
    await page.click("text=Se atora el desagüe que sale de mi casa");
    await page.fill("#description", "Se atora todos los días.");
    await page.fill("#givenNames", "CLIENTE");
    await page.fill("#paternalSurname", "DE PRUEBA");
    await page.fill("#address", "Calle de Prueba 100");
    return page;
  }
  const state = (page: Page, text: string) => page.locator(".files").getByText(text, { exact: true }).waitFor();

  it("are sent with it, and those that are refused are not", async () => {
    const page = await describeIt();
    await page.setInputFiles("#uploadIds", foto);
    await state(page, "Recibido");
    site.stubs = {
      ...site.stubs,
      showUpload: uploadIn("refused", "La imagen se mueve. Envía una foto fija o un PDF."),
    };
    await page.setInputFiles("#uploadIds", { ...foto, name: "mala.png", mimeType: "image/png" });
    await page.getByText("La imagen se mueve.").waitFor();
    await send(page);
    await page.locator("[role=alert]:focus", { hasText: "hay que revisarlo o quitarlo" }).waitFor();
    expect(callsTo("fileProblem")).toEqual([]);
    await page.getByRole("button", { name: "Quitar mala.png" }).click();
    await expect.poll(() => page.getByText("hay que revisarlo o quitarlo").count()).toBe(0);
    // The button is gone: who goes by keyboard is not thrown back to the top of the page.
    await page.locator("#uploadIds:focus").waitFor();
    await send(page);
    await page.waitForURL("**/problemas/p1/");
    expect(bodyOf("fileProblem")).toMatchObject({ uploadIds: ["u9"] });
  });

  it("wait on the phone where there is no network, through a reload, and hold nothing back once removed", async () => {
    const unreachable = { ...uploadTo(site).upload, url: "http://127.0.0.1:1/closed" };
    const page = await describeIt({
      startUpload: answer("startUpload", { uploadId: "u9", upload: unreachable }, 201),
      renewUpload: answer("renewUpload", { uploadId: "u9", upload: unreachable }, 201),
    });
    await page.setInputFiles("#uploadIds", foto);
    await state(page, "Guardado en este teléfono");
    await page.reload();
    // It is tried again at once, and waits again.
    await expect.poll(() => callsTo("renewUpload").length).toBe(1);
    await state(page, "Guardado en este teléfono");
    await send(page);
    await page.locator("[role=alert]:focus", { hasText: "hay que revisarlo o quitarlo" }).waitFor();
    expect(callsTo("fileProblem")).toEqual([]);
    await page.getByRole("button", { name: "Quitar vereda.jpg" }).click();
    await send(page);
    await page.waitForURL("**/problemas/p1/");
    expect(bodyOf("fileProblem")).toMatchObject({ uploadIds: [] });
  });

  it("that waited are sent once there is a network, and the next form begins without them", async () => {
    const unreachable = { ...uploadTo(site).upload, url: "http://127.0.0.1:1/closed" };
    const page = await describeIt({ startUpload: answer("startUpload", { uploadId: "u9", upload: unreachable }, 201) });
    await page.setInputFiles("#uploadIds", foto);
    await page.getByRole("button", { name: "Enviar otra vez vereda.jpg" }).click();
    await state(page, "Recibido");
    await send(page);
    await page.waitForURL("**/problemas/p1/");
    expect(bodyOf("fileProblem")).toMatchObject({ uploadIds: ["u9"] });
    await page.goto(`${site.origin}/problemas/`);
    await page.locator("#uploadIds").waitFor();
    expect(await page.locator(".files li").count()).toBe(0);
  });
});

it("has after a reload what was chosen in both questions, and what was written", async () => {
  const { page } = await open("/problemas/", "customers", "Avisar de un problema");
  await page.click("text=Hay un aniego, una fuga o un atoro");
  await page.click("text=Se atora el desagüe que sale de mi casa");
  await page.fill("#description", "Se atora todos los días.");
  await page.reload();
  await expect.poll(() => page.locator("input[name=problemType]:checked").count()).toBe(1);
  expect(await page.inputValue("input[name=problemType]:checked")).toBe("O-S1");
  expect(await page.inputValue("#description")).toBe("Se atora todos los días.");
});

it("the desk's list says in staff's words by when each is to be solved, the one that is late first", async () => {
  const listed = (problemId: string, until: string | undefined, state: typeof problem.state) => {
    const { until: _, ...one } = onDesk;
    return { ...one, problemId, code: `SO-${problemId}`, state, ...(until !== undefined && { until }) };
  };
  const problems = [
    listed("none", undefined, "received"),
    listed("later", "2026-11-25T14:00:00.000Z", "received"),
    listed("late", "2026-11-23T14:00:00.000Z", "not-solved"),
  ];
  const { page } = await open("/desk/problemas/", "staff", "SO-none", {
    listDeskProblems: answer("listDeskProblems", { problems }),
  });
  const cells = page.locator("tbody th, tbody td:nth-child(2)");
  const rows = (await cells.allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim());
  expect(rows).toEqual([
    ...["SO-late", "23 de noviembre de 2026, 9:00 a. m. ■ Venció"],
    ...["SO-later", "25 de noviembre de 2026, 9:00 a. m."],
    ...["SO-none", "Sin plazo fijado"],
  ]);
  await page.getByText("Por atender").first().waitFor();
  expect(await page.getByText("la estamos atendiendo").count()).toBe(0);
});
