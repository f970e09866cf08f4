import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { faultsOf } from "../../browser.ts";
import { changedCase, frozenCase, notifiedCase, provingCase, sha256, theCase } from "../../desk-fixtures.ts";
import { actAt, open, send, withActions } from "../../desk-site.ts";
import { faultyCase } from "../../draft-fixtures.ts";
import { answer, gatewaySays, refusal } from "../../fixtures.ts";
import { bodyOf, callsTo, servePages, site } from "../../served.ts";

servePages();

describe("what a claimant decides by telephone", () => {
  it.each([
    ["desistir", "withdrawal-requested", "No lo sugiera: regístrelo solo si la persona lo pide.", "¿De qué desiste?"],
    [
      "respuesta",
      "answer-offer",
      "No sugiera aceptar ni rechazar: registre lo que la persona decide.",
      "¿Qué propuesta responde?",
    ],
  ] as const)("%s: who attends is asked first not to suggest it", async (act, action, words, first) => {
    const { page } = await open({ as: "operator", path: actAt(act), reads: words, stubs: withActions(action) });
    const text = await page.locator("main").innerText();
    expect(text.indexOf(words)).toBeLessThan(text.indexOf(first));
  });

  it.each([
    ["no water at all", "0", "", "Propone 0 m³, como si ese mes no hubiera usado agua. Si usó algo, piénselo"],
    ["the whole receipt", "62", "", "Es lo mismo que le cobraron. Si cree que le cobraron de más, piénselo"],
    ["more than the offer", "21", "", "Es más que lo que la empresa le propone: S/ 60.10. Piénselo"],
    ["as much as the offer", "20", "", undefined],
    ["more than the offer, in parts", "21", "3", undefined],
  ])("a counter-offer of %s is read aloud to be thought over as it is typed", async (_, m3, parts, doubt) => {
    const stubs = withActions("answer-offer");
    const { page } = await open({ as: "operator", path: actAt("respuesta"), reads: "¿Qué propuesta responde?", stubs });
    await page.check("input[value=o1]");
    await page.check("input[value=other]");
    await page.fill("#m3", m3);
    await page.fill("#instalments", parts);
    const said = async () => (await page.locator("[role=status] b").allInnerTexts()).join().replaceAll("\u00a0", " ");
    if (doubt) await expect.poll(said).toContain(`Léaselo: «${doubt}`);
    else await expect.poll(said).toBe("");
    expect(callsTo("priceOffer")).toHaveLength(0);
  });
});

