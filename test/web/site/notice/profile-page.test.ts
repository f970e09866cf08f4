import { describe, expect, it } from "vitest";
import { stepTitles } from "../../../../web/site/filing/claim-steps.words.ts";
import { profile } from "../../claim-fixtures.ts";
import { expectSoundState, mine, open, type State, send, serveClaims, step } from "../../claim-site.ts";
import { answer, gatewaySays, refusal } from "../../fixtures.ts";
import { bodyOf, callsTo, expectSound } from "../../served.ts";

serveClaims();

const path = "/mis-datos/";
const whole = { showProfile: answer("showProfile", { profile, receiptNews: true }) };
const long = "Nombre muy largo que alguien escribió entero ".repeat(2).trim();

const states: Readonly<Record<string, State>> = {
  "signed out": { path, reads: "Ingresa para seguir" },
  empty: { ...mine, path, reads: "Guardar mis datos" },
  whole: { ...mine, path, reads: "Guardar mis datos", stubs: whole },
  long: {
    ...mine,
    path,
    reads: "Guardar mis datos",
    stubs: {
      showProfile: answer("showProfile", {
        profile: { ...profile, givenNames: long, address: long },
        receiptNews: false,
      }),
    },
  },
  unavailable: { ...mine, path, reads: "El sistema está ocupado", stubs: { showProfile: gatewaySays(503) } },
  saved: {
    ...mine,
    path,
    reads: "Guardamos tus datos.",
    stubs: whole,
    act: async (page) => {
      await page.locator("#givenNames").waitFor();
      await send(page);
    },
  },
  "saved, in open claims too": {
    ...mine,
    path,
    reads: "Desde ahora usamos este contacto en tu reclamo RE-2026-000001-2.",
    stubs: {
      ...whole,
      saveProfile: answer("saveProfile", {
        profile,
        claims: { changed: ["RE-2026-000001-2"], busy: ["RE-2026-000002-0", "RE-2026-000003-9"] },
      }),
    },
    act: async (page) => {
      await page.check("#inOpenClaims");
      await send(page);
    },
  },
  "saved, no open claim to change": {
    ...mine,
    path,
    reads: "Ningún reclamo abierto con tu documento tenía otro contacto.",
    stubs: whole,
    act: async (page) => {
      await page.check("#inOpenClaims");
      await send(page);
    },
  },
  wrong: {
    ...mine,
    path,
    reads: "El DNI tiene 8 dígitos.",
    act: async (page) => {
      await page.fill("#number", "123");
      await send(page);
    },
  },
  refused: {
    ...mine,
    path,
    reads: "Escribe un celular de 9 dígitos",
    stubs: {
      saveProfile: refusal("invalid-request", [
        { field: "body.telephone", message: "Escribe un celular de 9 dígitos, por ejemplo 987 654 321." },
      ]),
    },
    act: async (page) => {
      await page.fill("#telephone", "12");
      await send(page);
    },
  },
};

it.each(Object.entries(states))("%s: no accessibility fault, nothing cut off", async (_, state) => {
  await expectSoundState(state);
});

