import { describe, expect, it } from "vitest";
import { lossOf, urgencyOf } from "../../../../web/words/urgency.ts";
import { found, submission, theCase, work } from "../../desk-fixtures.ts";
import { beginClaim, open, send } from "../../desk-site.ts";
import { answer } from "../../fixtures.ts";
import { bodyOf, callsTo, expectSound, servePages, site } from "../../served.ts";

servePages();

/** The lists that wait for the office, which are shown as one. */
const workQueues =
  "admission,investigation,conciliation,resolution,signature,notification,elevation,execution" as const;
const box = "Buscar por número, DNI, teléfono o nombre";

describe("the one box", () => {
  const opened = (stubs = {}) => open({ as: "analyst", path: "/desk/bandeja/", reads: "Vence hoy", stubs });

  it("opens what it found with two strokes: one to search, one on the first row", async () => {
    const { page, violations } = await opened();
    await page.getByLabel(box).fill("re 2026 004192 7");
    await page.keyboard.press("Enter");
    await page.locator("a:focus", { hasText: "Reclamo RE-2026-004192-7" }).waitFor();
    await page.getByText("Se muestran los primeros 3.").waitFor();
    await expectSound(page, violations);
    await page.keyboard.press("Enter");
    await page.waitForURL(`${site.origin}/desk/reclamos/c1/`);
    expect(bodyOf("search")).toEqual({ text: "re 2026 004192 7" });
  });

  it("asks why a name is looked for, and sends the reason with it", async () => {
    const { page, violations } = await opened();
    await page.getByLabel(box).fill("prue uno");
    await page.getByLabel("¿Para qué lo busca por nombre?").selectOption("case-work");
    await page.keyboard.press("Enter");
    await page.locator("a:focus").waitFor();
    await expectSound(page, violations);
    expect(bodyOf("search")).toEqual({ text: "prue uno", reason: "case-work" });
    await page.getByLabel(box).fill("S001-82001");
    expect(await page.getByLabel("¿Para qué lo busca por nombre?").count()).toBe(0);
  });

  it("says of a telephone that it is a claim's former one, and opens the supply of a promised call", async () => {
    const promised = { what: "call-back", initials: "", at: "2026-11-24T14:30:00.000Z" } as const;
    const { page, violations } = await opened({
      search: answer("search", {
        found: [
          { ...promised, id: "k1", number: "00012345", over: false },
          { what: "claim", id: "c1", number: "RE-2026-004192-7", initials: "C. P. U.", former: true },
          { ...promised, id: "k2", number: "", over: true },
        ],
        more: false,
      }),
    });
    await page.getByLabel(box).fill("900000001");
    await page.keyboard.press("Enter");
    await page.locator("a:focus", { hasText: "Llamada prometida 00012345" }).waitFor();
    const rows = await page.locator("ul.found li").allInnerTexts();
    expect(rows.map((row) => row.replace(/\s+/g, " "))).toEqual([
      "Llamada prometida 00012345: 24 de noviembre de 2026, 9:30 a. m. Por devolver",
      "Reclamo RE-2026-004192-7: C. P. U. Con su teléfono anterior",
      "Llamada prometida: 24 de noviembre de 2026, 9:30 a. m. Ya se atendió",
    ]);
    const hrefs = await page.locator("ul.found a").evaluateAll((links) => links.map((a) => a.getAttribute("href")));
    expect(hrefs).toEqual(["/desk/atencion/?suministro=00012345", "/desk/reclamos/c1/", "/desk/llamadas/"]);
    await expectSound(page, violations);
  });

  it("says that nothing was typed, and that nothing was found", async () => {
    const { page, violations } = await opened({ search: answer("search", { found: [], more: false }) });
    await page.getByRole("button", { name: "Buscar" }).click();
    await page.locator("[role=alert]:focus", { hasText: "Escriba qué busca." }).waitFor();
    await page.getByLabel(box).fill("99999999");
    await page.keyboard.press("Enter");
    await page.locator("p:focus", { hasText: "No encontramos nada con eso." }).waitFor();
    await expectSound(page, violations);
  });
});

