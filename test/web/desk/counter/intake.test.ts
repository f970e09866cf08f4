import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { filed, found, masked, theCase, unknown } from "../../desk-fixtures.ts";
import { beginClaim, open, search, send } from "../../desk-site.ts";
import { fillClaim, fillIntake } from "../../desk-typing.ts";
import { answer, corrected, gatewaySays, refusal } from "../../fixtures.ts";
import { bodyOf, callsTo, expectSound, servePages, site } from "../../served.ts";

servePages();

/** How many screens of 800 px the page takes at its width. */
const screens = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollHeight / innerHeight);
/** What is read aloud of a screen: all between «». */
const spokenIn = (text: string): readonly string[] => text.match(/«[^»]+»/g) ?? [];

describe("the intake", () => {
  it("is done with the keyboard alone, and read aloud at its end", async () => {
    const warned = { rule: "duplicate", severity: "warns", text: "Ya hay un reclamo por octubre de 2026." } as const;
    const fine = { rule: "term", severity: "explains", text: "Puedes reclamar hasta enero." } as const;
    const { page, violations } = await open({
      ...{ as: "operator", path: "/desk/atencion/", reads: "Código de suministro" },
      stubs: { checkCalledClaim: answer("checkCalledClaim", { findings: [warned, fine] }) },
    });
    await page.setViewportSize({ width: 1280, height: 800 });
    const focus = async (field: string) => {
      // On a slow machine what was asked for is not there yet, and forty tabs go round without it.
      await page.locator(field).first().waitFor();
      for (let tabs = 0; tabs < 40 && !(await page.locator(`${field}:focus`).count()); tabs++)
        await page.keyboard.press("Tab");
      await page.locator(`${field}:focus`).waitFor();
    };
    const type = async (field: string, text: string) => {
      await focus(field);
      await page.keyboard.type(text);
    };
    const mark = async (name: string, down: number) => {
      await focus(`[name=${name}]`);
      await page.keyboard.press("Space");
      for (let at = 0; at < down; at++) await page.keyboard.press("ArrowDown");
    };
    const pick = async (name: string, down: number) => {
      await focus(`#${name}`);
      for (let at = 0; at < down; at++) await page.keyboard.press("ArrowDown");
    };
    await type("#supplyCode", "12345");
    await page.keyboard.press("Enter");
    await focus("button:has-text('Registrar un reclamo')");
    await page.keyboard.press("Enter");
    await page.getByText("Borrador. Todavía no").waitFor();
    await mark("receipts", 0);
    await pick("reason", 1);
    await type("#grounds", "Somos cuatro personas.");
    await pick("request", 1);
    await pick("leakCheck", 3);
    await type("#meterReading", "477");
    await mark("meterTest", 1);
    await mark("privacyNoticeRead", 0);
    await page.click("text=Qué hacemos con los datos");
    const privacy = (await page.locator("form details[open] p:has(b)").allInnerTexts()).join(" ");
    await page.click("text=Qué hacemos con los datos");
    const asked = await page.locator("form .spoken").innerText();
    await pick("as", 1);
    await type("#number", "00000001");
    await type("#givenNames", "CLIENTE");
    await type("#paternalSurname", "DE PRUEBA");
    await type("#address", "Calle de Prueba 000");
    await type("#telephone", "900000001");
    await pick("visitPreference", 2);
    await page.focus("#telephone");
    expect(await screens(page)).toBeLessThanOrEqual(2);
    await page.keyboard.press("Enter");
    await page.locator("h3:focus", { hasText: "Léale lo que anotó" }).waitFor();
    await page.getByText("Tenga en cuenta").waitFor();
    expect(bodyOf("checkCalledClaim")).toMatchObject({
      supplyCode: "00012345",
      channel: "telephone",
      claimType: "F01",
    });
    const back = (await page.locator("form .card").innerText()).replace(/\s+/g, " ");
    for (const words of [
      "Usted es CLIENTE DE PRUEBA, titular, DNI 00000001.",
      "Del suministro 00012345 reclama: octubre de 2026, 62 m³, S/ 223.61.",
      "Dice: Usé menos agua de la que dice.",
      "Nos cuenta: Somos cuatro personas.",
      "Solicita: Que",
      "La decisión va en papel. ¿Está bien?",
    ])
      expect(back).toContain(words);
    expect(await page.getByText(fine.text).count()).toBe(0);
    expect(await screens(page)).toBeLessThanOrEqual(2);
    expect(callsTo("takeClaim")).toHaveLength(0);
    await mark("leaflet", 0);
    await mark("declaredBy", 0);
    const confirmed = await page.locator("form").last().innerText();
    await page.click("text=Cartilla informativa");
    const leaflet = (await page.locator("form details[open] li").allInnerTexts()).join(" ");
    await page.focus("[name=declaredBy]");
    await page.keyboard.press("Enter");
    await page.locator("h1:focus", { hasText: "Reclamo registrado" }).waitFor();
    expect(bodyOf("takeClaim")).toEqual({
      supplyCode: "00012345",
      channel: "telephone",
      claimType: "F01",
      receipts: [{ number: "S001-00045013", period: "2026-10" }],
      grounds: "Somos cuatro personas.",
      request: "bill-normal-use",
      leakCheck: "not-yet",
      meterReading: 477,
      meterTest: false,
      leaflet: true,
      privacyNoticeRead: true,
      declaredBy: "voice",
      visitPreference: "afternoon",
      hearingMode: "telephone",
      claimant: {
        givenNames: "CLIENTE",
        paternalSurname: "DE PRUEBA",
        document: { kind: "DNI", number: "00000001" },
        standing: { as: "holder" },
        address: "Calle de Prueba 000",
        telephone: "900000001",
        notifyByEmail: false,
        languageChoice: { language: "es", interpreter: false },
      },
    });
    const read = (await page.locator(".card p").allInnerTexts()).join(" ");
    for (const words of [
      filed.code,
      "viernes 27 de noviembre de 2026",
      "martes 22 de diciembre",
      "13 de enero de 2027",
    ])
      expect(read).toContain(words);
    await page.getByText("Su código va ahora a su celular por mensaje de texto.").waitFor();
    expect(await page.getByText("Registrar copia enviada").count()).toBe(0);
    // Speech at 150 words a minute: the questions, the notice about data, what is read back, the leaflet, what was
    // filed.
    const said = [...spokenIn(asked), privacy, ...spokenIn(confirmed), leaflet, read];
    const words = said.join(" ").trim().split(/\s+/).length;
    expect(words / 150).toBeLessThanOrEqual(4);
    expect(violations).toEqual([]);
  });

  it("names every missing answer at once, by its question, and asks only what applies", async () => {
    const { page, violations } = await open({
      ...{ as: "operator", path: "/desk/atencion/", reads: "Borrador. Todavía no", act: beginClaim },
    });
    expect(await page.locator("#leakCheck, #visitPreference, #companyName, [name=notifyByEmail]").count()).toBe(0);
    await page.fill("#email", "cliente@example.pe");
    await page.click("text=Leerle lo anotado");
    const summary = page.locator("[role=alert]:focus");
    for (const words of [
      "Elija qué recibos reclama.",
      "Elija qué pasó con su recibo.",
      "Escriba qué pasó, con sus palabras.",
      "Elija qué quiere que hagamos.",
      "Elija quién es",
      "Escriba sus nombres.",
      "Escriba su apellido paterno.",
      "Elija si la decisión se le notifica por correo.",
    ])
      await summary.getByText(words).waitFor();
    // A contact is an e-mail, a mobile or an address; without one, the claim could not be filed.
    expect(await summary.getByText("Escriba un celular, un correo o una dirección").count()).toBe(0);
    await page.fill("#email", "");
    await page.selectOption("#reason", "used-less");
    await page.click("text=Leerle lo anotado");
    for (const words of ["Elija si quiere que se pruebe su medidor.", "Escriba un celular, un correo o una dirección"])
      await summary.getByText(words).waitFor();
    await page.selectOption("#reason", "");
    await page.click("text=Leerle lo anotado");
    await summary.getByText("Elija qué pasó con su recibo.").click();
    await page.locator("#reason:focus").waitFor();
    await page.selectOption("#reason", "tariff");
    expect(await page.locator("#leakCheck").count()).toBe(0);
    await page.locator("#visitPreference").waitFor();
    await page.selectOption("#reason", "charge");
    expect(await page.locator("#visitPreference").count()).toBe(0);
    await page.selectOption("#as", "representative");
    await page.locator("#companyName").waitFor();
    await expectSound(page, violations);
  });

  it("is opened by a telephone exchange with the caller's number, which is searched at once", async () => {
    const { page, violations } = await open({
      ...{ as: "operator", path: "/desk/llamada/?numero=900000001", reads: "Se muestran los primeros 3." },
    });
    expect(bodyOf("search")).toEqual({ text: "900000001" });
    await page.locator("a:focus", { hasText: "Reclamo RE-2026-004192-7" }).waitFor();
    await page.getByText("Suministro 00012345").first().click();
    await page.waitForURL(`${site.origin}/desk/atencion/?suministro=00012345`);
    await page.getByText("Lo que ve en su recibo de octubre de 2026").waitFor();
    expect(await page.inputValue("#supplyCode")).toBe("00012345");
    await expectSound(page, violations);
  });

  it("shows the next caller nothing of the one before, whichever way the next call is opened", async () => {
    const { page } = await open({
      ...{ as: "operator", path: "/desk/atencion/", reads: "El documento coincide", act: search },
    });
    const asked = callsTo("searchSupplies").length;
    await page.goto(`${site.origin}/desk/llamada/?numero=900000009`);
    await page.getByText("Se muestran los primeros 3.").waitFor();
    expect(await page.inputValue("#documentNumber")).toBe("");
    expect(callsTo("searchSupplies")).toHaveLength(asked);
    await search(page);
    await page.getByText("El documento coincide").waitFor();
    // The same call, opened again.
    await page.reload();
    await page.getByText("El documento coincide").waitFor();
    await page.click("text=Atender a otra persona");
    await page.waitForURL(`${site.origin}/desk/atencion/`);
    await expect.poll(() => page.inputValue("#documentNumber")).toBe("");
    await page.goto(`${site.origin}/desk/atencion/?suministro=00012345`);
    await expect.poll(() => bodyOf("searchSupplies")).toEqual({ supplyCode: "00012345" });
  });

  it("keeps what was typed through a reload, and repeats a claim whose answer was lost with its key", async () => {
    const { page } = await open({
      as: "operator",
      path: "/desk/atencion/",
      reads: "El sistema no responde",
      stubs: { takeClaim: gatewaySays(503) },
      act: fillIntake,
    });
    await page.reload();
    await page.getByText("Borrador. Todavía no").waitFor();
    await expect.poll(() => page.inputValue("#grounds")).toBe("Somos cuatro y no usamos tanta agua.");
    expect(await page.isChecked("input[name=receipts][value='S001-00045013']")).toBe(true);
    site.stubs.takeClaim = answer("takeClaim", filed, 201);
    await send(page);
    await page.getByText("Léale lo que anotó").waitFor();
    await send(page);
    await page.getByText("Lea esto en voz alta").waitFor();
    const keys = callsTo("takeClaim").map(({ headers }) => headers["idempotency-key"]);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    await page.click("text=Atender a otra persona");
    await beginClaim(page);
    await page.getByText("Borrador. Todavía no").waitFor();
    expect(await page.inputValue("#grounds")).toBe("");
  });

  const made = (...kinds: readonly ("claim-form" | "telephone-copy")[]) =>
    answer("showCase", {
      ...theCase,
      documents: theCase.documents.flatMap((one) =>
        kinds.map((kind) => ({ ...one, kind, documentId: kind, fileName: `${kind}.pdf` })),
      ),
    });

  it("gives a person at the counter their cargo on paper where it ends, as soon as it is made", async () => {
    const asked: string[] = [];
    const { page, violations } = await open({
      ...{ as: "clerk", path: "/desk/atencion/", reads: "El papel se está preparando" },
      stubs: {
        showCase: made(),
        downloadCaseAttachment: ({ path }) => {
          asked.push(path);
          return refusal("unexpected");
        },
      },
      act: fillIntake,
    });
    site.stubs.showCase = made("telephone-copy", "claim-form");
    const download = page.getByRole("button", { name: "Descargar su cargo para imprimirlo claim-form.pdf" });
    await download.click();
    await page.getByText("No lleva la clave del reclamo").waitFor();
    await expect.poll(() => asked.join()).toMatch(/c9.*claim-form/);
    // They have a mobile: the text message goes out too, and nothing goes by post.
    await page.getByText("Su código va ahora a su celular").waitFor();
    expect(await page.getByText("por carta").count()).toBe(0);
    await expectSound(page, violations);
  });

  const observed = { ...filed, observed: { defects: ["Falta el poder."], until: "2026-11-27" } };
  it.each([
    ["counter", "dele su cargo en papel", "Descargar su cargo para imprimirlo", 0],
    ["telephone", "envíele la copia por carta", "Descargar la copia para imprimirla", 1],
  ] as const)(
    "of who left neither mobile nor mail, by %s, says what is done with the paper",
    async (channel, words, label, posted) => {
      const { page } = await open({
        ...{ as: "clerk", path: "/desk/atencion/", reads: words },
        stubs: { showCase: made("telephone-copy", "claim-form"), takeClaim: answer("takeClaim", observed, 201) },
        act: async (form) => {
          await beginClaim(form);
          await form.check(`input[name=channel][value=${channel}]`);
          await form.click("text=octubre de 2026: 62");
          await fillClaim(form);
          await form.fill("#telephone", "");
          await send(form);
          await form.getByText("No dio un número al que llamarlo para la reunión").waitFor();
          await form.getByText("Léale lo que anotó").waitFor();
          await send(form);
        },
      });
      await page.getByRole("button", { name: label }).waitFor();
      expect(await page.getByText("Registrar copia enviada por carta").count()).toBe(posted);
      await page.getByText("Lo que le notifiquemos va en papel, a Calle de Prueba 000.").waitFor();
      await page.getByText("Tiene hasta el viernes 27 de noviembre de 2026.").waitFor();
      expect(await page.getByText("Le llega un enlace").count()).toBe(0);
    },
  );
});