describe("what a customer keeps of themselves", () => {
  it("is saved as it is typed, and what is emptied is gone", async () => {
    const { page } = await open({ ...mine, path, reads: "Guardar mis datos", stubs: whole });
    await page.locator("#givenNames").waitFor();
    expect(await page.inputValue("#number")).toBe("AB12345");
    expect(await page.locator("#number").getAttribute("inputmode")).toBe("text");
    await page.fill("#telephone", "");
    await page.fill("#representative", "");
    await send(page);
    // It stands above a form of three screens, whose button was pressed at its foot.
    await page.locator("div:focus", { hasText: "Guardamos tus datos." }).waitFor();
    const { savedAt: _, telephone: __, ...others } = profile;
    const languageChoice = { language: "es", interpreter: false };
    expect(bodyOf("saveProfile")).toEqual({
      ...others,
      languageChoice,
      representative: "",
      receiptNews: true,
      inOpenClaims: false,
    });
  });

  it("is used in open claims too only if that is ticked", async () => {
    const { page } = await open({ ...mine, path, reads: "Guardar mis datos", stubs: whole });
    await page.check("#inOpenClaims");
    await send(page);
    await page.getByText("Guardamos tus datos.").waitFor();
    expect(bodyOf("saveProfile")).toMatchObject({ inOpenClaims: true });
  });

  it.each([
    [
      "a document that is presented",
      "/mesa-de-partes/",
      { presenter: "CLIENTE DE PRUEBA UNO", email: profile.email ?? "" },
    ],
    [
      "a problem that is reported",
      "/problemas/",
      { paternalSurname: "UNO", number: "AB12345", address: profile.address ?? "" },
    ],
  ])("is written already in %s", async (_, where, fields) => {
    const { page } = await open({
      ...mine,
      path: where,
      reads: "Qué hacemos con los datos que nos das aquí",
      stubs: whole,
    });
    for (const [id, value] of Object.entries(fields)) expect(await page.inputValue(`#${id}`)).toBe(value);
  });

  it("is written already in a claim, which may correct it for itself", async () => {
    const { page } = await open({
      ...mine,
      path: "/mis-suministros/a1/recibos/2026-10/",
      reads: "Reclamar este recibo",
      // Then the phone's copy is what the draft goes on with.
      stubs: { ...whole, saveDraft: gatewaySays(503) },
    });
    await page.click("text=Reclamar este recibo");
    await page.locator("h1", { hasText: stepTitles.motivo }).waitFor();
    const draftId = new URL(page.url()).pathname.split("/")[2];
    expect(bodyOf("saveDraft").answers).toMatchObject({ givenNames: "CLIENTE DE PRUEBA", number: "AB12345" });
    await page.goto(new URL(step("quien").replace("draft1", draftId ?? ""), page.url()).href);
    await page.getByText("Esto viene de «Mis datos».").waitFor();
    expect(await page.inputValue("#paternalSurname")).toBe("UNO");
  });

  it("is offered to be kept in the review of a claim, and only kept if that is ticked", async () => {
    const review = { ...mine, path: step("revisar"), reads: "Declaro que lo que digo" };
    const first = await open(review);
    await send(first.page);
    await first.page.locator("h1", { hasText: "Recibimos tu reclamo" }).waitFor();
    expect(callsTo("saveProfile")).toHaveLength(0);
    const { page } = await open(review);
    await page.check("#remember");
    await send(page);
    await page.locator("h1", { hasText: "Recibimos tu reclamo" }).waitFor();
    expect(bodyOf("saveProfile")).toMatchObject({
      givenNames: "CLIENTE DE PRUEBA",
      document: { kind: "DNI", number: "00000001" },
      telephone: "987 654 321",
      notifyByEmail: true,
    });
  });
});

it("keeps the language a person prefers, by its name where no list has it", async () => {
  const languageChoice = { language: "Asháninka", interpreter: true };
  const { page } = await open({ ...mine, path, reads: "Guardar mis datos", stubs: whole });
  await page.getByLabel("Otro", { exact: true }).check();
  await page.fill("#otherLanguage", "Asháninka");
  await page
    .getByRole("group", { name: /intérprete/ })
    .getByLabel("Sí")
    .check();
  await send(page);
  await page.getByText("Guardamos tus datos.").waitFor();
  expect(bodyOf("saveProfile")).toMatchObject({ languageChoice });
  const kept = answer("showProfile", { profile: { ...profile, languageChoice }, receiptNews: true });
  const again = await open({ ...mine, path, reads: "Guardar mis datos", stubs: { showProfile: kept } });
  expect(await again.page.inputValue("#otherLanguage")).toBe("Asháninka");
  await send(again.page);
  await again.page.getByText("Guardamos tus datos.").waitFor();
  expect(bodyOf("saveProfile")).toMatchObject({ languageChoice });
});

describe("the link of a message about a new receipt", () => {
  const key = "k".repeat(22);
  const opened = (stubs: NonNullable<State["stubs"]>) =>
    open({ path: `${path}#no=${key}`, reads: "Te avisamos de cada recibo nuevo porque lo pediste.", stubs });

  it("ends them by one press, without signing in; opening it ends nothing", async () => {
    const { page, violations } = await opened({
      stopOpenNews: answer("stopOpenNews", { stopped: true }),
    });
    await expect.poll(() => new URL(page.url()).hash).toBe("");
    expect(callsTo("stopOpenNews")).toEqual([]);
    await expectSound(page, violations);
    await page.click("text=Ya no quiero estos avisos");
    await page.getByText("Listo: ya no te avisamos de tus recibos nuevos.").waitFor();
    expect(callsTo("stopOpenNews")).toHaveLength(1);
    await expectSound(page, violations);
  });

  it("that is not whole says what to do", async () => {
    const { page } = await opened({ stopOpenNews: refusal("news-not-found") });
    await page.click("text=Ya no quiero estos avisos");
    await page.getByText("Este enlace no funciona").waitFor();
    expect(await page.getByText("Ya no quiero estos avisos").isVisible()).toBe(true);
  });
});
