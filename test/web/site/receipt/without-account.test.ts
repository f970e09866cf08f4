import { expect, it } from "vitest";
import { submission } from "../../claim-fixtures.ts";
import { expectSoundState, open, type State, send, serveClaims, upload, uploadIn } from "../../claim-site.ts";
import { answer } from "../../fixtures.ts";
import { bodyOf, callsTo, expectSound } from "../../served.ts";

serveClaims();

const key = "abcdefghijklmnopqrstuv";
const presented = {
  ...submission,
  submissionKey: key,
  email: "cliente@example.pe",
  standing: { as: "representative", of: "TITULAR DE PRUEBA", power: "simple-letter" } as const,
};
const filedRecourse = {
  submissionNumber: "MP-2026-004192-7",
  submissionKey: key,
  filedAt: "2026-11-23T14:42:00.000Z",
  filedOn: "2026-11-23",
  late: true,
};
const stubs = {
  fileOpenDocument: answer("fileOpenDocument", presented, 201),
  showOpenDocument: answer("showOpenDocument", presented),
  fileOpenRecourse: answer("fileOpenRecourse", filedRecourse, 201),
};
const desk = { path: "/mesa-de-partes/", reads: "No necesitas una cuenta", stubs };

/** Types a request about one's own data, without files, to be answered at an address alone. */
const typed: State["act"] = async (page) => {
  await page.getByText("Una observación sobre la atención").click();
  await page.fill("#subject", "La cola no tiene sombra");
  await page.fill("#text", "Falta sombra.");
  await page.fill("#presenter", "CLIENTE DE PRUEBA UNO");
  await page.getByText("Uso el servicio").click();
};
const foundClaim: State["act"] = async (page) => {
  await page.fill("#code", "RE-2026-004192-7");
  await page.fill("#number", "00000001");
  await send(page);
  await page.getByRole("button", { name: "Pedir que revisen la decisión" }).click();
};

it.each<[string, State]>([
  ["the form of the document desk", desk],
  [
    "the form without a way to be answered",
    {
      ...desk,
      reads: "Deja un correo, un celular o una dirección para responderte",
      act: async (page) => {
        await typed(page);
        await page.locator("main form").last().locator("button[type=submit]").click();
      },
    },
  ],
  [
    "what was presented, with its key",
    {
      ...desk,
      reads: key,
      act: async (page) => {
        await typed(page);
        await page.fill("#address", "CALLE FICTICIA 101");
        await page.locator("main form").last().locator("button[type=submit]").click();
      },
    },
  ],
  ["the form of a recourse", { path: "/estado/", stubs, reads: "Por qué no estás de acuerdo", act: foundClaim }],
])("%s is sound without an account", async (_, state) => {
  await expectSoundState(state);
});

it("sends a file that was chosen without a network, once there is one and it is asked to", async () => {
  const { page } = await open({
    ...desk,
    stubs: {
      ...stubs,
      startOpenUpload: answer("startOpenUpload", upload(), 201),
      showOpenUpload: uploadIn("received"),
    },
  });
  await page.locator("#uploadIds").waitFor();
  await page.waitForLoadState("networkidle");
  await page.context().setOffline(true);
  const pdf = { name: "carta.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") };
  await page.setInputFiles("#uploadIds", pdf);
  const again = page.getByRole("button", { name: "Enviar otra vez carta.pdf" });
  await again.waitFor();
  await page.getByText("cuando tengas señal").waitFor();
  await page.context().setOffline(false);
  await again.click();
  await page.locator(".files").getByText("Recibido", { exact: true }).waitFor();
  expect(callsTo("startOpenUpload")).toHaveLength(1);
});

