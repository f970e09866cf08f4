import { describe, expect, it } from "vitest";
import { stepSlugs, stepTitles } from "../../../../web/site/filing/claim-steps.words.ts";
import { faultsOf, openPage } from "../../browser.ts";
import { answers, draftOf } from "../../claim-fixtures.ts";
import { empty, mine, open, type State, send, serveClaims, step, upload, uploadIn, usual } from "../../claim-site.ts";
import { answer, gatewaySays, refusal } from "../../fixtures.ts";
import { keyboardOf } from "../../keyboard.ts";
import { bodyOf, browser, callsTo, expectReadAloud, site } from "../../served.ts";

serveClaims();

describe("the guided claim", () => {
  it.each(stepSlugs)("%s says that nothing is sent yet, names itself in the title, and is read aloud", async (slug) => {
    const { page } = await open({ ...mine, path: step(slug), reads: "Borrador. Todavía no has enviado tu reclamo." });
    await expect.poll(() => page.title()).toBe(`Paso: ${stepTitles[slug]} – Reclamo – EPS Moquegua`);
    await page.getByText("Guardar y salir").waitFor();
    await page.locator("main form button[type=submit]").waitFor();
    await expectReadAloud(page, `claim-${stepSlugs.indexOf(slug) + 1}-${slug}`);
  });

  it("is done with the keyboard alone, from the start to the code", async () => {
    site.stubs = { ...usual(), ...empty, listClaims: answer("listClaims", { claims: [] }) };
    const { page, violations } = await openPage(browser, site.origin, mine);
    await page.goto(`${site.origin}/reclamar/`);
    await page.locator("main form").waitFor();
    await page.locator("h1").focus();

    const { tabTo, arrive, choose, type, onward } = keyboardOf(page);

    await choose("linkId");
    await onward();
    await arrive("recibo");
    await choose("receipts");
    await onward();
    await arrive("motivo");
    await choose("reason");
    await onward();
    await arrive("explicacion");
    await page.getByText("Con esto me queda claro").waitFor();
    await tabTo("button[type=submit]");
    await onward();
    await arrive("fugas");
    await choose("leakCheck", 1);
    await onward();
    await arrive("medidor");
    await type("meterReading", "481");
    await onward();
    await arrive("relato");
    await type("grounds", "El recibo subió cuatro veces.");
    await tabTo("button[type=submit]");
    await onward();
    await arrive("archivos");
    await page.locator("#uploadIds").waitFor();
    await tabTo("button[type=submit]");
    await onward();
    await arrive("contraste");
    await choose("meterTest", 1);
    await onward();
    await arrive("visita");
    await choose("visitPreference", 2);
    await onward();
    await arrive("pedido");
    await choose("request");
    await onward();
    await arrive("quien");
    await choose("as");
    await type("givenNames", "CLIENTE DE PRUEBA");
    await type("paternalSurname", "UNO");
    await type("number", "00000001");
    await type("address", "Calle de Prueba 100");
    await onward();
    await arrive("avisos");
    await type("telephone", "987 654 321");
    expect(await page.locator("[name=notifyByEmail]").count()).toBe(0);
    await type("email", "nombre@ejemplo.pe");
    await choose("notifyByEmail", 1);
    await onward();
    await arrive("reunion");
    await choose("hearingMode", 1);
    await onward();
    await arrive("revisar");
    expect(callsTo("fileClaim")).toHaveLength(0);
    await page.locator(".review").waitFor();
    await choose("leaflet");
    await choose("privacyNoticeRead");
    await choose("declares");
    await tabTo("button[type=submit]");
    await onward();
    await page.locator("h1:focus", { hasText: "Recibimos tu reclamo" }).waitFor();
    await page.getByText("claimkeyclaimkeyclaim1").waitFor();
    await expectReadAloud(page, "claim-filed");

    expect(callsTo("fileClaim")).toHaveLength(1);
    expect(bodyOf("fileClaim")).toMatchObject({
      linkId: "a1",
      claimType: "F01",
      receipts: [{ number: "S001-00045013", period: "2026-10" }],
      leakCheck: "found-and-repaired",
      meterReading: 481,
      meterTest: false,
      leaflet: true,
      privacyNoticeRead: true,
      declares: true,
      visitPreference: "any",
      hearingMode: "virtual",
      request: "bill-normal-use",
      uploadIds: [],
      claimant: {
        standing: { as: "holder" },
        document: { kind: "DNI", number: "00000001" },
        telephone: "987 654 321",
        notifyByEmail: false,
      },
    });
    expect(violations).toEqual([]);
  });

  it("goes on from what was saved, on another machine", async () => {
    const { page } = await open({ ...mine, path: "/reclamos/", reads: "Reclamos que empezaste y no enviaste" });
    await page.click("main >> text=Continuar");
    await page.getByText("CLIENTE DE PRUEBA UNO").waitFor();
    await page.click("text=Cambiar Lo que cuentas");
    await page.locator("h1:focus", { hasText: "Cuéntanos qué pasó" }).waitFor();
    expect(await page.inputValue("#grounds")).toBe(answers.grounds);
    await page.fill("#grounds", "Otra vez lo mismo.");
    await send(page);
    await page.locator("h1:focus", { hasText: "Revisa tu reclamo" }).waitFor();
    await page.getByText("Otra vez lo mismo.").waitFor();
    expect(bodyOf("saveDraft").answers).toMatchObject({ grounds: "Otra vez lo mismo.", writeKey: answers.writeKey });
  });

  it("resumes a draft at the first question that is not answered", async () => {
    const others = { ...answers, grounds: "" };
    const listDrafts = answer("listDrafts", { drafts: [draftOf(others)] });
    const showDraft = answer("showDraft", draftOf(others));
    const { page } = await open({
      ...mine,
      path: "/reclamos/",
      reads: "no enviaste",
      stubs: { listDrafts, showDraft },
    });
    await page.click("main >> text=Continuar");
    await page.locator("h1", { hasText: stepTitles.relato }).waitFor();
    expect(await page.inputValue("#grounds")).toBe("");
  });

  it("goes on where the account cannot be reached, keeps it through a reload, and saves it when it can", async () => {
    const { page } = await open({
      ...mine,
      path: step("relato"),
      reads: "Con tus palabras",
      stubs: { saveDraft: gatewaySays(503) },
    });
    await page.fill("#grounds", "Lo que escribí sin que se guarde.");
    await send(page);
    await page.locator("h1", { hasText: stepTitles.archivos }).waitFor();
    await page.goto(site.origin + step("relato"));
    await page.locator("#grounds").waitFor();
    expect(await page.inputValue("#grounds")).toBe("Lo que escribí sin que se guarde.");
    site.stubs = usual();
    await send(page);
    await page.locator("h1", { hasText: stepTitles.archivos }).waitFor();
    expect(bodyOf("saveDraft").answers.grounds).toBe("Lo que escribí sin que se guarde.");
  });

  it("says that there is no network where the next question cannot be loaded, and asks it once there is one", async () => {
    const { page } = await open({ ...mine, path: step("pedido"), reads: stepTitles.pedido });
    await page.locator("main input[type=radio]").first().check();
    // An earlier test may have left the question's script with the browser.
    await page.route("**/assets/*.js", (route) => route.abort());
    await page.context().setOffline(true);
    await send(page);
    const again = page.getByRole("button", { name: "Volver a intentar" });
    await again.first().waitFor();
    // That the draft was not saved may be said as well.
    for (const why of await page.locator("main [role=alert]").allInnerTexts())
      expect(why).toContain("Estás sin conexión");
    await page.unroute("**/assets/*.js");
    await page.context().setOffline(false);
    // More than one part of the page may have been lacking.
    const asked = async () => {
      if ((await again.count()) > 0) await again.first().click();
      return page.locator("#givenNames").count();
    };
    await expect.poll(asked, { timeout: 20_000 }).toBe(1);
  });

  it("says why the account does not take a draft, and leaves nothing of it on the phone after «Salir»", async () => {
    const { page } = await open({
      ...mine,
      path: step("relato"),
      reads: "Con tus palabras",
      stubs: { saveDraft: refusal("too-many-drafts") },
    });
    await page.fill("#grounds", "Uno más.");
    await send(page);
    await page.locator("[role=alert]:focus").waitFor();
    await expect.poll(() => page.title()).toMatch(/^Error: /);
    expect(await page.evaluate("Object.keys(localStorage)")).toEqual(["caudal.draft.draft1"]);
    await page.getByRole("button", { name: "Salir", exact: true }).click();
    await expect.poll(() => page.evaluate("Object.keys(localStorage)")).toEqual([]);
  });

  it("keeps what was typed on going back, without waiting for «Continuar»", async () => {
    const { page } = await open({ ...mine, path: step("relato"), reads: "Con tus palabras" });
    await page.fill("#grounds", "A medio escribir");
    await page.click(".back a");
    await page.locator("h1", { hasText: stepTitles.medidor }).waitFor();
    await page.goBack();
    await page.locator("#grounds").waitFor();
    expect(await page.inputValue("#grounds")).toBe("A medio escribir");
  });

  it("says what is wrong beside the field with the words of the summary, which takes the focus", async () => {
    const { page } = await open({ ...mine, path: step("avisos"), reads: stepTitles.avisos });
    await page.fill("#telephone", "12");
    await send(page);
    await page.locator("[role=alert]:focus").waitFor();
    expect(await page.locator("#telephone-error").textContent()).toContain("Escribe un celular de 9 dígitos");
    await page.click(".summary a");
    await page.locator("#telephone:focus").waitFor();
    expect(await page.inputValue("#telephone")).toBe("12");
    expect(callsTo("saveDraft").filter(({ body }) => body.includes('12"')).length).toBeLessThanOrEqual(1);
  });

  it("says to who inherits what to choose, since nobody represents who died", async () => {
    const { page } = await open({ ...mine, path: step("quien"), reads: stepTitles.quien });
    await page.getByLabel("Represento al titular").check();
    expect(await page.locator("form").innerText()).toContain("Si heredaste la casa, elige «Soy el propietario».");
  });

  it("files one claim however often it is sent: one call for a double click, one key for every try", async () => {
    const { page } = await open({
      ...mine,
      path: step("revisar"),
      reads: "Declaro que lo que digo",
      stubs: { fileClaim: { ...gatewaySays(503), delayMs: 1500 } },
    });
    await page.dblclick("main button[type=submit]");
    await page.locator("[role=alert]:focus").waitFor();
    expect(callsTo("fileClaim")).toHaveLength(1);
    await page.reload();
    await page.getByText("Declaro que lo que digo").waitFor();
    site.stubs = usual();
    await send(page);
    await page.locator("h1:focus", { hasText: "Recibimos tu reclamo" }).waitFor();
    const keys = callsTo("fileClaim").map(({ headers }) => headers["idempotency-key"]);
    expect(keys).toEqual([answers.writeKey, answers.writeKey]);
    expect(bodyOf("fileClaim")).toMatchObject({
      draftId: "draft1",
      uploadIds: ["u1"],
      claimant: { standing: { as: "representative", acts: ["conciliate"] }, notifyByEmail: true },
    });
  });

  it("says that the claim was filed already if its key was used with another content", async () => {
    const { page } = await open({
      ...mine,
      path: step("revisar"),
      reads: "Declaro que lo que digo",
      stubs: { fileClaim: refusal("write-key-used") },
    });
    await send(page);
    await page.getByText("Ya recibimos este reclamo.").waitFor();
    expect(await page.locator("main p a", { hasText: "Mis reclamos" }).getAttribute("href")).toBe("/reclamos/");
  });

  it("links a refused answer to its step, with its message beside the field", async () => {
    const fileClaim = refusal("invalid-request", [
      { field: "body.claimant.address", message: "Escribe una dirección completa." },
    ]);
    const { page } = await open({
      ...mine,
      path: step("revisar"),
      reads: "Declaro que lo que digo",
      stubs: { fileClaim },
    });
    await send(page);
    await page.click(".summary a");
    await page.locator("#address-error", { hasText: "Escribe una dirección completa." }).waitFor();
    await page.fill("#address", "Calle de Prueba 200, Moquegua");
    site.stubs = usual();
    await send(page);
    await page.getByText("Calle de Prueba 200, Moquegua").waitFor();
    expect(new URL(page.url()).pathname).toBe(step("revisar"));
  });

  it("shows a filed claim's code, hour, answer day and cargo on one screen, and its key once", async () => {
    const { page } = await open({ ...mine, path: step("revisar"), reads: "Declaro que lo que digo" });
    await send(page);
    await page.getByText("Descargar cargo (PDF)").waitFor();
    const bottom = await page.evaluate<number>("document.querySelector('main .button').getBoundingClientRect().bottom");
    expect(bottom).toBeLessThan(740);
    for (const words of [
      "RE-2026-004192-7",
      "viernes 15 de enero de 2027",
      "23 de noviembre de 2026, 9:42",
      "RE-2026-000009-4",
    ])
      await page.getByText(words).first().waitFor();
    expect(await page.evaluate("JSON.stringify({ ...sessionStorage, ...localStorage })")).not.toContain("claimkey");
    await page.reload();
    await page.getByText("Descargar cargo (PDF)").waitFor();
    expect(await page.getByText("claimkeyclaimkeyclaim1").count()).toBe(0);
  });

  it("says of a long sending that it goes on, and that nothing is filed twice", async () => {
    const stubs = { fileClaim: { ...gatewaySays(503), delayMs: 9000 } };
    const { page } = await open({ ...mine, path: step("revisar"), reads: "Declaro que lo que digo", stubs });
    await send(page);
    await page.getByText("Tu reclamo se sigue enviando: no cierres esta página.").waitFor();
    await page.locator("[role=alert]:focus").waitFor();
    await expect.poll(() => page.getByText("se sigue enviando").count()).toBe(0);
  });

  it("is filed without a file that was found bad meanwhile, which the page of the filed claim names", async () => {
    const stubs = { showUpload: uploadIn("refused") };
    const { page } = await open({ ...mine, path: step("revisar"), reads: "Declaro que lo que digo", stubs });
    await send(page);
    await page.getByText("No pudimos abrir: medidor.jpg.").waitFor();
    expect(bodyOf("fileClaim").uploadIds).toEqual([]);
  });

  it("begins at once from a receipt of a linked supply, in the account", async () => {
    const { page } = await open({
      ...mine,
      path: "/mis-suministros/a1/recibos/2026-10/",
      reads: "Reclamar este recibo",
    });
    await page.click("text=Reclamar este recibo");
    await page.locator("h1:focus", { hasText: stepTitles.motivo }).waitFor();
    expect(bodyOf("saveDraft").answers).toMatchObject({ linkId: "a1", receipts: ["2026-10 S001-00045013"] });
    expect(bodyOf("saveDraft").answers.writeKey).toMatch(/^[0-9a-f-]{36}$/);
    await page.click(".back a");
    await page.locator("h1", { hasText: stepTitles.recibo }).waitFor();
    expect(await page.locator("input[name=receipts]:checked").inputValue()).toBe("2026-10 S001-00045013");
  });
});

