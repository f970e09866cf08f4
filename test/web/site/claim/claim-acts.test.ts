import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { faultsOf } from "../../browser.ts";
import { askedFor, claim, decided, idle, late, observed, offered, unnotified, unproved } from "../../claim-fixtures.ts";
import { acts, mine, open, send, serveClaims, upload } from "../../claim-site.ts";
import { answer, gatewaySays } from "../../fixtures.ts";
import { bodyOf, callsTo, expectSound, site } from "../../served.ts";

serveClaims();

describe("one claim", () => {
  it("offers what the API offers, and no more", async () => {
    const { page } = await open({ ...mine, path: "/reclamos/claim1/", reads: "Qué más puedes hacer" });
    expect(await page.getByText("Ahora nos toca a nosotros").count()).toBe(0);
    expect(await page.getByText("Agregar algo a mi reclamo").count()).toBe(1);
    expect(await page.getByText("Desistir de mi reclamo").count()).toBe(1);
    expect(await page.getByText("Pedir que revisen").count()).toBe(0);
  });

  it("says whose turn it is, and nothing to do, only if nothing waits for the claimant", async () => {
    const nothing = "Ahora nos toca a nosotros";
    const { page } = await open({ ...mine, path: "/reclamos/claim1/", reads: nothing, stubs: acts(idle) });
    await page.getByText("No llegamos a un acuerdo.").waitFor();
    expect(await page.locator("main section.card li").count()).toBe(0);
  });

  it("shows first the link to the notice of a decision that is to be acknowledged", async () => {
    const { page } = await open({
      ...mine,
      path: "/reclamos/claim1/",
      reads: "Ver la notificación",
      stubs: acts(unnotified),
    });
    expect(await page.getByText("No tienes que hacer nada").count()).toBe(0);
    expect(await page.locator("main a.button:not(.plain)").allTextContents()).toEqual(["Ver la notificación"]);
    await page.click("text=Ver la notificación");
    await page.waitForURL(/\/notificacion\/noticekeynoticekey1234\/$/);
  });

  it("says what the company did not do in time, with the link to a queja", async () => {
    const { page } = await open({ ...mine, path: "/reclamos/claim1/", reads: "Nos atrasamos", stubs: acts(late) });
    await page.getByText("No te visitamos a tiempo: vencía el viernes 20 de noviembre de 2026.").waitFor();
    await page.getByText("es hoy, lunes 23 de noviembre").waitFor();
    expect(await page.locator(".timeline .late").textContent()).toContain("Te visitamos Con atraso");
    await page.getByText("entre las 8:00 a. m. y las 10:00 a. m.: no figura que fuimos").waitFor();
    await page.click("text=Presentar una queja");
    await page.waitForURL(/\/queja\/$/);
  });

  it.each([
    ["without agreement", "none", "terminó sin acuerdo"],
    ["nobody came", "absence", "no se realizó"],
    ["nothing was recorded", undefined, "no figura que se hizo"],
  ] as const)("says among its dates how its hearing ended: %s", async (_, agreement, ended) => {
    const held = { seq: 9, type: "conciliation-held", effectiveAt: "2026-11-20T14:40:00.000Z", by: "company" } as const;
    const over: typeof claim = {
      ...claim,
      hearing: { on: "2026-11-20", at: "09:00", mode: "telephone" },
      ...(agreement
        ? { timeline: [...claim.timeline, { ...held, recordedAt: held.effectiveAt, agreement }] }
        : { late: [{ clock: "T07", missedOn: "2026-11-20" }] }),
    };
    const { page } = await open({ ...mine, path: "/reclamos/claim1/", reads: "Fechas importantes", stubs: acts(over) });
    expect(await page.locator("dd", { hasText: "9:00" }).innerText()).toContain(`por teléfono: ${ended}`);
  });

  it("answers an offer once, with two equal buttons and a confirmation", async () => {
    const { page } = await open({
      ...mine,
      path: "/reclamos/claim1/",
      reads: "Ver la propuesta",
      stubs: acts(offered),
    });
    await page.click("text=Ver la propuesta y responder");
    const boxes = await page
      .locator("main .equal button")
      .evaluateAll((buttons) =>
        buttons.map((button) => [
          button.getBoundingClientRect().width,
          button.getBoundingClientRect().height,
          button.className,
        ]),
      );
    expect(boxes[0]).toEqual(boxes[1]);
    await page.click("text=No aceptar");
    await page.locator("h1:focus", { hasText: "No vas a aceptar el acuerdo" }).waitFor();
    expect(callsTo("answerOffer")).toHaveLength(0);
    await page.dblclick("main button[type=submit]");
    await page.locator("h1", { hasText: "Reclamo RE-2026-004192-7" }).waitFor();
    await page.locator("[role=status]", { hasText: "Listo: quedó registrado en tu reclamo" }).waitFor();
    expect(callsTo("answerOffer")).toHaveLength(1);
    expect(bodyOf("answerOffer")).toEqual({ accepted: false });
    await page.reload();
    await page.getByText("Lo que tienes que hacer").waitFor();
    expect(await page.getByText("Listo: quedó registrado").count()).toBe(0);
  });

  it("proposes something else, sees what it costs, may change it, and sends it once", async () => {
    const { page, violations } = await open({
      ...mine,
      path: "/reclamos/claim1/propuestas/o1/",
      reads: "Proponer otra cosa",
      stubs: acts(offered),
    });
    const facts = (await page.locator("main dl.facts").first().innerText()).replaceAll(/\s+/g, " ");
    expect(facts).toContain("Ahora te cobran S/ 223.61 Con el acuerdo te cobrarían S/ 39.85 Pagarías menos S/ 183.76");
    await page.click("text=Proponer otra cosa");
    await page.locator("h1:focus", { hasText: "Proponer otra cosa" }).waitFor();
    await page.fill("#m3", "15");
    await page.fill("#instalments", "3");
    await page.fill("#says", "Usé como siempre.");
    await send(page);
    await page.locator("h1:focus", { hasText: "Vas a proponer esto" }).waitFor();
    await page.getByText("En 3 cuotas mensuales sin intereses, de S/ 13.29 a lo más").waitFor();
    await expectSound(page, violations);
    await page.click("text=Cambiarlo");
    expect(await page.inputValue("#m3")).toBe("15");
    await send(page);
    await page.locator("h1:focus", { hasText: "Vas a proponer esto" }).waitFor();
    expect(callsTo("answerOffer")).toHaveLength(0);
    await page.dblclick("text=Confirmo: propongo esto");
    await page.locator("h1", { hasText: "Reclamo RE-2026-004192-7" }).waitFor();
    expect(callsTo("answerOffer")).toHaveLength(1);
    expect(bodyOf("answerOffer")).toEqual({
      accepted: false,
      counter: { m3: 15, instalments: 3, says: "Usé como siempre." },
    });
  });

  it.each([
    ["no water at all", "0", "3.10", "como si ese mes no hubieras usado agua"],
    ["the whole receipt", "62", "223.61", "Es lo mismo que te cobraron."],
    ["more than the offer", "20", "60.10", "Es más que lo que la empresa te propone: S/ 39.85."],
    ["less than the offer", "10", "22.00", undefined],
  ])("asks to think over a proposal of %s, before it is sent", async (_, m3, after, doubt) => {
    const { page, violations } = await open({
      ...mine,
      path: "/reclamos/claim1/propuestas/o1/",
      reads: "Proponer otra cosa",
      stubs: { ...acts(offered), priceCounterOffer: answer("priceCounterOffer", { after }) },
    });
    await page.click("text=Proponer otra cosa");
    await page.fill("#m3", m3);
    await send(page);
    await page.locator("h1:focus", { hasText: "Vas a proponer esto" }).waitFor();
    const said = (await page.locator("main").innerText()).replaceAll("\u00a0", " ");
    for (const one of ["no hubieras usado agua", "lo mismo que te cobraron", "Es más que lo que la empresa"])
      expect(said.includes(one)).toBe(doubt?.includes(one) ?? false);
    if (doubt) expect(said).toContain(doubt);
    await expectSound(page, violations);
  });

  it("about no receipt says nothing of receipts", async () => {
    const ofProblem = { ...claim, receipts: [], hold: "released" as const };
    const { page } = await open({
      ...{ ...mine, path: "/reclamos/claim1/", reads: "Qué más puedes hacer" },
      stubs: acts(ofProblem),
    });
    expect(await page.locator("main").innerText()).not.toMatch(/recibos? ya no|No cortar/);
    await page.click("text=Desistir de mi reclamo");
    await page.click("text=Del reclamo mismo");
    await send(page);
    await page.getByText("El reclamo termina sin decisión. No podrás reclamar otra vez por lo mismo.").waitFor();
  });

  it("says until when its receipts may be claimed again, before it is withdrawn and as it is", async () => {
    const [receipt] = claim.receipts.map((one) => ({ ...one, claimUntil: "2027-01-18" }));
    if (!receipt) throw new RangeError("a claim without a receipt");
    const over = { ...receipt, number: "S001-00044013", period: "2026-09", claimUntil: "2026-11-20" };
    const stubs = acts({ ...claim, receipts: [receipt, over] });
    const at = { ...mine, path: "/reclamos/claim1/desistir/", stubs };
    const until = "octubre de 2026 por lo menos hasta el lunes 18 de enero de 2027.";
    const { page } = await open({ ...at, reads: until });
    await page.getByText("setiembre de 2026 terminó el viernes 20 de noviembre de 2026, salvo").waitFor();
    expect(await page.getByText("Podrás presentar otro reclamo si").count()).toBe(0);
    await page.click("text=De este trámite");
    await send(page);
    await page.locator("h1:focus", { hasText: "Vas a desistir" }).waitFor();
    await page.getByText(until).waitFor();
  });

  it("is withdrawn only after a page that says what is lost", async () => {
    const { page } = await open({ ...mine, path: "/reclamos/claim1/desistir/", reads: "¿De qué quieres desistir?" });
    await page.click("text=Del reclamo mismo");
    await send(page);
    await page.locator("h1:focus", { hasText: "Vas a desistir" }).waitFor();
    await page.getByText("y el recibo vuelve a cobrarse. No podrás reclamar otra vez por lo mismo.").waitFor();
    await page.getByText("Después de enviarlo no se puede deshacer.").waitFor();
    expect(callsTo("withdrawClaim")).toHaveLength(0);
    await page.click("text=Sí, desistir");
    await page.locator("h1", { hasText: "Reclamo RE" }).waitFor();
    expect(bodyOf("withdrawClaim")).toEqual({ of: "claim", reason: "" });
  });

  it("asked to be withdrawn says so, and what goes on; once it is over nothing is to come", async () => {
    const asked = { ...claim, withdrawalAskedOn: "2026-11-24" };
    const at = { ...mine, path: "/reclamos/claim1/" };
    const { page } = await open({ ...at, reads: "Pediste desistir el martes 24", stubs: acts(asked) });
    await page.getByText("Hasta entonces todo sigue").waitFor();
    await page.getByText("Te respondemos a más tardar").waitFor();
    const over = { ...claim, state: "withdrawn", next: "nobody", answerBy: undefined, awaits: [] } as const;
    const { page: after } = await open({
      ...at,
      reads: "Todo lo que pasó",
      stubs: acts({ ...over, awaits: [], actions: [] }),
    });
    await after.getByText("Presentado el").first().waitFor();
    expect(await after.getByText("Te respondemos a más tardar").count()).toBe(0);
    expect(await after.locator("dt", { hasText: "Reunión para llegar a un acuerdo" }).count()).toBe(0);
  });

  it("asked to be withdrawn by telephone is kept on with a button, while it can be undone", async () => {
    const actions = ["withdrawal-undone"] as const;
    const withdrawn = {
      ...claim,
      actions: [...actions],
      withdrawalAskedOn: "2026-11-23",
      withdrawalUndoUntil: "2026-11-27",
    };
    const stubs = { ...acts(withdrawn), undoWithdrawal: answer("undoWithdrawal", claim) };
    const { page } = await open({ ...mine, path: "/reclamos/claim1/", reads: "Deshacer mi pedido de desistir", stubs });
    await page.click("text=Deshacer mi pedido de desistir");
    await page.getByText("Hasta el viernes 27 de noviembre").waitFor();
    await send(page);
    await page.locator("h1", { hasText: "Reclamo RE" }).waitFor();
    expect(callsTo("undoWithdrawal")).toHaveLength(1);
  });

  it.each([
    ["the account that filed", true],
    ["no other", undefined],
  ] as const)("offers another key to %s", async (_, mayReplaceKey) => {
    const filed = { ...claim, mayReplaceKey };
    const stubs = { ...acts(filed), replaceKey: answer("replaceKey", filed) };
    const { page } = await open({ ...mine, path: "/reclamos/claim1/", reads: "Qué más puedes hacer", stubs });
    const link = page.getByRole("link", { name: "Cambiar la clave" });
    expect(await link.count()).toBe(mayReplaceKey ? 1 : 0);
    if (!mayReplaceKey) return;
    await link.click();
    await page.getByText("quien entró con ella ya no verá tu reclamo", { exact: false }).waitFor();
    await send(page);
    await page.locator("h1", { hasText: "Reclamo RE" }).waitFor();
    expect(callsTo("replaceKey")).toHaveLength(1);
  });

  it("shows an answer given by telephone, until when it can be changed, and only the other answer", async () => {
    const offers = offered.offers.map((offer) => ({ ...offer, accepted: true, undoUntil: "2026-11-27" }));
    const [offer] = offers;
    const { page } = await open({
      ...{ ...mine, path: `/reclamos/claim1/propuestas/${offer?.offerId}/`, reads: "puedes cambiar tu respuesta" },
      stubs: acts({ ...offered, offers }),
    });
    expect(await page.locator("main .equal button").allTextContents()).toEqual(["No aceptar"]);
  });

  it("names the recourse that is withdrawn, and the tribunal once it has the file", async () => {
    const { page } = await open({
      ...mine,
      path: "/reclamos/claim1/desistir/",
      reads: "Desistir de la apelación",
      stubs: acts({ ...decided, state: "elevated", actions: ["withdrawal-requested"] }),
    });
    expect(await page.locator("input[name=of]").count()).toBe(0);
    await page.click("text=Continuar");
    await page.getByText("le enviamos tu pedido y él decide si lo acepta").waitFor();
    await page.click("text=Sí, desistir");
    await page.locator("h1", { hasText: "Reclamo RE" }).waitFor();
    expect(bodyOf("withdrawClaim")).toEqual({ of: "procedure", reason: "" });
  });

  it("files a queja with the duty that was not kept, and shows its number", async () => {
    const filed = { submissionId: "f2", submissionNumber: "MP-2026-000002-1", filedAt: "2026-11-06T15:00:00.000Z" };
    const { page } = await open({
      ...mine,
      path: "/reclamos/claim1/queja/",
      reads: "¿De qué te quejas?",
      stubs: { fileQueja: answer("fileQueja", { ...filed, filedOn: "2026-11-06", claim }) },
    });
    await page.click("text=Demoran demasiado");
    await page.fill("#duty", "Responder en plazo.");
    await page.fill("#facts", "Nadie responde.");
    await page.click("text=Presentar mi queja");
    await page.getByText("MP-2026-000002-1").waitFor();
    expect(bodyOf("fileQueja")).toEqual({
      ground: "delay",
      duty: "Responder en plazo.",
      facts: "Nadie responde.",
      uploadIds: [],
    });
  });

  it("answers an observation under what it asks for, and keeps what is typed through a reload", async () => {
    const { page } = await open({
      ...mine,
      path: "/reclamos/claim1/corregir/",
      reads: "No se lee la foto del recibo.",
      stubs: acts(observed),
    });
    await page.fill("#answer", "Aquí va el poder.");
    await page.reload();
    await page.locator("#answer").waitFor();
    await expect.poll(() => page.inputValue("#answer")).toBe("Aquí va el poder.");
    await page.click("text=Enviar lo que corrijo");
    await page.locator("h1", { hasText: "Reclamo RE" }).waitFor();
    expect(bodyOf("remedyClaim")).toEqual({ answer: "Aquí va el poder.", uploadIds: [] });
  });

  it("a reconsideration goes without new evidence too, which is asked for later", async () => {
    const { page } = await open({
      ...mine,
      path: "/reclamos/claim1/revision/",
      reads: "te lo pediremos una vez",
      stubs: {
        ...acts(decided),
        fileRecourse: answer(
          "fileRecourse",
          {
            ...{ submissionId: "f1", submissionNumber: "MP-2026-004192-7", late: false, claim: askedFor },
            ...{ filedAt: "2026-11-23T15:00:00.000Z", filedOn: "2026-11-23" },
          },
          201,
        ),
      },
    });
    await page.fill("#grounds", "El control no se hizo.");
    await page.click("text=La empresa, con una prueba nueva");
    await send(page);
    await page.getByText("si no la envías, la empresa decide sin ella").first().waitFor();
    expect(callsTo("fileRecourse")).toHaveLength(0);
    await send(page);
    await page.locator("h1:focus", { hasText: "Recibimos tu pedido de revisión" }).waitFor();
    await page.getByText("te responde a más tardar el viernes 15 de enero de 2027.").waitFor();
    await page.locator("p:has-text('Falta la prueba nueva.') a[href='/reclamos/claim1/prueba/']").waitFor();
    expect(bodyOf("fileRecourse")).toEqual({
      kind: "reconsideration",
      grounds: "El control no se hizo.",
      uploadIds: [],
    });
  });

  it("an appeal shows its number, and that it came late", async () => {
    const { page } = await open({
      ...mine,
      path: "/reclamos/claim1/revision/",
      reads: "¿Quién quieres que la revise?",
      stubs: acts(decided),
    });
    await page.fill("#grounds", "El control no se hizo.");
    await page.click("text=El tribunal de SUNASS (apelación)");
    await send(page);
    await page.locator("h1:focus", { hasText: "Recibimos tu pedido de revisión" }).waitFor();
    await page.getByText("MP-2026-004192-7").waitFor();
    await page.getByText("Lo presentaste después del plazo.").waitFor();
    expect(bodyOf("fileRecourse")).toEqual({ kind: "appeal", grounds: "El control no se hizo.", uploadIds: [] });
  });

  it.each([
    ["/revision/", "¿Quién quieres que la revise?", "fileRecourse"],
    ["/ampliar/", "Agregar algo a mi reclamo", "extendClaim"],
  ] as const)("takes no file that did not arrive: %s", async (form, reads, route) => {
    const lost = { ...upload(), upload: { ...upload().upload, url: "http://127.0.0.1:1/closed" } };
    const shown = { ...decided, actions: [...decided.actions, "claim-extended" as const] };
    const { page } = await open({
      ...{ ...mine, path: `/reclamos/claim1${form}`, reads },
      stubs: { ...acts(shown), startUpload: answer("startUpload", lost, 201) },
    });
    await page.fill("#grounds", "El control no se hizo.");
    if (form === "/revision/") await page.click("text=La empresa, con una prueba nueva");
    await page.setInputFiles("#uploadIds", {
      name: "queja.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("%PDF-1.7"),
    });
    await page.getByText("«queja.pdf» no llegó completo").waitFor();
    await send(page);
    await page.locator("[role=alert]:focus", { hasText: "hay que revisarlo o quitarlo" }).waitFor();
    expect(callsTo(route)).toEqual([]);
  });

  it("says that a file is on its way only while it is", async () => {
    const { page } = await open({
      ...mine,
      path: "/reclamos/claim1/revision/",
      reads: "¿Quién quieres que la revise?",
      stubs: { ...acts(decided), startUpload: { ...answer("startUpload", upload(), 201), delayMs: 1500 } },
    });
    await page.fill("#grounds", "El control no se hizo.");
    await page.click("text=La empresa, con una prueba nueva");
    await page.setInputFiles("#uploadIds", {
      name: "prueba.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("%PDF-1.7"),
    });
    await send(page);
    const waits = page.locator("[role=alert]", { hasText: "Espera a que tus archivos terminen de subir" });
    await waits.waitFor();
    await waits.waitFor({ state: "detached" });
    expect(callsTo("fileRecourse")).toEqual([]);
  });

  it("explains and chooses the appeal where only that is left", async () => {
    const only = { ...decided, state: "reconsideration-notified" as const, actions: ["appeal-filed" as const] };
    const { page } = await open({
      ...mine,
      path: "/reclamos/claim1/revision/",
      reads: "no necesitas pruebas nuevas",
      stubs: acts(only),
    });
    expect(await page.locator("main").innerText()).not.toContain("decide otra vez la empresa");
    expect(await page.isChecked("input[name=kind][value=appeal]")).toBe(true);
  });

  it("asks a claimant whose notification is not recorded whether they have the decision", async () => {
    const { page } = await open({
      ...mine,
      path: "/reclamos/claim1/",
      reads: "Ya tengo la decisión y no estoy de acuerdo",
      stubs: acts(unnotified),
    });
    await page.click("text=Ya tengo la decisión y no estoy de acuerdo");
    await page.fill("#grounds", "El control no se hizo.");
    await page.click("text=El tribunal de SUNASS (apelación)");
    await page.check("input[name=knowsDecision][value=no]");
    await send(page);
    await page.getByText("Espera a tener la decisión").first().waitFor();
    expect(callsTo("fileRecourse")).toEqual([]);
    await page.check("input[name=knowsDecision][value=yes]");
    await send(page);
    await page.locator("h1:focus", { hasText: "Recibimos tu pedido de revisión" }).waitFor();
    expect(bodyOf("fileRecourse")).toMatchObject({ kind: "appeal", knowsDecision: true });
  });

  it("is opened from a link with its key, which is kept through the sign-in and then removed from the address", async () => {
    const { page } = await open({
      path: "/retomar/#codigo=RE-2026-004192-0&clave=claimkeyclaimkeyclaim1",
      reads: "Ingresa para seguir",
    });
    await page.click("main .button");
    await page.locator("#claimKey").waitFor();
    expect(await page.inputValue("#claimKey")).toBe("claimkeyclaimkeyclaim1");
    await expect.poll(() => new URL(page.url()).hash).toBe("");
    await page.fill("#code", "RE-2026-004192-7");
    await send(page);
    await page.locator("h1", { hasText: "Reclamo RE-2026-004192-7" }).waitFor();
    expect(bodyOf("openClaim")).toEqual({ code: "RE-2026-004192-7", claimKey: "claimkeyclaimkeyclaim1" });
  });

  it("keeps the code and the key of its form through the sign-in that a lapsed session asks for", async () => {
    const { page } = await open({
      ...{ ...mine, refreshToken: "ended" },
      path: "/retomar/#codigo=RE-2026-004192-0&clave=claimkeyclaimkeyclaim1",
      reads: "Clave del reclamo",
    });
    await expect.poll(() => new URL(page.url()).hash).toBe("");
    await page.fill("#code", "RE-2026-004192-7");
    await send(page);
    await page.getByRole("button", { name: "Ingresar otra vez" }).click();
    await expect.poll(() => page.inputValue("#code").catch(() => "")).toBe("RE-2026-004192-7");
    await send(page);
    await page.locator("h1", { hasText: "Reclamo RE-2026-004192-7" }).waitFor();
    expect(bodyOf("openClaim")).toEqual({ code: "RE-2026-004192-7", claimKey: "claimkeyclaimkeyclaim1" });
  });
});