describe("an act of a case", () => {
  it("an extension offers other months of the supply, and not those that are claimed already", async () => {
    const stubs = { ...withActions("claim-extended"), takeExtension: answer("takeExtension", theCase) };
    const { page } = await open({ as: "operator", path: actAt("ampliacion"), reads: "setiembre de 2026", stubs });
    expect(await page.getByText("octubre de 2026").count()).toBe(0);
    await page.check("input[value=counter]");
    await page.fill("#grounds", "También el mes anterior.");
    await page.click("text=setiembre de 2026");
    await send(page);
    await page.getByText("La ampliación quedó registrada.").waitFor();
    expect(bodyOf("takeExtension")).toEqual({
      came: "counter",
      grounds: "También el mes anterior.",
      receipts: [{ period: "2026-09", number: "S001-00045012" }],
      uploadIds: [],
    });
  });

  it("sends the tribunal's outcome for a receipt with its volume, and no volume without an outcome", async () => {
    const stubs = { ...withActions("tribunal-decided"), recordTribunal: answer("recordTribunal", theCase) };
    const { page } = await open({ as: "clerk", path: actAt("tribunal"), reads: "recibo de octubre de 2026", stubs });
    await page.check("input[value=decided]");
    await page.fill("#number", "TRASS-000001");
    await page.fill("#receivedAt", "2026-11-23T09:42:00");
    await page.fill("#summary", "Fundado.");
    await page.fill("#m3-S001-00045013", "15");
    await send(page);
    await page.getByText("Elija qué decidió de ese recibo.").first().waitFor();
    expect(callsTo("recordTribunal")).toEqual([]);
    await page.locator("input[name='outcome-S001-00045013'][value=upheld]").check();
    await page.getByLabel("No se valoró una prueba").check();
    await send(page);
    await page.getByText("La decisión del tribunal quedó registrada.").waitFor();
    expect(bodyOf("recordTribunal")).toEqual({
      outcome: "decided",
      number: "TRASS-000001",
      receivedAt: "2026-11-23T14:42:00.000Z",
      summary: "Fundado.",
      months: [{ receiptNumber: "S001-00045013", outcome: "upheld", correctedM3: 15 }],
      cause: "evidence",
      uploadIds: [],
    });
  });

  it("a stale version says who recorded what, keeps what was typed, and is sent on the new version", async () => {
    const stubs = { ...withActions("defect-observed"), observeClaim: refusal("version-stale") };
    const { page } = await open({ as: "analyst", path: actAt("observacion"), reads: "Qué falta", stubs });
    await page.fill("#defects", "Falta la firma.\n\nFalta el recibo.");
    site.stubs.showCase = answer("showCase", changedCase);
    await send(page);
    await page.locator("h2:focus", { hasText: "El expediente cambió" }).waitFor();
    await page.getByText("CONCILIADORA DE PRUEBA, Conciliador").waitFor();
    await page.getByText("20 m³: de S/ 223.61 a S/ 60.10").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.inputValue("#defects")).toBe("Falta la firma.\n\nFalta el recibo.");
    site.stubs.observeClaim = answer("observeClaim", changedCase);
    await send(page);
    await page.getByText("La observación quedó registrada").waitFor();
    expect(callsTo("observeClaim").map(({ headers }) => headers["if-match"])).toEqual(['"7"', '"8"']);
    expect(bodyOf("observeClaim")).toEqual({ defects: ["Falta la firma.", "Falta el recibo."] });
  });

  it("a session that ends in the middle of an act keeps what was typed until the person is back", async () => {
    const stubs = { ...withActions("defect-observed"), observeClaim: gatewaySays(401) };
    const { page } = await open({ as: "analyst", path: actAt("observacion"), reads: "Qué falta", stubs });
    await page.fill("#defects", "Falta la firma.");
    await send(page);
    await page.evaluate("window.isBefore = true");
    await page.click("text=Ingresar otra vez");
    // It comes back to the same address, so only a page with nothing of the one before shows that it left.
    await expect.poll(() => page.evaluate("window.isBefore").catch(() => true)).toBe(undefined);
    await page.waitForURL(site.origin + actAt("observacion"));
    await expect.poll(() => page.inputValue("#defects")).toBe("Falta la firma.");
  });

  it("a draft saves itself, says so, lists the evidence that is missing, and goes to signature", async () => {
    const draft: NonNullable<(typeof theCase)["draft"]> = {
      outcome: "rejected",
      decision: "Infundado.",
      reasons: "Por la lectura.",
      months: [],
      answers: [],
      findings: [
        {
          key: "unanswered:grounds",
          text: "«Sobre lo que se sostiene en el reclamo» no tiene respuesta.",
          field: "answer-grounds",
        },
      ],
      savedAt: "2026-11-23T14:42:00.000Z",
      by: "ABOGADA DE PRUEBA",
    };
    const stubs = {
      ...withActions("resolution-issued"),
      saveResolution: answer("saveResolution", { ...theCase, draft }),
      issueResolution: answer("issueResolution", { ...theCase, number: "RES-1", documentId: "d2", sha256 }),
    };
    const { page } = await open({ as: "resolver", path: actAt("resolucion"), reads: "Se guarda solo", stubs });
    await page.check("input[value=rejected]");
    await page.fill("#decision", "Infundado.");
    await page.fill("#reasons", "Por la lectura.");
    await page.getByText("Guardado: 23 de noviembre de 2026").waitFor();
    expect(bodyOf("saveResolution")).toEqual({
      outcome: "rejected",
      decision: "Infundado.",
      reasons: "Por la lectura.",
      months: [{ receiptNumber: "S001-00045013" }],
      answers: [],
    });
    site.stubs.saveResolution = gatewaySays(503);
    await page.fill("#reasons", "Por la lectura y la visita.");
    await page.getByText("No se pudo guardar").waitFor();
    await page.locator("main form li", { hasText: "Historial de cortes y reaperturas" }).waitFor();
    await page.getByText("Dispensarlo solo puede otra persona").waitFor();
    expect(await page.getByRole("button", { name: "Enviar a firma" }).isDisabled()).toBe(true);
    const whole = { ...theCase, evidence: [], draft: { ...draft, findings: [] } };
    site.stubs.saveResolution = answer("saveResolution", whole);
    await page.getByRole("button", { name: "Guardar ahora" }).click();
    await page.getByText("Dispensarlo solo puede otra persona").waitFor({ state: "detached" });
    await send(page);
    await page.getByText("quedó enviada a firma").waitFor();
    expect(bodyOf("issueResolution")).toEqual({});
  });

  it("sends each answer with its proofs, asks a dismissal one thing, and leads each finding to its field", async () => {
    const stubs = {
      showCase: answer("showCase", faultyCase),
      saveResolution: answer("saveResolution", faultyCase),
    };
    const { page } = await open({ as: "resolver", path: actAt("resolucion"), reads: "S/ 165.61", stubs });
    const findings = page.locator("section", { hasText: "Observaciones del proyecto" });
    await findings.getByRole("link", { name: /Sobre lo que se pide/ }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("answer-request");
    await page.fill("#answer-request", "Corresponde cobrar 20 m³.");
    await page.getByText("Qué lo prueba: sobre lo que se pide").click();
    await page.check("input[name=cites-request][value='receipt:S001-00045013']");
    await expect.poll(() => callsTo("saveResolution").length).toBeGreaterThan(0);
    expect(bodyOf("saveResolution")["answers"]).toEqual([
      { matter: "grounds", text: "La inspección no encontró fugas.", cites: ["entry:5", "document:photo-1"] },
      { matter: "request", text: "Corresponde cobrar 20 m³.", cites: ["receipt:S001-00045013"] },
    ]);
    expect(await page.isVisible("#answer-dismissal")).toBe(false);
    await page.check("input[value=dismissed]");
    await expect.poll(() => page.isVisible("#answer-dismissal")).toBe(true);
    expect(await page.isVisible("#answer-grounds")).toBe(false);
  });

  it("links each missing item to its form, and sends it once for that item", async () => {
    const stubs = { showCase: answer("showCase", provingCase), addEvidence: answer("addEvidence", provingCase) };
    const { page } = await open({
      as: "analyst",
      path: "/desk/reclamos/c1/",
      reads: "No consta el control",
      stubs,
    });
    expect(await page.getByRole("link", { name: "Agregar: Recibos reclamados" }).count()).toBe(0);
    await page.getByRole("link", { name: "Agregar: Historial de cortes y reaperturas" }).click();
    await page.fill("#summary", "Nunca se cortó.");
    await page.fill("#noneFoundBy", "PERSONA DE PRUEBA DOS, de operaciones");
    await send(page);
    await page.getByText("La prueba quedó agregada.").waitFor();
    expect(bodyOf("addEvidence")).toEqual({
      kind: "cuts-history",
      summary: "Nunca se cortó.",
      noneFoundBy: "PERSONA DE PRUEBA DOS, de operaciones",
      uploadIds: [],
    });
  });

  it("a control is sent with the parts that are filled in, and not while a part is half filled", async () => {
    const stubs = { showCase: answer("showCase", provingCase), recordControl: answer("recordControl", provingCase) };
    const { page } = await open({ as: "analyst", path: actAt("control"), reads: "Aviso al usuario", stubs });
    await page.check("input[value='2026-10']");
    await page.check("input[value=L]");
    await page.fill("#inspectionOn", "2026-10-25");
    await send(page);
    await page.getByText("Hay datos que corregir").waitFor();
    expect(callsTo("recordControl")).toHaveLength(0);
    await page.check("input[value=AUSENTE]");
    await page.fill("#hours", "08:00-10:00");
    await send(page);
    await page.getByText("El control quedó registrado.").waitFor();
    expect(bodyOf("recordControl")).toEqual({
      period: "2026-10",
      inspection: { on: "2026-10-25", hours: "08:00-10:00", outcome: "AUSENTE" },
      billedBy: "L",
    });
  });

  it("another person overrides the missing items they mark, with a reason", async () => {
    const stubs = {
      ...withActions("checklist-overridden"),
      overrideChecklist: answer("overrideChecklist", theCase),
    };
    const { page } = await open({ as: "signer", path: actAt("dispensa"), reads: "¿Qué pruebas se dispensan?", stubs });
    await page.check("input[value=cuts-history]");
    await page.fill("#reason", "El sistema comercial no lo tiene.");
    await send(page);
    await page.getByText("quedó dispensado").waitFor();
    expect(bodyOf("overrideChecklist")).toEqual({
      items: ["cuts-history"],
      findings: [],
      reason: "El sistema comercial no lo tiene.",
    });
  });

  it("a signature that needs a fresh sign-in leaves for it and comes back to finish", async () => {
    const stubs = {
      showCase: answer("showCase", frozenCase),
      signResolution: refusal("fresh-sign-in-needed"),
    };
    const { page } = await open({ as: "signer", path: actAt("firma"), reads: "RES-2026-000120", stubs });
    await page.check("input[value=second-factor]");
    await page.check("#reviewed");
    await send(page);
    await page.locator("main :focus", { hasText: "Confirme que es usted" }).waitFor();
    const left = page.waitForRequest((request) => request.url().includes("/authorize"));
    await page.click("text=Ingresar otra vez y volver");
    expect(new URL((await left).url()).searchParams.get("prompt")).toBe("login");
    await page.waitForURL(site.origin + actAt("firma"));
    site.stubs.signResolution = answer("signResolution", { ...theCase, number: "RES-2026-000120", outcome: "signed" });
    await page.locator("#reviewed").waitFor();
    await expect.poll(() => page.isChecked("#reviewed")).toBe(true);
    await send(page);
    await page.getByText("La resolución quedó firmada.").waitFor();
    expect(bodyOf("signResolution")).toEqual({ sha256: "c".repeat(64), signature: { way: "second-factor" } });
  });

  it("a sign-in on the page of the sign-in itself leads to the desk's first page", async () => {
    const { page } = await open({
      ...{ as: "clerk", path: "/desk/ingresar/", reads: "Ingrese para trabajar", signedIn: undefined },
    });
    await page.getByRole("button", { name: "Ingresar a la mesa" }).click();
    await page.waitForURL((url) => url.pathname !== "/desk/ingresar/");
    expect(new URL(page.url()).pathname).toBe("/desk/");
  });

  it("a delivery is sent with its photos, each hashed and checked: an absence with that of the façade", async () => {
    const content = "una foto de la fachada";
    const upload = { url: `${site.uploads}/a`, fields: { key: "a" }, expiresAt: "2026-11-23T14:47:00.000Z" };
    const stubs = {
      showCase: answer("showCase", notifiedCase),
      startStaffUpload: answer("startStaffUpload", { uploadId: "u1", upload }, 201),
      showStaffUpload: answer("showStaffUpload", {
        uploadId: "u1",
        fileName: "fachada.png",
        sizeBytes: content.length,
        state: "received",
      }),
      recordDelivery: answer("recordDelivery", notifiedCase),
    };
    const { page } = await open({ as: "clerk", path: actAt("entrega"), reads: "Cómo fue la entrega", stubs });
    await page.check("input[value=absent]");
    await page.fill("#premises", "Casa azul.");
    await page.fill("#nextOn", "2026-11-25");
    await page.getByLabel("Foto del cargo firmado o, si nadie la recibió, de la fachada").setInputFiles({
      name: "fachada.png",
      mimeType: "image/png",
      buffer: Buffer.from(content),
    });
    await page.locator(".files .done", { hasText: "Recibido" }).waitFor();
    await send(page);
    await page.getByText("La entrega quedó registrada.").waitFor();
    expect(bodyOf("startStaffUpload").sha256).toBe(createHash("sha256").update(content).digest("hex"));
    expect(bodyOf("recordDelivery")).toEqual({
      outcome: "absent",
      deliveredAt: "2026-11-23T14:42:00.000Z",
      premises: "Casa azul.",
      nextOn: "2026-11-25",
      uploadIds: ["u1"],
    });
  });
});
