import { describe, expect, it } from "vitest";
import { callBacks, elevationLetter, found, submission, theCase, waysOf } from "../../desk-fixtures.ts";
import { actAt, open, search, send, withActions } from "../../desk-site.ts";
import { answer, refusal } from "../../fixtures.ts";
import { bodyOf, callsTo, expectSound, servePages, site } from "../../served.ts";

servePages();

const entered = answer(
  "enterAttention",
  { attentionId: "a1", channel: "telephone", matter: "receipt", at: "2026-11-23T15:00:00.000Z" },
  201,
);
const [late, today] = callBacks.callBacks;
const spokenCopy = { ...elevationLetter, documentId: "d9", kind: "spoken-act", fileName: "copia.pdf" } as const;

describe("the page of who calls", () => {
  it("says how they are attended, and what was last asked, answered and promised by whom", async () => {
    const { page, violations } = await open({
      ...{ as: "operator", path: "/desk/atencion/", reads: "Últimos contactos", act: search },
    });
    const text = (await page.locator("main").innerText()).replace(/\s+/g, " ");
    for (const words of [
      "Tiene atención preferente. Prefiere quechua. Pide intérprete para la visita y la reunión.",
      "OPERADORA DE PRUEBA. Preguntó: Por qué subió su recibo de octubre. Se le dijo: Se le leyó la explicación",
      "Se le prometió: Enviarle la cartilla de fugas, a más tardar el 24 de noviembre de 2026 (OPERADORA DE PRUEBA).",
      "Llamada prometida: 24 de noviembre de 2026, 9:30 a. m.",
    ])
      expect(text).toContain(words);
    await expectSound(page, violations);
  });

  it.each(["analyst", "resolver", "manager"] as const)("are unfolded on the case of a claim by a %s", async (as) => {
    const { page, violations } = await open({ as, path: "/desk/reclamos/c1/", reads: "Últimos contactos" });
    expect(callsTo("searchSupplies")).toEqual([]);
    await page.click("text=Últimos contactos de este suministro");
    await page.getByText("Preguntó: Por qué subió su recibo de octubre.").waitFor();
    await page.getByText("Se le prometió: Enviarle la cartilla de fugas").waitFor();
    expect(bodyOf("searchSupplies")).toEqual({ supplyCode: theCase.supplyCode, claimId: "c1" });
    expect(callsTo("searchSupplies")).toHaveLength(1);
    await expectSound(page, violations);
  });

  it("are not offered on the case to who conciliates", async () => {
    const { page } = await open({ as: "conciliator", path: "/desk/reclamos/c1/", reads: "Quién reclama" });
    expect(await page.getByText("Últimos contactos de este suministro").count()).toBe(0);
  });

  it("takes a contact, names what is missing at once, and shows it then", async () => {
    const { page, violations } = await open({
      ...{ as: "operator", path: "/desk/atencion/", reads: "Lo que ve en su recibo", act: search },
      stubs: { enterAttention: entered },
    });
    await page.click("button >> text=Anotar el contacto");
    await page.locator("main form button", { hasText: "Anotar el contacto" }).click();
    const summary = page.locator("[role=alert]:focus");
    for (const words of ["Elija qué quería.", "Escriba qué preguntó.", "Escriba qué se le respondió."])
      await summary.getByText(words).waitFor();
    await page.selectOption("#matter", "receipt");
    await page.fill("#question", "Por qué subió.");
    await page.fill("#answer", "Se le explicó.");
    await page.fill("#next", "Enviarle la cartilla");
    await page.fill("#nextOn", "2026-11-25");
    await page.check("input[name=preferential][value=yes]");
    await page.selectOption("#language", "qu");
    await expectSound(page, violations);
    await page.locator("main form button", { hasText: "Anotar el contacto" }).click();
    await page.getByText("Quedó anotado.").waitFor();
    expect(bodyOf("enterAttention")).toEqual({
      channel: "telephone",
      matter: "receipt",
      contact: {
        ...{ supplyCode: "00012345", question: "Por qué subió.", answer: "Se le explicó." },
        ...{ next: "Enviarle la cartilla", nextOn: "2026-11-25", preferential: true, language: "qu" },
      },
    });
    await expect.poll(() => callsTo("searchSupplies").length).toBe(2);
  });

  it("sends a link to what the caller dictates, with what to read aloud, and says where it goes", async () => {
    const { page, violations } = await open({
      ...{ as: "operator", path: "/desk/atencion/", reads: "Lo que ve en su recibo", act: search },
      stubs: {
        sendLink: answer("sendLink", { contactId: "k3", page: "receipt", channel: "sms", to: "••• ••• 001" }, 201),
      },
    });
    await page.click("button >> text=Enviar un enlace");
    await page.getByText("Lea esto en voz alta:").waitFor();
    await send(page);
    await page.locator("[role=alert]:focus", { hasText: "Elija a dónde se envía." }).waitFor();
    await page.selectOption("#page", "receipt");
    await page.getByLabel("A un celular que dicta").check();
    await page.fill("#telephone", "900 000 001");
    await expectSound(page, violations);
    await send(page);
    await page.getByText("Se envía el enlace a ••• ••• 001.").waitFor();
    expect(bodyOf("sendLink")).toEqual({
      ...{ supplyCode: "00012345", page: "receipt", channel: "sms", telephone: "900 000 001" },
    });
  });

  it("promises a call, for an hour of Lima", async () => {
    const { page } = await open({
      ...{ as: "operator", path: "/desk/atencion/", reads: "Lo que ve en su recibo", act: search },
      stubs: { enterAttention: entered, searchSupplies: answer("searchSupplies", { ...found, contacts: [] }) },
    });
    await page.getByText("No hay contactos anotados de este suministro.").waitFor();
    await page.click("button >> text=Prometer una llamada");
    await page.selectOption("#matter", "receipt");
    await page.fill("#question", "Por qué subió.");
    await page.fill("#answer", "Se revisará.");
    await page.locator("main form button", { hasText: "Anotar y prometer la llamada" }).click();
    await page.locator("[role=alert]:focus", { hasText: "Escriba para qué se le llama." }).waitFor();
    await page.fill("#at", "2026-11-24T09:30:00");
    await page.fill("#telephone", "053461000");
    await page.fill("#about", "Decirle qué se encontró.");
    await page.locator("main form button", { hasText: "Anotar y prometer la llamada" }).click();
    await page.getByText("Quedó anotado.").waitFor();
    expect(bodyOf("enterAttention")).toMatchObject({
      callBack: { at: "2026-11-24T14:30:00.000Z", telephone: "053461000", about: "Decirle qué se encontró." },
    });
  });
});