describe("a recourse of a decided claim whose notification is on record", () => {
  it("is sent without an answer to a question that is not asked", async () => {
    const { unnotifiedDecision: _, ...notified } = unnotified;
    const { page } = await open({
      ...{ ...mine, path: "/reclamos/claim1/revision/", reads: "El tribunal de SUNASS (apelación)" },
      stubs: acts(notified),
    });
    await page.fill("#grounds", "El control no se hizo.");
    await page.click("text=El tribunal de SUNASS (apelación)");
    await send(page);
    await page.locator("h1:focus", { hasText: "Recibimos tu pedido de revisión" }).waitFor();
    expect(bodyOf("fileRecourse")).not.toHaveProperty("knowsDecision");
  });
});

describe("a claimant whose document is not the register's", () => {
  it("reads what to bring and that the claim goes on, and never that there is nothing to do", async () => {
    const { page } = await open({
      ...mine,
      path: "/reclamos/claim1/",
      reads: "El recibo no está a nombre de tu documento",
      stubs: acts(unproved),
    });
    const text = await page.locator("main").innerText();
    expect(text).toContain("Tu reclamo sigue");
    expect(text).toContain("usas el servicio");
    expect(text).not.toContain("No tienes que hacer nada");
    expect(text.toLowerCase()).not.toContain("desistir de");
    await page.locator("a[href='/reclamos/claim1/ampliar/']", { hasText: "Agregar un documento" }).waitFor();
  });

  it("is led to the document desk once the term to add to the claim is over", async () => {
    const { page } = await open({
      ...mine,
      path: "/reclamos/claim1/",
      reads: "preséntalo por la mesa de partes",
      stubs: acts({ ...unproved, actions: ["queja-filed"] }),
    });
    await page.locator("main .notice a[href$='?reclamo=claim1']", { hasText: "Presentar un documento" }).waitFor();
    expect(await page.locator("main").innerText()).not.toContain("agrégalo a tu reclamo");
  });
});