describe("who searched", () => {
  it("is listed by month for the manager, with the reason and what was shown", async () => {
    const { page, violations } = await open({
      as: "manager",
      path: "/desk/busquedas/?mes=2026-11",
      reads: "Por nombre",
    });
    const row = await page.locator("tr", { hasText: "Por nombre" }).innerText();
    expect(row).toContain("Quien llama o viene no tiene ningún número");
    expect(row).toContain("Suministro 00012345, Reclamo RE-2026-004192-7");
    expect(await page.locator("tr", { hasText: "Por número" }).innerText()).toContain("Ya no está en el registro");
    await expectSound(page, violations);
  });
});

describe("a claim that waits for its appointments", () => {
  it("is marked in the list, and its case says the reason", async () => {
    const appointmentsWait = work.claims[1]?.appointmentsWait;
    const { page } = await open({
      as: "analyst",
      path: "/desk/bandeja/",
      reads: "Vence hoy",
      stubs: { showCase: answer("showCase", { ...theCase, appointmentsWait }) },
    });
    const row = page.locator("tr", { hasText: "RE-2026-004192-7" });
    expect(await row.innerText()).toContain("Lugar para visita y audiencia");
    await row.getByRole("link").click();
    await page
      .getByText(
        "Espera lugar: se parece al reclamo RE-2026-004190-5. Esperan lugar: 12 reclamos del mismo origen ese día",
      )
      .waitFor();
  });
});

describe("the first page of each role", () => {
  it.each([
    [["operator"], "/desk/atencion/", "Atención Bandeja Solicitudes Llamadas Registrar atención Observaciones"],
    [
      ["analyst"],
      "/desk/bandeja/",
      "Bandeja Solicitudes Quejas Equipo Lecturas Llamadas Registrar atención Observaciones",
    ],
    [["inspector"], "/desk/inspecciones/", "Inspecciones Lecturas"],
    [["clerk"], "/desk/documentos/", "Atención Bandeja Solicitudes Firmas Quejas Documentos Entregas Llamadas Más"],
    [["conciliator"], "/desk/conciliaciones/", "Conciliaciones Bandeja"],
    [["resolver"], "/desk/bandeja/", "Bandeja Valores"],
    [["signer"], "/desk/firmas/", "Bandeja Firmas"],
    [["billing"], "/desk/importaciones/", "Bandeja Bloqueos Lecturas Importar"],
    [["administrator"], "/desk/equipo/", "Equipo Bloqueos Supervisión Importar Calendario Conservación Valores"],
    [["manager"], "/desk/tablero/", "Tablero Bandeja Solicitudes Por vencer Firmas Quejas Documentos Entregas Más"],
    [["external-supervisor"], "/desk/bandeja/", "Bandeja Informes Observaciones"],
    [
      ["analyst", "inspector"],
      "/desk/inspecciones/",
      "Inspecciones Bandeja Solicitudes Quejas Equipo Lecturas Llamadas Registrar atención Observaciones",
    ],
  ] as const)("%o: %s", async (as, path, menu) => {
    const { page } = await open({ as, path: "/desk/", reads: "Salir" });
    await page.waitForURL(site.origin + path);
    await page.locator("h1:focus").waitFor();
    // Beside «Llamadas» stands how many are overdue, in the same row.
    if (menu.includes("Llamadas")) await page.locator(".menu b", { hasText: "vencida" }).waitFor();
    const items = (await page.locator(".menu > li").allInnerTexts()).join(" ").replaceAll(/\s+/g, " ");
    expect(items.replace(" ■ 1 vencida", "")).toBe(menu);
    await page.setViewportSize({ width: 1280, height: 800 });
    const tops = await page
      .locator(".menu > li")
      .evaluateAll((items) => items.map((item) => item.getBoundingClientRect().top));
    expect(new Set(tops).size, "rows of the menu").toBe(1);
  });

  it("the rest of a long menu opens, and closes on the page that it led to", async () => {
    const { page, violations } = await open({ as: "manager", path: "/desk/bandeja/", reads: "Vence hoy" });
    const rest = page.locator(".menu details");
    await rest.getByText("Más").click();
    await expectSound(page, violations);
    await rest.getByRole("link", { name: "Calendario" }).click();
    await page.waitForURL(`${site.origin}/desk/calendario/`);
    await page.locator(".menu details:not([open])").waitFor();
  });

  it("the head of every page says who is signed in and as what; a supervisor's name is not asked for", async () => {
    const { page } = await open({ as: ["analyst", "inspector"], path: "/desk/bandeja/", reads: "Vence hoy" });
    await page.getByText("PERSONA DE PRUEBA ANALISTA UNO").waitFor();
    expect(await page.locator("header .person").innerText()).toContain("Analista de reclamos, Inspector");
    await open({ as: "external-supervisor", path: "/desk/bandeja/", reads: "Vence hoy" });
    await page.locator("header", { hasText: "Supervisor de SUNASS" }).waitFor();
    expect(callsTo("showMe")).toHaveLength(1);
  });

  it.each([
    ["analyst", "mine", workQueues],
    ["conciliator", "all of", "conciliation"],
    ["resolver", "all of", "resolution"],
    ["signer", "all of", "signature,resolution"],
    ["clerk", "all of", "notification,admission,elevation"],
    ["billing", "all of", "execution"],
    ["manager", "all of", workQueues],
    ["external-supervisor", "all of", workQueues],
  ] as const)("%s: %s %s", async (as, whose, queue) => {
    const { page } = await open({ as, path: "/desk/bandeja/", reads: "Vence hoy" });
    const asked = page.waitForResponse((response) => response.url().includes("/desk/claims?"));
    await page.reload();
    const { searchParams } = new URL((await asked).url());
    expect([searchParams.get("owner"), searchParams.get("queue")]).toEqual([whose === "mine" ? "me" : null, queue]);
  });
});

