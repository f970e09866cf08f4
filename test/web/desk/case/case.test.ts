import { describe, expect, it } from "vitest";
import { claimEventTypes } from "../../../../shared/domain/case/claim-events.ts";
import { acts, actWords } from "../../../../web/desk/case/acts.words.ts";
import { actsFor, mainActOf } from "../../../../web/desk/case/case-file.ts";
import { appointmentsOf } from "../../../../web/desk/visit/case-appointments.ts";
import { faultsOf } from "../../browser.ts";
import { changedCase, elevationLetter, notifiedCase, provingCase, theCase, waysOf } from "../../desk-fixtures.ts";
import { actAt, open, send, withActions } from "../../desk-site.ts";
import { answer } from "../../fixtures.ts";
import { bodyOf, callsTo, expectSound, servePages, site } from "../../served.ts";

servePages();

describe("the notice of an observation", () => {
  it("is recorded without an hour by telephone, and with its receiver if delivered", async () => {
    const stubs = { ...withActions("defect-notified"), notifyObservation: answer("notifyObservation", changedCase) };
    const path = actAt("aviso-de-observacion");
    for (const [how, more, sent] of [
      ["notified-by-telephone", {}, {}],
      [
        "delivered",
        { deliveredAt: "2026-11-23T09:42:07", name: "CLIENTE DE PRUEBA DOS", relation: "hija" },
        { deliveredAt: "2026-11-23T14:42:07.000Z", receiver: { name: "CLIENTE DE PRUEBA DOS", relation: "hija" } },
      ],
    ] as const) {
      const { page } = await open({ as: "clerk", path, reads: "Cómo se", stubs });
      await page.check(`input[value=${how}]`);
      for (const [field, text] of Object.entries(more)) await page.fill(`#${field}`, text);
      await send(page);
      await page.getByText("El aviso de la observación quedó registrado").waitFor();
      expect(bodyOf("notifyObservation")).toEqual({ how, ...sent, uploadIds: [] });
    }
  });
});

describe("a sent notice", () => {
  it("is asked for only when it is opened, and says why its keys are left out", async () => {
    const { page } = await open({ as: "clerk", path: "/desk/reclamos/c1/avisos/", reads: "No llegó" });
    expect(callsTo("showSentNotice")).toHaveLength(0);
    await page.getByText("Ver lo que se envió").first().focus();
    await page.keyboard.press("Enter");
    await page.getByText("/notificacion/••••••/").waitFor();
    await page.getByText("Las claves y los códigos no se muestran").waitFor();
    expect(callsTo("showSentNotice")).toHaveLength(1);
    expect(await faultsOf(page)).toEqual([]);
  });
});