describe("a claimant who was not notified of an observation", () => {
  it("is asked, with the last day and what is lost, before their days begin: no first button begins them", async () => {
    const unknown = { ...observed, remedyIfKnown: "2026-11-25" };
    const stubs = { ...acts(unknown), knowObservation: answer("knowObservation", observed) };
    const path = "/reclamos/claim1/corregir/";
    const { page } = await open({ ...mine, path, reads: "todavía no corren", stubs });
    expect(await page.locator("main .button").first().textContent()).toBe("Enviar lo que corrijo");
    await page.click("text=Ya lo leí: empezar hoy mis días");
    await page.locator("h1:focus", { hasText: "Vas a empezar hoy" }).waitFor();
    const text = await page.locator("main").innerText();
    expect(text).toContain("sería el miércoles 25 de noviembre de 2026.");
    expect(text).toContain("queda como no presentado");
    expect(await page.locator("main .button").first().textContent()).toBe("Volver y corregirlo");
    await page.click("text=Volver y corregirlo");
    await page.locator("#answer").waitFor();
    expect(callsTo("knowObservation")).toHaveLength(0);
    await page.click("text=Ya lo leí: empezar hoy mis días");
    await page.locator("h1:focus", { hasText: "Vas a empezar hoy" }).waitFor();
    await page.dblclick("text=Ya lo leí: empezar hoy mis días");
    await page.waitForURL(/\/reclamos\/claim1\/$/);
    expect(callsTo("knowObservation")).toHaveLength(1);
  });
});