it("says beside the field that a claim's code cannot exist, and takes the document all the same", async () => {
  const { page } = await open({ ...desk, act: typed });
  const errors = page.locator(".summary li");
  await page.fill("#claimCode", "RE-2026-004129-0");
  await page.fill("#telephone", "90000001");
  await page.fill("#subject", "");
  await page.locator("main form").last().locator("button[type=submit]").click();
  await errors.first().waitFor();
  expect(await errors.allInnerTexts()).toEqual([
    "Escribe de qué trata el documento.",
    expect.stringContaining("Ningún reclamo tiene ese código"),
    expect.stringContaining("Escribe un celular de 9 dígitos"),
  ]);
  await page.locator("#claimCode-error", { hasText: "presenta otra vez" }).waitFor();
  expect(callsTo("fileOpenDocument")).toEqual([]);
  await page.fill("#subject", "La cola no tiene sombra");
  await page.fill("#telephone", "900000001");
  await page.locator("main form").last().locator("button[type=submit]").click();
  await page.getByText(key).waitFor();
  expect(bodyOf("fileOpenDocument")).toMatchObject({ claimCode: "RE-2026-004129-0" });
});

it("keeps what was presented through a reload, and asks nobody to sign in", async () => {
  const { page } = await open({
    ...desk,
    reads: key,
    act: async (at) => {
      await typed(at);
      await at.fill("#claimCode", "RE-2026-004192-0");
      await at.fill("#address", "CALLE FICTICIA 101");
      await at.locator("main form").last().locator("button[type=submit]").click();
    },
  });
  expect(bodyOf("fileOpenDocument")).toMatchObject({
    address: "CALLE FICTICIA 101",
    claimCode: "RE-2026-004192-0",
    draftId: expect.stringMatching(/^[\w-]{20,60}$/),
    uploadIds: [],
  });
  expect(bodyOf("fileOpenDocument")).not.toHaveProperty("claimId");
  // The form was long: number and key are seen without scrolling back to them.
  expect(await page.evaluate("scrollY")).toBe(0);
  await page.locator("h1:focus").waitFor();
  await page.reload();
  await page.getByText(key).waitFor();
  // Nobody has received it yet.
  await page.getByText("Presentaste tu documento").waitFor();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.click("text=Copiar los dos");
  await page.getByText("Copiados.").waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`\nClave: ${key}`);
  await page.getByText("TITULAR DE PRUEBA").waitFor();
});

it("says until when a review may be asked for, by when it is answered and that its new proof is missing", async () => {
  const filed = { ...filedRecourse, late: false, answerBy: "2026-12-23", lacksEvidence: true as const };
  const { page, violations } = await open({
    path: "/estado/",
    stubs: {
      ...stubs,
      lookUpClaim: answer("lookUpClaim", {
        ...{ code: "RE-2026-004192-7", state: "notified", since: "2026-11-23", next: "user" },
        ...{ dueOn: "2026-12-14", daysLeft: 15, dueFor: { clock: "T11", whose: "user" } },
      }),
      fileOpenRecourse: answer("fileOpenRecourse", filed, 201),
    },
    reads: "tienes hasta el lunes 14 de diciembre de 2026 (faltan 15 días hábiles).",
    act: foundClaim,
  });
  await page.getByText("Por qué no estás de acuerdo").waitFor();
  await page.getByText("La empresa, con una prueba nueva").click();
  await page.fill("#grounds", "No es mi consumo.");
  await send(page);
  await page.getByText("Te respondemos a más tardar el miércoles 23 de diciembre de 2026.").waitFor();
  await page.getByText("Falta la prueba nueva").waitFor();
  await expectSound(page, violations, [320, 360]);
});

it("gives no day that is past as that of the answer, of a decision that is not recorded as delivered", async () => {
  const { page, violations } = await open({
    path: "/estado/",
    stubs: {
      lookUpClaim: answer("lookUpClaim", {
        ...{ code: "RE-2026-004192-7", state: "silence-to-confirm", since: "2026-11-21", next: "company" },
        ...{ dueOn: "2026-11-20", daysLeft: -1, dueFor: { clock: "T10", whose: "company" } },
      }),
    },
    reads: "Terminó el plazo para avisarte la decisión y no figura que la recibiste.",
    act: async (at) => {
      await at.fill("#code", "RE-2026-004192-7");
      await at.fill("#number", "00000001");
      await send(at);
    },
  });
  await page.getByText("la ley da tu pedido por aceptado: no tienes que pedirlo").waitFor();
  await page.getByText("la empresa tenía hasta el viernes 20 de noviembre de 2026 (pasó 1 día hábil).").waitFor();
  expect(await page.getByText("Te respondemos").count()).toBe(0);
  await expectSound(page, violations, [320, 360]);
});