describe("the page of who calls", () => {
  it("shows the receipt as its customer sees it, and the open matters with what they wait for", async () => {
    const { page, violations } = await open({
      ...{ as: "operator", path: "/desk/atencion/", reads: "El documento coincide", act: search },
    });
    const main = page.locator("main");
    for (const words of [
      "«Este mes el medidor marcó 62 m³, más de 4 veces lo normal en su casa: 15 m³.",
      "está en reclamo: no tiene que pagarlo mientras se decide.",
      "RE-2026-004192-7",
      "Le toca a la empresa, a más tardar el 23 de diciembre de 2026.",
      "«Responda la propuesta de acuerdo:",
      "SO-2026-000812-4",
      "por solucionar hasta el 24 de noviembre de 2026",
      "Asuntos terminados: 1",
    ])
      await main.getByText(words).first().waitFor();
    await page.selectOption("#explained", "2026-09");
    await expect.poll(() => callsTo("searchSupplies").length).toBe(2);
    expect(bodyOf("searchSupplies")).toEqual({
      ...{ supplyCode: "12345", documentNumber: "00000001", period: "2026-09" },
    });
    await expectSound(page, violations);
  });

  it("shows what a claim left a receipt at, with what it was issued for", async () => {
    const [newest, ...older] = found.receipts;
    const { page, violations } = await open({
      ...{ as: "operator", path: "/desk/atencion/", reads: "El documento coincide", act: search },
      stubs: {
        searchSupplies: answer("searchSupplies", {
          ...found,
          receipts: newest ? [{ ...newest, corrected: corrected.monthTotal }, ...older] : [],
          explained: found.explained && {
            ...found.explained,
            receipt: { ...found.explained.receipt, status: "PENDING", held: undefined, corrected },
          },
        }),
      },
    });
    const card = (await page.locator("section.card", { hasText: "Un reclamo corrigió" }).innerText()).replaceAll(
      /\s+/g,
      " ",
    );
    expect(card).toContain("S/ 8,897.45, por pagar. Un reclamo corrigió el monto de ese mes: se emitió por");
    expect(card).toContain("queda en S/ 45.60, por 12 m³. Se paga desde el martes 1 de diciembre de 2026.");
    expect(card).not.toContain("«");
    await page.getByText("corregido: S/ 45.60").waitFor({ state: "attached" });
    await expectSound(page, violations);
  });

  it("is masked until they give a receipt and its total, and a claim is taken all the same", async () => {
    const { page, violations } = await open({
      ...{ as: "operator", path: "/desk/atencion/?suministro=00012345", reads: "Lo que se puede decir sin el dato" },
      stubs: { searchSupplies: answer("searchSupplies", masked) },
    });
    await page.getByText("Solo para usted: este suministro tiene 2 asuntos abiertos, que verá con el dato.").waitFor();
    expect(await page.locator("section.card", { hasText: "Lo que se puede decir" }).innerText()).not.toMatch(/asunto/);
    expect(await page.locator("main").innerText()).not.toMatch(/S\/|m³|RE-2026/);
    await page.fill("#receiptNumber", "S001-00045013");
    await page.fill("#total", "22");
    await page.click("text=Buscar >> nth=-1");
    await page.getByText("■ Ese número de recibo y ese total no coinciden").waitFor();
    await page.click("button >> text=Registrar un reclamo");
    await page.getByText("octubre de 2026", { exact: true }).waitFor();
    await page.click("text=Volver a lo que se sabe");
    await expectSound(page, violations);
    site.stubs.searchSupplies = answer("searchSupplies", { ...found, holder: undefined });
    await page.fill("#total", "223.61");
    await page.click("text=Buscar >> nth=-1");
    await page.getByText("● El recibo y su total coinciden.").waitFor();
    expect(bodyOf("searchSupplies")).toMatchObject({ receiptNumber: "S001-00045013", total: "223.61" });
    await page.getByText("Lo que ve en su recibo").waitFor();
  });

  it("of a supply that is not on record says what follows, and its claim is taken as it is dictated", async () => {
    const { page, violations } = await open({
      ...{
        as: "operator",
        path: "/desk/atencion/?suministro=777",
        reads: "Ese suministro no está en nuestros registros",
      },
      stubs: {
        searchSupplies: answer("searchSupplies", unknown),
        takeClaim: answer("takeClaim", { ...filed, receipts: [{ number: "S001-99", period: "2026-10" }] }, 201),
      },
    });
    await page.getByText("La oficina busca el suministro después.").waitFor();
    expect(await page.getByRole("button", { name: "Anotar el contacto" }).count()).toBe(0);
    await page.click("button >> text=Registrar un reclamo");
    await page.getByText("Si no lo tiene, basta el suministro.").waitFor();
    await page.fill("#typedMonth", "13/2026");
    await page.click("text=Leerle lo anotado");
    const summary = page.locator("[role=alert]:focus");
    await summary.getByText("Escriba el número de ese recibo").waitFor();
    await summary.getByText("Escriba el mes de ese recibo").waitFor();
    expect(await summary.getByText("Elija qué recibos reclama.").count()).toBe(0);
    await page.fill("#typedReceipt", "S001-99");
    await page.fill("#typedMonth", "octubre 2026");
    await fillClaim(page);
    await expectSound(page, violations);
    await send(page);
    await page.getByText("Del suministro 00000777 reclama: el recibo S001-99, de octubre de 2026.").waitFor();
    await page.getByText("no queda retenido hasta encontrarlo").waitFor();
    await send(page);
    await page.getByText("No tenemos en nuestros registros: S001-99, octubre de 2026.").waitFor();
    expect(bodyOf("takeClaim")).toMatchObject({
      supplyCode: "00000777",
      receipts: [{ number: "S001-99", period: "2026-10" }],
    });
    await expectSound(page, violations);
  });

  it("takes a receipt that is not in the list beside those that are", async () => {
    const { page, violations } = await open({
      ...{ as: "operator", path: "/desk/atencion/", reads: "Borrador. Todavía no", act: beginClaim },
    });
    await page.click("text=Otro recibo, que no está en la lista");
    await page.fill("#typedReceipt", "S001-99");
    await page.fill("#typedMonth", "8/2026");
    await page.click("text=octubre de 2026: 62");
    await fillClaim(page);
    await send(page);
    await page.getByText("S/ 223.61; el recibo S001-99, de agosto de 2026.").waitFor();
    await send(page);
    await page.getByText("Lea esto en voz alta").waitFor();
    expect(bodyOf("takeClaim")).toMatchObject({
      receipts: [
        { number: "S001-00045013", period: "2026-10" },
        { number: "S001-99", period: "2026-08" },
      ],
    });
    expect(violations).toEqual([]);
  });

  it("of another supply begins anew, without what the last caller gave", async () => {
    const { page } = await open({
      as: "operator",
      path: "/desk/atencion/",
      reads: "Borrador. Todavía no",
      act: beginClaim,
    });
    site.stubs.searchSupplies = answer("searchSupplies", { ...masked, supplyCode: "00000077" });
    await page.goto(`${site.origin}/desk/atencion/?suministro=00000077`);
    await page.getByText("Lo que se puede decir sin el dato").waitFor();
    expect(bodyOf("searchSupplies")).toEqual({ supplyCode: "00000077" });
    // The proof is what the caller is asked for next.
    await page.locator("#documentNumber:focus").waitFor();
    expect(await page.getByText("Borrador. Todavía no").count()).toBe(0);
  });

  it("gives its place to what is done for them, and the focus to what can be done next", async () => {
    const { page, violations } = await open({
      ...{ as: "operator", path: "/desk/atencion/", reads: "El documento coincide", act: search },
    });
    const tasks = page.locator("section:focus", { hasText: "Registrar un reclamo" });
    await tasks.waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText("Borrador. Todavía no").waitFor();
    expect(await page.locator("search, #supplyCode").filter({ visible: true }).count()).toBe(0);
    await page.getByText("Suministro 00012345", { exact: true }).waitFor();
    await expectSound(page, violations);
    await page.click("text=Volver a lo que se sabe");
    await tasks.waitFor();
    expect(await page.locator("search, #supplyCode").filter({ visible: true }).count()).toBe(2);
    await page.reload();
    await page.getByText("Lo que ve en su recibo").waitFor();
    expect(await page.getByText("Borrador. Todavía no").count()).toBe(0);
  });

  it("asks a holder once for the document that they gave", async () => {
    const { page } = await open({
      ...{ as: "operator", path: "/desk/atencion/", reads: "Borrador. Todavía no", act: beginClaim },
    });
    await page.selectOption("#as", "representative");
    expect(await page.inputValue("#number")).toBe("");
    await page.selectOption("#as", "holder");
    await expect.poll(() => page.inputValue("#number")).toBe("00000001");
  });

  it.each([
    ["yes", "Quiere que se pruebe su medidor. Acepta pagarla si no marca de más."],
    ["no", "Quiere que se pruebe su medidor. No acepta pagarla si no marca de más."],
  ])(
    "reads back that the meter's test is asked for, with its cost (%s), and the hearing's number",
    async (pays, said) => {
      const path = "/desk/atencion/";
      const { page } = await open({ as: "operator", path, reads: "Borrador. Todavía no", act: beginClaim });
      await page.click("text=octubre de 2026: 62");
      await fillClaim(page);
      await page.check("input[name=meterTest][value=yes]");
      await page.check(`input[name=meterTestCost][value=${pays}]`);
      await page.fill("#hearingTelephone", "900000002");
      await send(page);
      await page.locator("h3:focus", { hasText: "Léale lo que anotó" }).waitFor();
      expect(await page.locator("form .card").innerText()).toContain(
        `${said} La reunión: por teléfono, al 900 000 002.`,
      );
    },
  );

  it("reads aloud when a consent to mail counts, before it is filed and after", async () => {
    const { page, violations } = await open({
      ...{ as: "operator", path: "/desk/atencion/", reads: "Borrador. Todavía no", act: beginClaim },
      stubs: { takeClaim: answer("takeClaim", { ...filed, notifyByEmailAfter: "2026-11-25" }, 201) },
    });
    await page.click("text=octubre de 2026: 62");
    await fillClaim(page);
    await page.fill("#email", "cliente@example.pe");
    await page.check("input[name=notifyByEmail][value=yes]");
    await send(page);
    await page.getByText(/La decisión va a su correo\. Vale pasados 2.días hábiles: antes va en papel/).waitFor();
    await page.click("text=Corregir algo");
    await page.click("text=En la oficina");
    await send(page);
    await page.getByText("La decisión va a su correo. ¿Está bien?").waitFor();
    await send(page);
    await page.locator(".card", { hasText: "El correo vale pasado el miércoles 25 de noviembre de 2026." }).waitFor();
    await expectSound(page, violations);
  });

  it("is left for the next caller with an empty box, ready to be typed in", async () => {
    const { page } = await open({
      ...{
        as: "operator",
        path: "/desk/atencion/?suministro=00012345",
        reads: "Lea esto en voz alta",
        act: fillIntake,
      },
    });
    const asked = callsTo("searchSupplies").length;
    await page.click("text=Atender a otra persona");
    await page.waitForURL(`${site.origin}/desk/atencion/`);
    await page.locator("search input:focus").waitFor();
    expect(await page.inputValue("#supplyCode")).toBe("");
    expect(callsTo("searchSupplies")).toHaveLength(asked);
  });
});

it("a supply typed while another is looked up is looked up next, and is the one shown", async () => {
  const { page } = await open({ as: "operator", path: "/desk/atencion/", reads: "Código de suministro", stubs: {} });
  const asked: string[] = [];
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/desk/supply-searches", async (route) => {
    asked.push(JSON.parse(route.request().postData() ?? "{}").supplyCode);
    if (asked.length === 1) await held;
    await route.continue();
  });
  await page.fill("#supplyCode", "00012355");
  await page.keyboard.press("Enter");
  await expect.poll(() => asked).toEqual(["00012355"]);
  await page.fill("#supplyCode", "00012345");
  await page.keyboard.press("Enter");
  release();
  await expect.poll(() => asked).toEqual(["00012355", "00012345"]);
});