describe("the calls that were promised", () => {
  const path = "/desk/llamadas/";

  it("are listed with what was tried, and one is recorded as answered", async () => {
    const { page, violations } = await open({
      ...{ as: "operator", path, reads: "■ Debía hacerse" },
      stubs: { recordCallBack: answer("recordCallBack", { ...late!, over: true, late: false }) },
    });
    const first = page.locator("tbody tr").first();
    for (const words of ["900 000 001", "Decirle si se corrigió la lectura.", "Timbró y nadie contestó."])
      await first.getByText(words).waitFor();
    expect(await first.getByRole("link", { name: "00012345" }).getAttribute("href")).toContain("?suministro=00012345");
    await expectSound(page, violations);
    await first.getByRole("button").click();
    await page.locator("h2:focus", { hasText: "Llamada al 900 000 001" }).waitFor();
    await send(page);
    await page.locator("[role=alert]:focus", { hasText: "Elija qué pasó con la llamada." }).waitFor();
    await page.check("input[name=result][value=no-answer]");
    await page.locator("#again").waitFor();
    await page.check("input[name=result][value=answered]");
    await page.fill("#text", "Se le dijo que sí.");
    await expectSound(page, violations);
    await send(page);
    await page.getByText("Quedó anotado.").waitFor();
    expect(bodyOf("recordCallBack")).toEqual({ result: "answered", text: "Se le dijo que sí." });
    // The menu asks for them too.
    expect(callsTo("listCallBacks")).toHaveLength(3);
  });

  it("say in the menu of every page how many are overdue, anew when one comes back to the tab", async () => {
    const { page, violations } = await open({ as: "operator", path: "/desk/atencion/", reads: "Llamadas ■ 1 vencida" });
    await expectSound(page, violations);
    site.stubs.listCallBacks = answer("listCallBacks", { callBacks: [late!, { ...late!, callBackId: "b3" }] });
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await page.getByRole("link", { name: "2 vencidas" }).waitFor();
    site.stubs.listCallBacks = answer("listCallBacks", { callBacks: [today!] });
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await page.getByRole("link", { name: "Llamadas", exact: true }).waitFor();
  });

  it("stand there once if more is asked for twice, and only as the first page has them once one is recorded", async () => {
    const { page } = await open({
      ...{ as: "operator", path, reads: "■ Debía hacerse" },
      stubs: { recordCallBack: answer("recordCallBack", { ...late!, over: true, late: false }) },
    });
    const rows = page.locator("tbody tr");
    const older = { ...today!, callBackId: "older" };
    site.stubs.listCallBacks = { ...answer("listCallBacks", { callBacks: [older] }), delayMs: 400 };
    let answered = 0;
    page.on("requestfinished", (request) => (answered += request.url().includes("cursor=") ? 1 : 0));
    await page.getByRole("button", { name: "Ver más" }).dblclick();
    await expect.poll(() => answered).toBe(2);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    expect(await rows.count()).toBe(3);
    site.stubs.listCallBacks = answer("listCallBacks", { callBacks: [today!] });
    await rows.first().getByRole("button").click();
    await page.check("input[name=result][value=answered]");
    await page.fill("#text", "Se le dijo que sí.");
    await send(page);
    await page.getByText("Quedó anotado.").waitFor();
    await expect.poll(() => rows.count()).toBe(1);
  });

  it("may be none, cannot be read, and are only read by a manager", async () => {
    const none = await open({
      ...{ as: "operator", path, reads: "No hay llamadas por devolver." },
      stubs: { listCallBacks: answer("listCallBacks", { callBacks: [] }) },
    });
    await expectSound(none.page, none.violations);
    const refused = await open({
      ...{ as: "conciliator", path, reads: "Su cargo no permite hacer esto" },
      stubs: { listCallBacks: refusal("not-your-role") },
    });
    await expectSound(refused.page, refused.violations);
    const manager = await open({ as: "manager", path, reads: "Quiere saber de su pago." });
    expect(await manager.page.getByText("Anotar qué pasó").count()).toBe(0);
    expect(today?.supplyCode).toBeUndefined();
    await manager.page.getByText("No lo dio").waitFor();
    site.stubs.listCallBacks = answer("listCallBacks", { callBacks: [today!] });
    await manager.page.getByRole("button", { name: "Ver más" }).click();
    await expect.poll(() => manager.page.locator("tbody tr").count()).toBe(3);
  });
});