describe("the work list", () => {
  it.each([
    [-2, "overdue", "Vencido hace 2 días hábiles"],
    [-1, "overdue", "Vencido hace 1 día hábil"],
    [0, "soon", "Vence hoy"],
    [1, "soon", "Vence en 1 día hábil"],
    [3, "soon", "Vence en 3 días hábiles"],
    [4, "in-time", "Faltan 4 días hábiles"],
    [12, "in-time", "Faltan 12 días hábiles"],
    [undefined, "none", "Sin plazo en curso"],
  ] as const)("$1, «$2»", (daysLeft, urgency, words) => {
    expect(urgencyOf(daysLeft)).toEqual({ urgency, words });
  });

  it.each([
    [-1, "overdue", "Se perdió hace 1 día hábil"],
    [0, "overdue", "Se pierde hoy"],
    [1, "overdue", "Falta 1 día hábil"],
    [2, "soon", "Faltan 2 días hábiles"],
    [4, "in-time", "Faltan 4 días hábiles"],
  ] as const)("of what silence grants, with %i days left: $1, «$2»", (daysLeft, urgency, words) => {
    expect(lossOf(daysLeft)).toEqual({ urgency, words });
  });

  it("shows each light by mark and words, the counts, and claims that moved to another list; adds more rows below", async () => {
    const { page } = await open({
      as: "analyst",
      path: "/desk/bandeja/?de=equipo&cola=admission",
      reads: "Vence hoy",
    });
    expect(await page.locator("td .light").allInnerTexts()).toEqual([
      "■ Falta 1 día",
      "▲ Vence hoy",
      "▲ Vence en 3 días",
      "● Faltan 12 días",
      "■ Vencido hace 1 día",
    ]);
    const tabs = (await page.locator(".tabs a").allInnerTexts()).map((text) => text.replace(/\s+/g, " "));
    expect(tabs).toEqual([
      "Por hacer 1,512 ■ 2 vencidos ▲ 4 por vencer",
      "Por admitir 12 ■ 2 vencidos ▲ 3 por vencer",
      "En investigación 1,500 ▲ 1 por vencer",
      "Por elevar 0",
    ]);
    const waits = await page.locator("td:nth-child(4)").allInnerTexts();
    expect(waits.map((text) => text.replaceAll("\u00a0", " "))).toEqual([
      "Admitirlo u observarlo. Meta pasada: admitir u observar, 30 nov.",
      "Lugar para visita y audiencia.",
      "Admitirlo u observarlo.",
      "Ya pasó a «En investigación».",
      "Un archivo sin revisar.",
    ]);
    expect((await page.locator("td:nth-child(2)").first().innerText()).replaceAll("\u00a0", " ")).toBe(
      "Se pierde el jue 3 dic (silencio)",
    );
    site.stubs.listWork = answer("listWork", { claims: [{ ...work.claims[0]!, claimId: "c6", code: "RE-6" }] });
    await page.click("text=Ver más");
    await page.getByText("6 reclamos a la vista").waitFor();
    expect(await page.getByText("Ver más").count()).toBe(0);
  });

  it("whose claims, which list and in which order stand in the address, through a reload and on going back", async () => {
    const { page } = await open({ as: "analyst", path: "/desk/bandeja/", reads: "Vence hoy" });
    await page.click("text=De mi equipo");
    await page.click("text=Por responsable");
    await page.click("text=En investigación >> nth=0");
    const address = `${site.origin}/desk/bandeja/?de=equipo&cola=investigation&orden=responsable`;
    await page.waitForURL(address);
    await page.reload();
    await page.locator("h2", { hasText: "En investigación" }).waitFor({ state: "attached" });
    const asked = new URLSearchParams(callsTo("listWork").at(-1)?.search);
    expect(Object.fromEntries(asked)).toEqual({ limit: "30", queue: "investigation", order: "owner" });
    await page.click("text=RE-2026-004191-7");
    await page.locator("h1:focus", { hasText: "RE-2026-004192-7" }).waitFor();
    await page.getByRole("link", { name: "Mi bandeja: En investigación" }).waitFor();
    await page.goBack();
    await page.waitForURL(address);
    await page.locator("[aria-current]", { hasText: "Por responsable" }).waitFor();
  });

  it("shows fourteen claims or more on a desk's screen, each in one line", async () => {
    const many = Array.from({ length: 50 }, (_, at) => ({ ...work.claims[at % 5]!, claimId: `d${at}` }));
    for (const as of ["analyst", "manager"] as const) {
      const { page } = await open({
        as,
        path: "/desk/bandeja/",
        reads: "Vence hoy",
        stubs: { listWork: answer("listWork", { claims: many }) },
        width: 1280,
        height: 800,
      });
      await page.locator(".tabs b").first().waitFor();
      const bottoms = await page
        .locator("tbody tr")
        .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().bottom));
      expect(bottoms.filter((bottom) => bottom <= 800).length, as).toBeGreaterThanOrEqual(14);
    }
  });

  it("is walked by keys: j and k from row to row, Enter opens, j goes on to the next case, Esc comes back", async () => {
    const { page } = await open({ as: "analyst", path: "/desk/bandeja/?de=equipo", reads: "Vence hoy" });
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    expect(await page.locator("a:focus").innerText()).toBe("RE-2026-004192-7");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Siguiente: RE-2026-004193-7" }).waitFor();
    await page.getByRole("link", { name: "Anterior: RE-2026-004191-7" }).waitFor();
    await page.keyboard.press("j");
    await page.waitForURL(`${site.origin}/desk/reclamos/c3/`);
    await page.getByRole("link", { name: "Siguiente: RE-2026-004194-7" }).waitFor();
    await page.keyboard.press("Escape");
    await page.waitForURL(`${site.origin}/desk/bandeja/?de=equipo`);
  });

  it("letters are typed in a field as anywhere, and do nothing once they are switched off", async () => {
    const { page } = await open({ as: "analyst", path: "/desk/bandeja/", reads: "Vence hoy" });
    await page.getByLabel(box).fill("");
    await page.getByLabel(box).press("j");
    expect(await page.getByLabel(box).inputValue()).toBe("j");
    await page.locator("main summary", { hasText: "Atajos de teclado" }).click();
    await page.getByLabel("Usar las letras j y k").uncheck();
    await page.locator("h1").focus();
    await page.keyboard.press("j");
    expect(await page.locator("a:focus").count()).toBe(0);
  });

  it("after an act the case leads to the next one of its list, and after the last one to the list", async () => {
    const { page } = await open({ as: "analyst", path: "/desk/bandeja/?de=equipo", reads: "Vence hoy" });
    await page.locator("[role=status]", { hasText: "5 reclamos" }).waitFor();
    await page.goto(`${site.origin}/desk/reclamos/c4/?hecho=admision`);
    await page.locator(".notice.good").getByRole("link", { name: "Siguiente: RE-2026-004195-7" }).click();
    await page.waitForURL(`${site.origin}/desk/reclamos/c5/`);
    await page.goto(`${site.origin}/desk/reclamos/c5/?hecho=admision`);
    await page.locator(".notice.good").getByRole("link", { name: "Volver a la lista" }).click();
    await page.waitForURL(`${site.origin}/desk/bandeja/?de=equipo`);
    await expect.poll(() => page.locator("h1").innerText()).toBe("Mi bandeja");
  });
});