describe("files", () => {
  const medidor = { name: "medidor.jpg", mimeType: "image/jpeg", buffer: Buffer.from("x".repeat(1000)) };
  const files: State = { ...mine, path: step("archivos"), reads: "Agregar fotos o documentos", stubs: empty };

  it("go from sending to received, and stay in the draft", async () => {
    const { page, violations } = await open({
      ...files,
      stubs: {
        ...empty,
        startUpload: { ...answer("startUpload", upload(), 201), delayMs: 1500 },
        showUpload: uploadIn("pending"),
      },
    });
    await page.setInputFiles("#uploadIds", medidor);
    await page.getByText("Subiendo").waitFor();
    await send(page);
    await page.getByText("Espera a que tus archivos terminen de subir.").first().waitFor();
    await page.locator(".files").getByText("Recibido (revisando)").waitFor();
    site.stubs = usual();
    await page.locator(".files").getByText("Recibido", { exact: true }).waitFor();
    expect(bodyOf("startUpload")).toMatchObject({
      fileName: "medidor.jpg",
      contentType: "image/jpeg",
      sizeBytes: 1000,
    });
    await send(page);
    await page.locator("h1", { hasText: stepTitles.contraste }).waitFor();
    expect(bodyOf("saveDraft").answers.attachments).toMatchObject([
      { uploadId: "u9", fileName: "medidor.jpg", sizeBytes: 1000 },
    ]);
    expect(bodyOf("saveDraft").answers.attachments[0].waits).toBeUndefined();
    expect(violations).toEqual([]);
  });

  it("are taken where the meter is read, beside a drawing of what to look for, and are the claim's", async () => {
    const { page, violations } = await open({
      ...mine,
      path: step("medidor"),
      reads: stepTitles.medidor,
      stubs: empty,
    });
    await page.getByRole("img", { name: /Los números negros del recuadro/ }).waitFor();
    await page.setInputFiles("#uploadIds", medidor);
    await page.locator(".files").getByText("Recibido", { exact: true }).waitFor();
    await page.fill("#meterReading", "2,291");
    expect(await faultsOf(page)).toEqual([]);
    await send(page);
    await page.locator("h1", { hasText: stepTitles.relato }).waitFor();
    expect(bodyOf("saveDraft").answers).toMatchObject({
      meterReading: "2,291",
      attachments: [expect.objectContaining({ fileName: "medidor.jpg" })],
    });
    expect(violations).toEqual([]);
  });

  it("that cannot be opened are listed first with what to do, do not count, and can be removed", async () => {
    const { page } = await open(files);
    await page.setInputFiles("#uploadIds", medidor);
    await page.locator(".files").getByText("Recibido", { exact: true }).waitFor();
    site.stubs = {
      ...usual(),
      showUpload: uploadIn("refused", "No es una foto ni un PDF. Prueba tomando la foto otra vez."),
    };
    await page.setInputFiles("#uploadIds", { ...medidor, name: "mala.jpg" });
    await page.getByText("Prueba tomando la foto otra vez.").waitFor();
    expect(await page.locator(".files li").first().textContent()).toContain("mala.jpg");
    expect(await faultsOf(page)).toEqual([]);
    await page.click(".files button >> nth=0");
    expect(await page.locator(".files li").count()).toBe(1);
    await page.setInputFiles("#uploadIds", { name: "notas.txt", mimeType: "text/plain", buffer: Buffer.from("x") });
    await page.getByText("«notas.txt» no se pudo abrir").waitFor();
    expect(callsTo("startUpload")).toHaveLength(2);
  });

  it("that did not arrive wait on the phone, and are sent once there is a network", async () => {
    const lost = { ...upload(), upload: { ...upload().upload, url: "http://127.0.0.1:1/closed" } };
    const { page } = await open({
      ...files,
      stubs: {
        ...empty,
        startUpload: answer("startUpload", lost, 201),
        renewUpload: answer("renewUpload", upload(), 201),
      },
    });
    await page.setInputFiles("#uploadIds", medidor);
    await page.getByText("Guardado en este teléfono", { exact: true }).waitFor();
    expect(callsTo("showUpload")).toHaveLength(0);
    await page.getByRole("button", { name: "Enviar otra vez medidor.jpg" }).click();
    await page.locator(".files").getByText("Recibido", { exact: true }).waitFor();
    expect(callsTo("startUpload")).toHaveLength(1);
    expect(callsTo("renewUpload")).toHaveLength(1);
  });

  it("no more than five", async () => {
    const { page } = await open(files);
    await page.setInputFiles(
      "#uploadIds",
      Array.from({ length: 6 }, (_, at) => ({ ...medidor, name: `${at}.jpg` })),
    );
    await page.getByText("Puedes agregar hasta 5 archivos.").waitFor();
    expect(await page.locator(".files li").count()).toBe(5);
  });

  it("large photos are made smaller in the browser", async () => {
    const { page } = await open(files);
    const photo = await page.evaluate<string>(`(() => {
      const canvas = Object.assign(document.createElement("canvas"), { width: 2400, height: 1200 });
      const context = canvas.getContext("2d");
      const noise = context.createImageData(2400, 1200);
      let seed = 1;
      for (let at = 0; at < noise.data.length; at++) noise.data[at] = at % 4 === 3 ? 255 : ((seed = (Math.imul(seed, 1103515245) + 12345) | 0) >>> 16) & 255;
      context.putImageData(noise, 0, 0);
      return canvas.toDataURL("image/png").split(",")[1];
    })()`);
    const buffer = Buffer.from(photo, "base64");
    expect(buffer.length).toBeGreaterThan(400_000);
    await page.setInputFiles("#uploadIds", { name: "grande.png", mimeType: "image/png", buffer });
    await page.locator(".files").getByText("Recibido", { exact: true }).waitFor();
    expect(bodyOf("startUpload")).toMatchObject({ fileName: "grande.jpg", contentType: "image/jpeg" });
    expect(bodyOf("startUpload").sizeBytes).toBeLessThan(buffer.length);
  });
});