describe("what a claimant does by telephone as by web", () => {
  it("another free hour for the visit is sent for the claimant", async () => {
    const { page } = await open({
      ...{ as: "operator", path: actAt("visita"), reads: "¿Qué horario elige?" },
      stubs: {
        showCase: answer("showCase", { ...theCase, awaits: [{ act: "receive-visit", on: "2026-11-27" }] }),
        takeVisitChoice: answer("takeVisitChoice", theCase),
      },
    });
    await page.check("input[value=telephone]");
    await page.getByText("lunes 30 de noviembre de 2026").click();
    await send(page);
    await page.getByText("La visita quedó registrada.").waitFor();
    expect(bodyOf("takeVisitChoice")).toEqual({
      ...{ came: "telephone", inspectionId: "i1", on: "2026-11-30", from: "10:00" },
    });
  });

  it("consent to mail is recorded as it is said, and what notifies now is read", async () => {
    const { page, violations } = await open({
      ...{ as: "clerk", path: actAt("avisos"), reads: "Hoy se le notifica a su correo: cliente@example.pe." },
      stubs: { takeNoticeConsent: answer("takeNoticeConsent", theCase) },
    });
    await send(page);
    await page.locator("[role=alert]:focus").waitFor();
    await page.check("input[value=counter]");
    await page.check("input[name=granted][value=no]");
    await expectSound(page, violations);
    await send(page);
    await page.getByText("Quedó registrado cómo se le notifica.").waitFor();
    expect(bodyOf("takeNoticeConsent")).toEqual({ came: "counter", channel: "email", granted: false });
  });

  it("the language they prefer is recorded as it is said, and stands in the case's head", async () => {
    const languageChoice = { language: "qu", interpreter: true };
    const { page, violations } = await open({
      ...{ as: "operator", path: actAt("idioma"), reads: "«¿En qué idioma prefiere que lo atendamos?»" },
      stubs: {
        showCase: answer("showCase", { ...theCase, languageChoice: { language: "ay", interpreter: false } }),
        takeLanguage: answer("takeLanguage", { ...theCase, languageChoice }),
      },
    });
    await page.getByText("Prefiere aimara.").waitFor();
    await page.check("input[value=telephone]");
    await page.getByLabel("Quechua").check();
    await page.check("input[name=interpreter][value=yes]");
    await expectSound(page, violations);
    await send(page);
    await page.getByText("Quedó registrado", { exact: false }).first().waitFor();
    expect(bodyOf("takeLanguage")).toEqual({ came: "telephone", ...languageChoice });
  });

  it("a key that others have is changed for who says their document, once they heard where the new one goes", async () => {
    const { page, violations } = await open({
      ...{ as: "operator", path: actAt("clave"), reads: "¿Es suyo?" },
      stubs: { showCase: answer("showCase", theCase), takeKeyReplacement: answer("takeKeyReplacement", theCase) },
    });
    await page.check("input[value=telephone]");
    await expectSound(page, violations);
    await page.fill("#documentNumber", "00000001");
    await send(page);
    await page.getByText("La clave de antes ya no sirve.").waitFor();
    expect(bodyOf("takeKeyReplacement")).toEqual({ came: "telephone", documentNumber: "00000001" });
  });

  it("a new contact is read back as it is typed, with the document of who says it", async () => {
    const { page, violations } = await open({
      ...{ as: "operator", path: actAt("nuevo-contacto"), reads: "Hoy el reclamo tiene:" },
      stubs: { takeContact: answer("takeContact", theCase) },
    });
    await page.check("input[value=telephone]");
    await send(page);
    await page.locator("[role=alert]:focus", { hasText: "Pídale el número de su documento." }).waitFor();
    await page.fill("#documentNumber", "00000001");
    await page.fill("#telephone", "900000077");
    await page.fill("#email", "nuevo@example.pe");
    await page.getByText("«Anoté: 900000077, nuevo@example.pe. ¿Está bien?»").waitFor();
    await expectSound(page, violations);
    await send(page);
    await page.getByText("El contacto quedó registrado.").waitFor();
    expect(bodyOf("takeContact")).toEqual({
      ...{ came: "telephone", documentNumber: "00000001", telephone: "900000077", email: "nuevo@example.pe" },
    });
  });

  it("a new contact is said once for the open claims of the supply that are marked, and answered for each", async () => {
    const other = { ...found.claims[0], claimId: "c7", code: "RE-2026-004100-3" };
    const over = { ...other, claimId: "c6", code: "RE-2026-004000-1", next: "nobody" as const };
    const claims = [...found.claims, other, over] as typeof found.claims;
    const { page, violations } = await open({
      ...{ as: "operator", path: actAt("nuevo-contacto"), reads: "RE-2026-004100-3" },
      stubs: {
        searchSupplies: answer("searchSupplies", { ...found, claims }),
        takeContact: answer("takeContact", theCase),
      },
    });
    await page.getByText("Vale también en sus otros reclamos abiertos del suministro 00012345:").waitFor();
    expect(await page.locator("input[name=alsoIn]").count()).toBe(1);
    expect(await page.isChecked("input[name=alsoIn]")).toBe(true);
    await page.check("input[value=telephone]");
    await page.fill("#documentNumber", "00000001");
    await page.fill("#telephone", "900000077");
    await expectSound(page, violations);
    await send(page);
    await page.getByText("El contacto quedó registrado.").waitFor();
    const [first = "", second, ...more] = callsTo("takeContact").map(({ headers }) => headers["idempotency-key"]);
    expect([second, more]).toEqual([`${first}-c7`, []]);
  });

  it("a new contact that another claim does not take is said of that claim, and may be sent without it", async () => {
    const other = { ...found.claims[0], claimId: "c7", code: "RE-2026-004100-3" };
    const { page, violations } = await open({
      ...{ as: "operator", path: actAt("nuevo-contacto"), reads: "RE-2026-004100-3" },
      stubs: {
        searchSupplies: answer("searchSupplies", { ...found, claims: [other] as typeof found.claims }),
        takeContact: answer("takeContact", theCase),
      },
    });
    const { status, headers, body } = refusal("not-now");
    await page.route("**/claims/c7/contact", (route) =>
      route.fulfill({ status, headers: { ...headers }, body: JSON.stringify(body) }),
    );
    await page.check("input[value=telephone]");
    await page.fill("#documentNumber", "00000001");
    await page.fill("#telephone", "900000077");
    await send(page);
    const said = page.locator("[role=alert]:focus");
    await said.getByText("El contacto quedó registrado, pero no en todos").waitFor();
    await said.getByText("RE-2026-004100-3:").waitFor();
    await expectSound(page, violations);
    await page.uncheck("input[name=alsoIn]");
    await send(page);
    await page.getByText("El contacto quedó registrado.").waitFor();
  });

  it("says that a contact said before still waits, and until which day", async () => {
    const { page, violations } = await open({
      ...{ as: "operator", path: actAt("nuevo-contacto"), reads: "Hoy el reclamo tiene:" },
      stubs: { showCase: answer("showCase", { ...theCase, contactAfter: "2026-11-27" }) },
    });
    await page.getByText("Ya dijo otro por teléfono: vale después del 27 de noviembre de 2026.").waitFor();
    await page.getByText("si llamó, pasados los días para deshacerlo.").waitFor();
    await page.getByText("Vale solo en los reclamos del suministro 00012345. Si reclama también por otro").waitFor();
    await expectSound(page, violations);
  });

  it.each([
    ["a withdrawal that may be undone", { withdrawalUndoUntil: "2026-11-27" }, true],
    ["a copy that was made", { documents: [spokenCopy] }, true],
    ["nothing said", {}, false],
  ])("the copy of %s is to be posted to who left neither mobile nor mail: %s", async (_, said, isPosted) => {
    const claimant = { ...theCase.claimant, telephone: "053461000", email: undefined };
    const { page, violations } = await open({
      ...{ as: "clerk", path: "/desk/reclamos/c1/", reads: theCase.code },
      stubs: { showCase: answer("showCase", { ...theCase, ...said, claimant, confirmingWays: waysOf(claimant) }) },
    });
    await expect.poll(() => page.getByText("Envíele su copia por carta").count()).toBe(isPosted ? 1 : 0);
    if (isPosted) await page.getByText("Abrir la copia para imprimirla").click();
    if (isPosted) await page.waitForURL(`${site.origin}/desk/reclamos/c1/documentos/`);
    await expectSound(page, violations);
  });

  it("what was spoken is proposed to be observed for its signature, once", async () => {
    const spoken = { ...submission, channel: "telephone" as const, attachments: [] };
    const { page, violations } = await open({
      ...{ as: "clerk", path: "/desk/documentos/f1/", reads: "Observarlo: falta algo" },
      stubs: {
        showDeskSubmission: answer("showDeskSubmission", spoken),
        receiveSubmission: answer("receiveSubmission", { ...spoken, state: "observed" }),
      },
    });
    expect(await page.isChecked("input[name=outcome][value=observed]")).toBe(true);
    await expectSound(page, violations);
    await send(page);
    await expect.poll(() => callsTo("receiveSubmission").length).toBe(1);
    expect(bodyOf("receiveSubmission")).toMatchObject({
      ...{ outcome: "observed", remark: expect.stringMatching(/^Falta tu firma/) },
    });
    const entries = [{ type: "observed", at: "2026-11-23T15:00:00.000Z" }] as const;
    site.stubs.showDeskSubmission = answer("showDeskSubmission", { ...spoken, entries: [...entries] });
    await page.reload();
    await page.getByText("Observarlo: falta algo").first().waitFor();
    expect(await page.locator("input[name=outcome]:checked").count()).toBe(0);
    expect(await page.inputValue("#remark")).toBe("");
  });

  it("before a recourse is filed, what it lacks is read to them", async () => {
    const { page, violations } = await open({
      ...{ as: "operator", path: actAt("reconsideracion"), reads: "dígale esto antes de presentarlo." },
      stubs: withActions("reconsideration-filed"),
    });
    await page.getByText("Falta una prueba nueva.").waitFor();
    expect(bodyOf("checkCalledRecourse")).toEqual({ kind: "reconsideration" });
    // The form itself asks for what is not typed yet.
    expect(await page.getByText("Falta decir por qué").count()).toBe(0);
    // There is one way to confirm what came on paper.
    await page.check("input[name=came][value=document-desk]");
    await page.getByLabel("Cuándo lo presentó, según el sello").waitFor();
    await expectSound(page, violations);
  });

  it("a document is spoken to an operator, who sees it afterwards without the work of the desk", async () => {
    const { page, violations } = await open({
      ...{ as: "operator", path: "/desk/documentos/registrar/", reads: "Lo que dice, con sus palabras" },
      stubs: {
        registerSubmission: answer("registerSubmission", { ...submission, channel: "telephone", attachments: [] }, 201),
      },
    });
    expect(await page.locator("#arrivedAt").count()).toBe(0);
    await page.fill("#presenter", "CLIENTE DE PRUEBA UNO");
    await page.fill("#subject", "El corte de ayer");
    await page.fill("#text", "Pido que me expliquen el corte.");
    await page.locator("input[name=standing]").first().check();
    await send(page);
    await page.getByText("Recibos pagados de los últimos meses").waitFor();
    expect(bodyOf("registerSubmission")).toMatchObject({
      ...{ channel: "telephone", text: "Pido que me expliquen el corte.", uploadIds: [] },
    });
    expect(bodyOf("registerSubmission")).not.toHaveProperty("arrivedAt");
    expect(await page.getByText("Revisar y registrar").count()).toBe(0);
    await expectSound(page, violations);
  });
});