describe("documents and holds", () => {
  it("a submission is received into the claim it names", async () => {
    const { page } = await open({ as: "clerk", path: "/desk/documentos/f1/", reads: "Revisar y registrar" });
    expect(await page.inputValue("#claimCode")).toBe(submission.claim?.code);
    await page.check("input[value=received]");
    await send(page);
    await page.getByText("El documento quedó registrado.").waitFor();
    await page.locator("h1:focus", { hasText: submission.number }).waitFor();
    expect(bodyOf("receiveSubmission")).toEqual({
      outcome: "received",
      kind: "document",
      claimCode: submission.claim?.code,
    });
  });

  it("a day's holds are downloaded as the API wrote them, and a pasted column acknowledges them row by row", async () => {
    const { page } = await open({ as: "billing", path: "/desk/bloqueos/", reads: "SC-000123" });
    const coming = page.waitForEvent("download");
    await page.click("text=Descargar el archivo del día");
    expect((await coming).suggestedFilename()).toBe("bloqueos_2026-11-23.csv");
    await page.locator("td input").first().focus();
    await page.evaluate(`{
      const clipboardData = new DataTransfer();
      clipboardData.setData("text", "SC-1\\nSC-2\\n");
      document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
    }`);
    await send(page);
    await page.getByText("2 cambios confirmados").waitFor();
    const code = (receiptNumber: string, code: string, reference: string) => ({
      receiptNumber,
      code,
      version: 1,
      reference,
    });
    expect(bodyOf("acknowledgeExchange")).toEqual({
      date: "2026-11-23",
      acknowledgements: [
        code("S001-00045013", "RE-2026-004192-7", "SC-1"),
        code("S001-00045014", "RE-2026-004193-7", "SC-2"),
      ],
    });
  });
});