describe("the case", () => {
  it("opens with what is to be done, what the customer says and asks, the amount and the terms, on the first screen", async () => {
    const { page } = await open({
      as: "analyst",
      path: "/desk/reclamos/c1/",
      reads: "Quién reclama",
      stubs: withActions("claim-accepted", "defect-observed"),
      width: 1280,
      height: 800,
    });
    const first = [
      "Admitir el reclamo",
      // What a caller asks first.
      "martes 10 de noviembre de 2026, de las 8:00 a. m. a las 10:00 a. m.",
      theCase.grounds,
      "Que le cobren según su consumo normal",
      "S/ 223.61",
      "jueves 19 de noviembre de 2026",
    ];
    for (const text of first) {
      const box = await page.getByText(text, { exact: true }).first().boundingBox();
      expect((box?.y ?? 9999) + (box?.height ?? 0), text).toBeLessThanOrEqual(800);
    }
    const headings = await page.locator("h2").allInnerTexts();
    expect(headings.slice(0, 3)).toEqual(["Qué puede hacer", "Lo que cuenta", "Plazos"]);
    expect(await page.getByText("martes 1 de diciembre de 2026, a las 10:00 a. m.").count()).toBe(1);
    expect(headings.indexOf("Pruebas")).toBeLessThan(headings.indexOf("Quién reclama"));
  });

  it("says above all how late a queja is to be sent on, and of one that was sent only who is to answer", async () => {
    const [clock] = theCase.clocks;
    if (!clock) throw new Error("the case has no clock");
    const queja = { submissionNumber: "MP-2026-000002-1", ground: "delay" as const, duty: "Resolver.", facts: "Nada." };
    const at = "2026-11-20T15:00:00.000Z";
    const late = { ...clock, id: "T20" as const, status: "lapsed" as const, daysLeft: -3 };
    const shown = (forwarded?: { at: string; to: "TRASS"; reference: string }) => {
      const quejas = [{ ...queja, filedAt: at, ...(forwarded && { forwarded }) }];
      const stubs = { showCase: answer("showCase", { ...theCase, clocks: [late], quejas }) };
      return open({ as: "analyst", path: "/desk/reclamos/c1/", reads: "Quién reclama", stubs });
    };
    const owed = await shown();
    const line = owed.page.locator("p.standing", { hasText: "Queja por enviar:" });
    expect(await line.innerText()).toContain("Vencido hace 3 días hábiles");
    const { page } = await shown({ at, to: "TRASS", reference: "Oficio 13-2026" });
    await page.getByText("Queja enviada: falta la respuesta del TRASS.").first().waitFor();
    expect(await page.getByText("Vencido hace 3 días hábiles").count()).toBe(0);
  });

  it("says to a signer that a document waits on the page of signatures, and not that there is nothing to do", async () => {
    const [document] = theCase.documents;
    if (!document) throw new Error("the case has no document");
    const unsigned = { ...document, kind: "silence-certificate" as const, unsigned: true as const };
    const file = { ...theCase, actions: [], documents: [unsigned] };
    const stubs = { showCase: answer("showCase", file) };
    const state = { path: "/desk/reclamos/c1/", stubs };
    const { page } = await open({ ...state, as: "signer", reads: "Qué puede hacer" });
    const link = page.getByRole("link", { name: "Tiene un documento sin firmar" });
    await link.waitFor();
    expect(await link.getAttribute("href")).toBe("/desk/firmas/");
    expect(await page.getByText("Ahora no le toca nada").count()).toBe(0);
    const other = await open({ ...state, as: "resolver", reads: "Ahora no le toca nada" });
    expect(await other.page.getByText("Tiene un documento sin firmar").count()).toBe(0);
  });

  it("of a problem says what is asked in words, and nothing of a hold on receipts it does not have", async () => {
    const file = { ...theCase, request: "solve-problem" as const, receipts: [], hold: "released" as const };
    const stubs = { showCase: answer("showCase", file) };
    const { page } = await open({
      as: "analyst",
      path: "/desk/reclamos/c1/",
      reads: "Que solucionen el problema",
      stubs,
    });
    expect(await page.getByText("El bloqueo de corte terminó").count()).toBe(0);
  });

  it.each([
    ["El monto reclamado está bloqueado: no se cobra ni se corta.", undefined],
    ["debe confirmarlo el sistema comercial", "2026-11-23T21:30:00.000Z"],
    ["debió confirmarlo el sistema comercial", "2026-11-03T21:30:00.000Z"],
  ])("says that nobody collects or cuts only once that is confirmed: %s", async (reads, until) => {
    const holdAsked = until && { at: "2026-11-03T14:43:00.000Z", until };
    const stubs = { showCase: answer("showCase", { ...theCase, ...(holdAsked && { holdAsked }) }) };
    const { page } = await open({ as: "analyst", path: "/desk/reclamos/c1/", reads, stubs });
    expect(await page.getByText("está bloqueado: no se cobra").count()).toBe(until ? 0 : 1);
  });

  it("says in which language its person prefers to be attended, if not in Spanish", async () => {
    const languageChoice = { language: "qu", interpreter: true } as const;
    const stubs = { showCase: answer("showCase", { ...theCase, languageChoice }) };
    const { page } = await open({ as: "analyst", path: "/desk/reclamos/c1/", reads: "Quién reclama", stubs });
    await page.getByText("Prefiere quechua. Pide intérprete para la visita y la reunión.").waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it("has how each evidence stands at the end of its line, beside a button as wide as the line", async () => {
    const evidence = ["Historial de cortes y reaperturas del suministro", "Fotos"].map((name, at) => ({
      ...{ item: at === 0 ? ("cuts-history" as const) : ("bills" as const), name },
      ...{ status: "missing" as const, addable: true },
    }));
    const stubs = { showCase: answer("showCase", { ...theCase, evidence }) };
    const path = "/desk/reclamos/c1/";
    const { page } = await open({ as: "analyst", path, reads: "Agregar: Fotos", stubs, width: 1280 });
    const ends = await page
      .locator(".evidence")
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
    expect(ends).toEqual([ends[0], ends[0]]);
  });

  it("says until when a decision goes on paper, if mail was asked for by telephone", async () => {
    const { page, violations } = await open({
      ...{ as: "analyst", path: "/desk/reclamos/c1/", reads: "Quién reclama" },
      stubs: { showCase: answer("showCase", { ...theCase, notifyByEmailAfter: "2026-11-27" }) },
    });
    const said = page.locator("section", { hasText: "Quién reclama" });
    await said.getByText("Correo pedido por teléfono, vale pasado el").waitFor();
    await said.getByText("27 de noviembre de 2026").waitFor();
    await expectSound(page, violations);
  });

  it("evidence that is not due yet is not missing, and a term that ended says since when", async () => {
    const clocks = theCase.clocks.map((one) => ({ ...one, status: "lapsed" as const }));
    const { page } = await open({
      as: "analyst",
      path: "/desk/reclamos/c1/",
      reads: "Inspección externa",
      stubs: { showCase: answer("showCase", { ...theCase, clocks }) },
    });
    const item = page.locator("li", { hasText: "Inspección externa" });
    expect(await item.innerText()).toContain("Todavía no toca");
    expect(await item.innerText()).toContain("La visita es el 26 de noviembre de 2026.");
    expect(await item.getByText("Falta").count()).toBe(0);
    expect(await page.locator("td", { hasText: "Vencido hace 2 días hábiles" }).count()).toBeGreaterThan(0);
  });

  it("offers what the API offers, and an offer only to a conciliator before the hearing", () => {
    const every = { ...notifiedCase, actions: theCase.actions };
    expect(actsFor(every, ["manager"])).toEqual([]);
    const actions = [...claimEventTypes, "answer-offer"] as const;
    expect(actsFor({ ...notifiedCase, actions: [...actions] }, [])).toEqual(
      acts.filter(
        (act) =>
          ![
            "propuesta",
            "contacto",
            "acumulacion",
            "lugar",
            "enlace",
            "participacion",
            "asistencia",
            "visita",
            "avisos",
            "idioma",
            "nuevo-contacto",
            "clave",
            "lugar",
            "acumulacion",
            "prueba",
            "control",
            "titularidad",
            "confirmacion-de-entrega",
            "confirmacion-de-firma",
            "elevacion",
            "rectificacion",
            "desistimiento",
            "devolucion-de-documento",
          ].includes(act),
      ),
    );
    expect(actsFor({ ...notifiedCase, actions: [] }, ["resolver"])).toEqual(["rectificacion"]);
    const unproved = { ...notifiedCase, actions: [], proofAsked: true as const };
    expect(actsFor(unproved, ["clerk"])).toEqual(["avisos", "idioma", "nuevo-contacto", "clave", "titularidad"]);
    expect(actsFor(unproved, ["billing"])).toEqual([]);
    const letter = (more: object) => ({
      ...notifiedCase,
      actions: ["file-elevated" as const],
      documents: [{ ...elevationLetter, ...more }],
    });
    expect(actsFor(letter({ unsigned: true }), [])).toEqual([]);
    expect(actsFor(letter({}), [])).toEqual(["elevacion"]);
    // The letter of an earlier appeal.
    expect(actsFor(letter({ at: "2026-01-01T00:00:00.000Z" }), [])).toEqual(["elevacion"]);
    expect(actsFor({ ...provingCase, actions: [] }, [])).toEqual(["prueba", "control"]);
    const quiet = { ...theCase, actions: [] };
    expect(actsFor({ ...quiet, withdrawalToAccept: true }, [])).toEqual(["desistimiento"]);
    const returnable = [{ documentId: "d7", kind: "elevation-letter" as const, number: "1" }];
    expect(actsFor({ ...quiet, returnable }, [])).toEqual(["devolucion-de-documento"]);
    expect(actsFor(theCase, ["conciliator"])).toEqual(["propuesta"]);
    const appointmentsWait = { giveBy: "2026-11-26", sameDay: 12 };
    expect(actsFor({ ...quiet, appointmentsWait }, ["analyst"])).toEqual(["acumulacion", "lugar"]);
    expect(actsFor({ ...quiet, appointmentsWait }, ["clerk"])).toEqual(["avisos", "idioma", "nuevo-contacto", "clave"]);
    const choice = { modes: ["telephone" as const, "virtual" as const], until: "2026-11-30", mayChangeMode: true };
    const hearing = { on: "2026-12-01", at: "10:00", mode: "virtual" as const, choice };
    expect(actsFor({ ...theCase, hearing }, ["conciliator"])).toEqual(["propuesta", "enlace"]);
    expect(actsFor({ ...theCase, hearing }, ["operator"])).toContain("participacion");
    expect(actsFor({ ...theCase, hearing: { ...hearing, mode: "telephone" } }, ["analyst"])).not.toContain("enlace");
    expect(actsFor({ ...theCase, state: "no-agreement" }, ["conciliator"])).toEqual([]);
    expect(actsFor({ ...theCase, channel: "web", actions: ["filing-copy-sent"] }, ["operator"])).toEqual([
      "avisos",
      "idioma",
      "nuevo-contacto",
      "clave",
    ]);
    expect(actsFor({ ...theCase, actions: ["resolution-notified"] }, ["clerk"])).toEqual([
      "avisos",
      "idioma",
      "nuevo-contacto",
      "clave",
    ]);
    expect(actsFor({ ...theCase, hearing: { ...hearing, confirmed: true } }, ["clerk"])).not.toContain("asistencia");
    // A claim that is over still shows what is in it to who has its key.
    expect(actsFor({ ...theCase, next: "nobody" }, ["operator"])).toEqual(["clave"]);
  });

  it.each([
    ["2026-11-10T13:10:00.000Z", "martes 10 de noviembre de 2026, de las 8:00 a. m. a las 10:00 a. m."],
    [
      "2026-11-12T13:10:00.000Z",
      "Programada: martes 10 de noviembre de 2026, de las 8:00 a. m. a las 10:00 a. m. Se hizo el jueves 12 de noviembre de 2026.",
    ],
  ])("a visit of the 10th made at %s is named by what was planned and by what was made", (startedAt, text) => {
    const inspections = theCase.inspections.map((one) => ({
      ...one,
      report: one.report && { ...one.report, startedAt },
    }));
    const visits = theCase.visits.map((visit) => ({ ...visit, outcome: "whole" as const }));
    const [visit] = appointmentsOf({ ...theCase, inspections, visits });
    expect(visit?.[1].replaceAll(/\s/g, " ")).toBe(`${text} Ya tiene acta.`);
  });

  it("an offer that was accepted is in the header, and no other of its receipt is offered", async () => {
    const accepted = { ...theCase, offers: theCase.offers.map((offer) => ({ ...offer, accepted: true })) };
    expect(actsFor(accepted, ["conciliator"])).toEqual([]);
    const stubs = { showCase: answer("showCase", accepted) };
    const reads = "Aceptó la propuesta: firmar el acta en la audiencia del 1 de diciembre de 2026.";
    const { page } = await open({ as: "conciliator", path: "/desk/reclamos/c1/", reads, stubs });
    expect(await page.getByRole("link", { name: actWords.propuesta.title }).count()).toBe(0);
  });

  it("the first act that advances the case is green, and no other act", async () => {
    const stubs = withActions("reclassified", "leak-repair-required", "queja-forwarded");
    const { page } = await open({ as: "analyst", path: "/desk/reclamos/c1/", reads: "Qué puede hacer", stubs });
    expect(await page.locator("main .button:not(.plain)").allInnerTexts()).toEqual([actWords["envio-de-queja"].title]);
    expect(await page.getByText(actWords.tipo.title).isVisible()).toBe(true);
    site.stubs = { ...site.stubs, ...withActions("reclassified") };
    await page.reload();
    await page.getByText(actWords.tipo.title).waitFor();
    expect(await page.locator("main .button:not(.plain)").count()).toBe(0);
  });

  it("the act that advances a case is its delivery once it was sent, and its copy until one was", () => {
    expect(mainActOf(theCase, ["entrega", "notificacion"])).toBe("entrega");
    const offered = ["copia", "audiencia"] as const;
    expect(mainActOf(theCase, offered)).toBe("copia");
    const sent = { ...theCase.entries[0], type: "filing-copy-sent" } as (typeof theCase)["entries"][number];
    expect(mainActOf({ ...theCase, entries: [sent] }, offered)).toBe("audiencia");
  });

  it("an act is sent with its version, and the case then says that it was recorded", async () => {
    const stubs = { ...withActions("claim-accepted"), admitClaim: answer("admitClaim", changedCase) };
    const { page } = await open({ as: "analyst", path: actAt("admision"), reads: "Qué pasa después", stubs });
    // The only way there is is chosen, and nothing is said of what they are not offered.
    expect(await page.isChecked("input[value=accepted]")).toBe(true);
    expect(await page.locator("main").innerText()).not.toContain("improcedente");
    await send(page);
    await page.getByText("La admisión quedó registrada.").waitFor();
    await page.locator("h1:focus").waitFor();
    expect(bodyOf("admitClaim")).toEqual({ outcome: "accepted" });
    expect(callsTo("admitClaim")[0]?.headers).toMatchObject({ "if-match": '"7"' });
  });

  it("an agreement without a standing is sent with who attended, so that the standing alone is asked for", async () => {
    const stubs = {
      showCase: answer("showCase", { ...theCase, actions: ["conciliation-held"], state: "hearing-due" }),
      recordHearing: answer("recordHearing", changedCase),
    };
    const { page } = await open({ as: "conciliator", path: actAt("audiencia"), reads: "Qué pasa después", stubs });
    await page.check("input[name=agreement][value=partial]");
    await page.fill("#startedAt", "2026-11-23T09:00:00");
    await page.fill("#agreed", "Quedan en 20 m³.");
    await send(page);
    await expect.poll(() => callsTo("recordHearing").length).toBe(1);
    expect(bodyOf("recordHearing")).toMatchObject({ agreement: "partial", attendedBy: theCase.claimantName });
    expect(bodyOf("recordHearing")).not.toHaveProperty("standing");
  });

  it("a recourse by telephone is sent with the code the person reads out, for exactly what was typed", async () => {
    const until = "2026-11-24T14:15:00.000Z";
    const filedRecourse = {
      submissionId: "f1",
      submissionNumber: "MP-2026-000001-1",
      filedAt: until,
      filedOn: "2026-11-24",
      late: false,
      claim: changedCase,
    };
    const stubs = {
      ...withActions("appeal-filed"),
      askConfirmation: answer("askConfirmation", { channel: "sms" as const, until }),
      takeRecourse: answer("takeRecourse", filedRecourse, 201),
    };
    const { page } = await open({ as: "operator", path: actAt("apelacion"), reads: "¿Cómo vino?", stubs });
    await page.check("input[value=telephone]");
    await page.fill("#grounds", "No estoy de acuerdo.");
    await send(page);
    await page.getByText("¿Cómo lo confirma?").first().waitFor();
    expect(callsTo("takeRecourse")).toEqual([]);
    await page.check("input[value=sms]");
    await page.click("text=Enviar el código");
    await page.getByText("Código enviado. Vale hasta las 9:15").waitFor();
    expect(bodyOf("askConfirmation")).toEqual({
      channel: "sms",
      what: { act: "recourse", kind: "appeal", grounds: "No estoy de acuerdo.", uploadIds: [] },
    });
    await page.fill("#code", "123456");
    await send(page);
    await page
      .getByText("La apelación quedó presentada. Su constancia, para entregarla, está en «Documentos».")
      .waitFor();
    expect(bodyOf("takeRecourse")).toEqual({
      kind: "appeal",
      grounds: "No estoy de acuerdo.",
      uploadIds: [],
      came: "telephone",
      confirmation: { by: "code", code: "123456" },
    });
    expect(callsTo("takeRecourse")[0]?.headers["if-match"]).toBeUndefined();
  });

  it("an agreement is confirmed only once it is chosen, and never by half", async () => {
    const stubs = withActions("conciliation-held");
    const { page } = await open({ as: "conciliator", path: actAt("audiencia"), reads: "Quién asistió", stubs });
    for (const without of ["none", "absence"]) {
      await page.check(`input[name=agreement][value=${without}]`);
      expect(await page.locator("input[name=confirming]").count()).toBe(0);
    }
    await page.check("input[name=agreement][value=total]");
    await page.check("input[name=confirming][value=signature]");
    await send(page);
    await page.locator("[role=alert]:focus", { hasText: "Agregue el papel firmado." }).waitFor();
    expect(site.calls.filter(({ id }) => id === "askConfirmation" || id === "recordHearing")).toEqual([]);
  });

  it("of a claimant who did not come, an acta asks neither who attended nor what was proposed", async () => {
    const stubs = { ...withActions("conciliation-held"), recordHearing: answer("recordHearing", changedCase) };
    const { page } = await open({ as: "conciliator", path: actAt("audiencia"), reads: "Quién asistió", stubs });
    await page.fill("#agreed", "Se escribió antes de elegir.");
    await page.check("input[name=standing][value=holder]");
    await page.check("input[name=agreement][value=absence]");
    for (const asked of ["#agreed", "#companyProposal", "#attendedBy", "input[name=standing]"])
      expect(await page.locator(asked).count(), asked).toBe(0);
    await page.fill("#startedAt", "2026-11-23T09:00:00");
    await page.fill("#observations", "No contestó.");
    await send(page);
    await expect.poll(() => callsTo("recordHearing").length).toBe(1);
    expect(bodyOf("recordHearing")).toMatchObject({ agreement: "absence", agreed: "", observations: "No contestó." });
    expect(bodyOf("recordHearing")).not.toHaveProperty("standing");
    expect(bodyOf("recordHearing")).not.toHaveProperty("attendedBy");
  });

  it("a recourse that is not to be recorded by voice is presented as a document of the same claim", async () => {
    const contact = { telephone: "053462000", email: undefined };
    const showCase = answer("showCase", {
      ...{ ...theCase, actions: ["appeal-filed"], confirmingWays: waysOf(contact) },
    });
    const { page } = await open({ as: "clerk", path: actAt("apelacion"), reads: "¿Cómo vino?", stubs: { showCase } });
    await page.check("input[name=came][value=telephone]");
    await page.check("input[name=confirming][value=voice]");
    await page.click("text=Presentar como documento");
    await expect.poll(() => page.inputValue("#claimCode").catch(() => "")).toBe(theCase.code);
  });

  it.each([
    { telephone: "987654321", email: "cliente@example.pe" },
    { telephone: "987654321" },
    { telephone: "053462000", email: "cliente@example.pe" },
    { telephone: "053462000" },
    {},
  ])("of a claimant with %j, however they came, is shown the ways the API takes and no other", async (contact) => {
    const { telephone: _, email: __, ...person } = theCase.claimant;
    const confirmingWays = waysOf({ telephone: undefined, email: undefined, ...contact });
    const showCase = answer("showCase", {
      ...theCase,
      actions: ["withdrawal-requested"],
      claimant: { ...person, ...contact },
      confirmingWays,
    });
    const { page } = await open({ as: "operator", path: actAt("desistir"), reads: "¿Cómo vino?", stubs: { showCase } });
    for (const came of ["telephone", "counter", "document-desk"] as const) {
      await page.check(`input[name=came][value=${came}]`);
      await page.getByText("¿Cómo lo confirma?").first().waitFor();
      const shown = await page
        .locator("input[name=confirming]")
        .evaluateAll((boxes) => boxes.map((box) => box.getAttribute("value")));
      expect(shown).not.toEqual([]);
      expect(shown).toEqual(confirmingWays[came].filter((way) => way !== "submission"));
    }
  });

  it("is confirmed by voice if no code can be sent, with the recording of that part of the call, or on a paper that is printed", async () => {
    const { email: _, ...person } = theCase.claimant;
    const contact = { telephone: "053462000", email: undefined };
    const showCase = answer("showCase", {
      ...theCase,
      actions: ["withdrawal-requested"],
      claimant: { ...person, telephone: contact.telephone },
      confirmingWays: waysOf(contact),
    });
    const upload = { url: site.uploads, fields: {}, expiresAt: "2026-11-25T14:00:00.000Z" };
    const startStaffUpload = answer("startStaffUpload", { uploadId: "u1", upload }, 201);
    const stubs = { showCase, startStaffUpload, takeWithdrawal: answer("takeWithdrawal", changedCase) };
    const { page } = await open({ as: "operator", path: actAt("desistir"), reads: "¿Cómo vino?", stubs });
    await page.check("input[name=came][value=telephone]");
    await page.check("input[name=confirming][value=voice]");
    await page.getByText("Llámela al 053 462 000").waitFor();
    await page.click("text=Imprimir el papel para firmar");
    await page.locator("[role=alert]:focus", { hasText: "Elija una opción." }).waitFor();
    await page.check("input[name=of][value=procedure]");
    expect(await faultsOf(page)).toEqual([]);
    await send(page);
    await page.getByText("Agregue la grabación de la confirmación.").first().waitFor();
    await page.evaluate(() =>
      Object.assign(window, { print: () => document.body.setAttribute("data-printed", "yes") }),
    );
    await page.click("text=Imprimir el papel para firmar");
    await page.locator("body[data-printed] main section h2", { hasText: "Papel para firmar" }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.setInputFiles("#recordingFile", { name: "voz.mp3", mimeType: "audio/mpeg", buffer: Buffer.from("ID3") });
    await page.getByText("Grabación enviada: voz.mp3").waitFor();
    await send(page);
    await expect.poll(() => callsTo("takeWithdrawal").length).toBe(1);
    expect(bodyOf("takeWithdrawal")).toMatchObject({
      came: "telephone",
      confirmation: { by: "voice", uploadIds: ["u1"] },
    });
  });

  it("a recourse recorded from a submission is confirmed by it, and asks whether its person has the decision", async () => {
    const stubs = {
      showCase: answer("showCase", {
        ...theCase,
        state: "resolved",
        unnotifiedDecision: true,
        actions: ["appeal-filed"],
      }),
      takeRecourse: answer(
        "takeRecourse",
        {
          submissionId: "f1",
          submissionNumber: "MP-2026-000001-1",
          filedAt: "2026-11-24T14:15:00.000Z",
          filedOn: "2026-11-24",
          late: false,
          claim: changedCase,
        },
        201,
      ),
    };
    const path = `${actAt("apelacion")}?documento=f1`;
    const { page } = await open({ as: "clerk", path, reads: "Se toma del documento", stubs });
    expect(await page.getByText("¿Cómo lo confirma?").count()).toBe(0);
    expect(await page.locator(".aloud").filter({ visible: true }).count()).toBe(0);
    await page.check("input[name=knowsDecision][value=yes]");
    await page.fill("#grounds", "No estoy de acuerdo.");
    await send(page);
    await page
      .getByText("La apelación quedó presentada. Su constancia, para entregarla, está en «Documentos».")
      .waitFor();
    expect(bodyOf("takeRecourse")).toEqual({
      kind: "appeal",
      grounds: "No estoy de acuerdo.",
      uploadIds: [],
      knowsDecision: true,
      came: "document-desk",
      confirmation: { by: "submission", submissionId: "f1" },
    });
  });

  it("a delivery that was recorded late is confirmed by the second person who was there", async () => {
    const deliveryToConfirm = { noticeId: "n1", at: "2026-11-24T14:15:00.000Z", person: "PERSONA DE PRUEBA" };
    const stubs = {
      showCase: answer("showCase", { ...theCase, actions: [], deliveryToConfirm }),
      confirmDelivery: answer("confirmDelivery", changedCase),
    };
    const path = actAt("confirmacion-de-entrega");
    const { page } = await open({ as: "analyst", path, reads: "PERSONA DE PRUEBA registró la entrega", stubs });
    await send(page);
    await page.getByText("La entrega quedó confirmada.").waitFor();
    expect(bodyOf("confirmDelivery")).toEqual({ wasThere: true });
  });
});

it("a signed document is looked at by the pictures of the file it came in; another by those that are drawn of it", async () => {
  const [cargo] = theCase.documents;
  if (!cargo) throw new Error("no document");
  const documents = [
    cargo,
    { ...cargo, documentId: "d2", fileName: "resolucion-firmada.pdf", pictured: true as const },
  ];
  const { page, violations } = await open({
    as: "analyst",
    path: "/desk/reclamos/c1/documentos/",
    reads: "resolucion-firmada.pdf",
    stubs: { showCase: answer("showCase", { ...theCase, documents }) },
  });
  await page.getByRole("button", { name: "Ver páginas resolucion-firmada.pdf" }).click();
  await page.locator("img.attachment-page").waitFor();
  expect(callsTo("showDocumentPages")).toHaveLength(0);
  await page.getByRole("button", { name: "Ver páginas cargo.pdf" }).click();
  const seen = page.getByRole("region", { name: "Páginas de cargo.pdf" });
  const listed = page.locator(".files li").first();
  await expect.poll(async () => (await seen.boundingBox())?.width).toBe((await listed.boundingBox())?.width);
  expect(callsTo("showDocumentPages")).toHaveLength(1);
  await expectSound(page, violations);
});