describe("the consent to be notified by e-mail", () => {
  it("given by telephone says from when it counts, and is undone with a button", async () => {
    const pending = { ...claim, notifyByEmail: false, notifyByEmailAfter: "2026-11-27" };
    const stubs = {
      ...acts(pending),
      consentToNotices: answer("consentToNotices", { ...claim, notifyByEmail: false }),
    };
    const { page } = await open({ ...mine, path: "/reclamos/claim1/", reads: "vale pasado el viernes 27", stubs });
    await page.click("text=Ya no quiero notificaciones por correo");
    await page.getByText("Las decisiones te las llevamos a tu dirección").waitFor();
    expect(bodyOf("consentToNotices")).toEqual({ channel: "email", granted: false });
  });

  it("is withdrawn with a button, and given again", async () => {
    const stubs = { consentToNotices: answer("consentToNotices", { ...claim, notifyByEmail: false }) };
    const { page } = await open({ ...mine, path: "/reclamos/claim1/", reads: "Cómo te notificamos", stubs });
    await page.click("text=Ya no quiero notificaciones por correo");
    await page.getByText("Las decisiones te las llevamos a tu dirección").waitFor();
    expect(bodyOf("consentToNotices")).toEqual({ channel: "email", granted: false });
    await page.getByText("Acepto notificaciones por correo").waitFor();
  });
});