it("a day of many holds shows 25, those to confirm first, and all of them once a column is pasted", async () => {
  const hold = { supplyCode: "00012345", code: "RE-2026-004192-7", period: "2026-10", version: 1 } as const;
  const acknowledged = { at: "2026-11-23T15:00:00.000Z", reference: "SC-000123" };
  const holds = Array.from({ length: 30 }, (_, at) => ({
    ...hold,
    receiptNumber: `S001-${at + 10}`,
    at: "2026-11-23T14:00:00.000Z",
    action: "set" as const,
    ...(at < 3 && { acknowledged }),
  }));
  const { page } = await open({
    as: "billing",
    path: "/desk/bloqueos/",
    reads: "Mostrar 5 filas más",
    stubs: { listHolds: answer("listHolds", { fileName: "a.csv", csv: "", holds }) },
  });
  const rows = page.locator("tbody tr:visible");
  expect(await rows.count()).toBe(25);
  expect(await rows.first().innerText()).toContain("S001-13");
  await page.locator("td input").first().focus();
  await page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", Array.from({ length: 27 }, (_, at) => "SC-" + at).join("\\n"));
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  }`);
  await page.locator("tbody tr:visible", { hasText: "SC-000123" }).first().waitFor();
  expect(await rows.count()).toBe(30);
  expect(await rows.nth(26).locator("input").inputValue()).toBe("SC-26");
});

it("a day's corrections say what is asked and are acknowledged as corrections, under the list of late ones", async () => {
  const change = { supplyCode: "00012345", period: "2026-10", version: 2, at: "2026-11-23T15:00:00.000Z" };
  const one = { ...change, receiptNumber: "S001-00045013", code: "RE-2026-004192-7" };
  const { page, violations } = await open({
    as: "billing",
    path: "/desk/bloqueos/",
    reads: "Nota de crédito por S/ 98.53: S/ 83.50 más IGV de S/ 15.03",
    stubs: {
      listHolds: answer("listHolds", { fileName: "a.csv", csv: "", holds: [] }),
      listNotes: answer("listNotes", {
        fileName: "notas_20261123.csv",
        csv: "x",
        receipts: [
          {
            ...one,
            notes: [
              {
                kind: "rebill",
                before: { m3: 45, amount: "156.61" },
                after: { m3: 20, amount: "58.08" },
                concepts: [],
              },
              { kind: "credit-note", base: "83.50", tax: "15.03", amount: "98.53" },
              { kind: "payable-from", from: "2026-11-23", amount: "58.08" },
            ],
          },
        ],
      }),
      listUnanswered: answer("listUnanswered", {
        answerHours: 4,
        unanswered: [{ ...one, what: "note", day: "2026-11-20", workingHours: 9 }],
      }),
    },
  });
  await page.getByText("Sin respuesta del sistema comercial en 4 horas hábiles").first().waitFor();
  await page.getByText("de 45 m³ y S/ 156.61 a 20 m³ y S/ 58.08").waitFor();
  await expectSound(page, violations);
  await page.locator("td input").first().fill("SC-9");
  await send(page);
  await page.getByText("confirmados").waitFor();
  expect(bodyOf("acknowledgeExchange")).toEqual({
    date: "2026-11-23",
    of: "notes",
    acknowledgements: [{ receiptNumber: one.receiptNumber, code: one.code, version: 2, reference: "SC-9" }],
  });
});

it("the receipts that can be claimed are those of the supply that was found", async () => {
  const { page } = await open({
    as: "operator",
    path: "/desk/atencion/",
    reads: "Borrador. Todavía no",
    act: beginClaim,
  });
  expect(await page.locator("input[name=receipts]").count()).toBe(found.receipts.length);
});

describe("the values of the law", () => {
  it("are found by name, value or source without accents, and by their status", async () => {
    const { page, violations } = await open({ as: "manager", path: "/desk/valores/", reads: "Confirmados: 1 de 6." });
    const items = page.locator("details[open] li");
    await page.getByText("Queja: 1 de 2 por confirmar").waitFor();
    await page.getByLabel("Buscar un valor o una plantilla").fill("dias HABILES");
    await page.getByText("1 resultado", { exact: true }).waitFor();
    await page.getByText("Queja: 1 confirmado").waitFor();
    expect(await items.innerText()).toContain("Confirmado por Asesoría Jurídica el 20 de noviembre de 2026.");
    await page.getByLabel("Buscar un valor o una plantilla").fill("atipico");
    await page.getByText("Aviso de consumo atípico").waitFor();
    await page.getByLabel("Mostrar").selectOption("stand-in");
    await page.getByText("No hay nada con eso.").waitFor();
    await page.getByLabel("Buscar un valor o una plantilla").fill("");
    await page.getByText("1 resultado", { exact: true }).waitFor();
    expect(await items.innerText()).toContain("Prestado o inventado: por reemplazar desde el 24 de noviembre de 2026.");
    await expectSound(page, violations);
  });
});