describe("a notice", () => {
  it("is not acknowledged by opening it; the button says what follows, and then the decision is shown", async () => {
    const { page } = await open({ path: "/notificacion/k/", reads: "Todavía no empieza ningún plazo" });
    await page.getByText("empieza el día hábil siguiente").waitFor();
    expect(callsTo("acknowledgeNotice")).toHaveLength(0);
    expect(await page.getByText("No te dimos la razón").count()).toBe(0);
    await page.dblclick("text=Confirmo que la recibí");
    await page.locator("h2:focus", { hasText: "No te dimos la razón" }).waitFor();
    expect(callsTo("acknowledgeNotice")).toHaveLength(1);
    await page.getByText("martes 15 de diciembre de 2026").waitFor();
  });
});

describe("the document desk", () => {
  it("gives the certificate of an outage without a sign-in", async () => {
    const times = { from: "2026-11-20T15:00:00.000Z", to: "2026-11-20T21:00:00.000Z" };
    const outage = { outageId: "o1", number: "CAIDA-20261120-1000", ...times, certificate: "ready" } as const;
    const certificate = {
      url: `${site.uploads}/evidence`,
      sha256: "a".repeat(64),
      fileName: "certificado-CAIDA-20261120-1000.pdf",
      expiresAt: "2026-11-23T14:43:00.000Z",
    };
    const { page } = await open({
      path: "/mesa-de-partes/",
      reads: "Descargar certificado",
      stubs: {
        listOutages: answer("listOutages", { outages: [outage] }),
        downloadOutageCertificate: answer("downloadOutageCertificate", certificate),
      },
    });
    await page.click("text=Descargar certificado");
    await expect.poll(() => callsTo("downloadOutageCertificate").length).toBe(1);
  });

  const attachmentsOf = (page: Page) => page.locator(".files");
  const queja = (text = "%PDF-1.7") => ({ name: "queja.pdf", mimeType: "application/pdf", buffer: Buffer.from(text) });

  it("keeps files that arrived through a reload, and sends them with what was typed", async () => {
    const { page } = await open({ ...mine, path: "/mesa-de-partes/", reads: "En un día puedes presentar" });
    await page.fill("#subject", "Queja por demora");
    await page.fill("#presenter", "CLIENTE DE PRUEBA UNO");
    await page.setInputFiles("#uploadIds", queja());
    await attachmentsOf(page).getByText("Recibido", { exact: true }).waitFor();
    await page.reload();
    await attachmentsOf(page).getByText("queja.pdf").first().waitFor();
    await attachmentsOf(page).getByText("Recibido", { exact: true }).waitFor();
    await send(page);
    await page.locator("h1", { hasText: "Documento MP-2026-004192-7" }).waitFor();
    expect(callsTo("startUpload")).toHaveLength(1);
    expect(bodyOf("fileDocument")).toMatchObject({ subject: "Queja por demora", uploadIds: ["u9"] });
    await page.goBack();
    await page.locator("#subject").waitFor();
    expect(await attachmentsOf(page).count()).toBe(0);
  });

  it("sends a file that a reload cut off for the same upload, once the same file is chosen again", async () => {
    const lost = { ...upload(), upload: { ...upload().upload, url: "http://127.0.0.1:1/closed" } };
    const { page } = await open({
      ...mine,
      path: "/mesa-de-partes/",
      reads: "En un día puedes presentar",
      stubs: { startUpload: answer("startUpload", lost, 201), renewUpload: answer("renewUpload", upload(), 201) },
    });
    await page.setInputFiles("#uploadIds", queja());
    await page.getByText("«queja.pdf» no llegó completo").waitFor();
    await page.reload();
    await page.getByText("«queja.pdf» se quedó a medias. Elige otra vez el mismo archivo").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.setInputFiles("#uploadIds", queja());
    await attachmentsOf(page).getByText("Recibido", { exact: true }).waitFor();
    expect(await attachmentsOf(page).locator("li").count()).toBe(1);
    expect([callsTo("startUpload").length, callsTo("renewUpload").length]).toEqual([1, 1]);
    // A file of the same name and other bytes is another file.
    await page.setInputFiles("#uploadIds", queja("%PDF-1.4"));
    await attachmentsOf(page).locator("li").nth(1).waitFor();
    await expect.poll(() => [callsTo("startUpload").length, callsTo("renewUpload").length]).toEqual([2, 1]);
  });

  /** Opens the form and chooses a file whose sending cannot begin; `again` is the button that sends it once more. */
  async function notBegun() {
    const { page } = await open({
      ...mine,
      path: "/mesa-de-partes/",
      reads: "En un día puedes presentar",
      stubs: { startUpload: gatewaySays(503) },
    });
    await page.setInputFiles("#uploadIds", queja());
    const again = page.getByRole("button", { name: "Enviar otra vez queja.pdf" });
    await again.waitFor();
    return { page, again };
  }

  it("has after a reload a file that was never announced, and takes the same one in its place", async () => {
    const { page } = await notBegun();
    await page.reload();
    await page.getByText("«queja.pdf» se quedó a medias. Elige otra vez el mismo archivo").waitFor();
    site.stubs = { ...site.stubs, startUpload: answer("startUpload", upload(), 201) };
    await page.setInputFiles("#uploadIds", queja());
    await attachmentsOf(page).getByText("Recibido", { exact: true }).waitFor();
    expect(await attachmentsOf(page).locator("li").count()).toBe(1);
  });

  it("sends a file whose sending could not begin, once asked to", async () => {
    const { page, again } = await notBegun();
    site.stubs = { ...site.stubs, startUpload: answer("startUpload", upload(), 201) };
    await again.click();
    await attachmentsOf(page).getByText("Recibido", { exact: true }).waitFor();
    expect(await attachmentsOf(page).locator("li").count()).toBe(1);
  });

  it("presents a recourse in words alone", async () => {
    const { page } = await open({ ...mine, path: "/mesa-de-partes/?reclamo=claim1", reads: "Lo que presentaste" });
    await page.fill("#subject", "Apelación");
    await page.fill("#presenter", "CLIENTE DE PRUEBA UNO");
    await page.fill("#text", "No estoy de acuerdo con la decisión.");
    await page.check("input[name=against][value=yes]");
    await send(page);
    await page.locator("h1", { hasText: "Documento MP-2026-004192-7" }).waitFor();
    expect(bodyOf("fileDocument")).toMatchObject({ kind: "document", againstDecision: true, uploadIds: [] });
  });

  it("presents a document once, about a claim, and shows what proves it", async () => {
    const { page } = await open({ ...mine, path: "/mesa-de-partes/?reclamo=claim1", reads: "Lo que presentaste" });
    await page.fill("#subject", "Queja por demora");
    await page.fill("#presenter", "CLIENTE DE PRUEBA UNO");
    await page.setInputFiles("#uploadIds", {
      name: "queja.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("%PDF-1.7"),
    });
    await page.locator(".files").getByText("Recibido", { exact: true }).waitFor();
    await page.dblclick("main button[type=submit]");
    await page.locator("h1", { hasText: "Documento MP-2026-004192-7" }).waitFor();
    expect(callsTo("fileDocument")).toHaveLength(1);
    expect(bodyOf("fileDocument")).toMatchObject({
      kind: "document",
      subject: "Queja por demora",
      text: "",
      presenter: "CLIENTE DE PRUEBA UNO",
      claimId: "claim1",
      uploadIds: ["u9"],
    });
    await page.getByText("e".repeat(64)).waitFor();
  });
});
