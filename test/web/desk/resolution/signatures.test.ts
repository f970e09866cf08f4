import { describe, expect, it } from "vitest";
import { signatures } from "../../desk-fixtures.ts";
import { expectSoundState, open, type State, send } from "../../desk-site.ts";
import { answer, refusal } from "../../fixtures.ts";
import { bodyOf, callsTo, servePages, site } from "../../served.ts";

servePages();

const path = "/desk/firmas/";
const listed = { listSignatures: answer("listSignatures", signatures) };
const content = "%PDF-1.7 un documento firmado";
const sendable = () => ({
  ...listed,
  startStaffUpload: answer(
    "startStaffUpload",
    {
      uploadId: "u1",
      upload: { url: `${site.uploads}/a`, fields: { key: "a" }, expiresAt: "2026-11-23T14:47:00.000Z" },
    },
    201,
  ),
  showStaffUpload: answer("showStaffUpload", {
    uploadId: "u1",
    fileName: "firmado.pdf",
    sizeBytes: content.length,
    state: "received",
  }),
});
const chooseTwo: State["act"] = async (page) => {
  await page.getByRole("checkbox", { name: "Elegir Oficio de elevación" }).check();
  await page.getByRole("checkbox", { name: "Elegir Resolución N.° 00120" }).check();
  await page.getByText("2 documentos elegidos").waitFor();
};
const two = [
  { claimId: "c1", sha256: "a".repeat(64) },
  { claimId: "c1", sha256: "c".repeat(64) },
];

it("has the buttons of a document beside each other in its cell, each as wide as what it says", async () => {
  const { page } = await open({ as: "signer", path, reads: "Devolver sin firmar", stubs: listed, width: 1280 });
  const rows = await page.locator(".one-line").evaluateAll((all) =>
    all.map((row) =>
      [...row.children].map((one) => {
        const words = document.createRange();
        // The name of its file besides is for a screen reader.
        words.selectNodeContents(one.firstChild ?? one);
        const [said, own] = [words.getBoundingClientRect(), one.getBoundingClientRect()];
        return { from: own.left, to: Math.max(own.right, said.right) };
      }),
    ),
  );
  expect(rows.some((row) => row.length === 3)).toBe(true);
  const claims = await page.getByRole("columnheader", { name: "Reclamo", exact: true }).boundingBox();
  for (const row of rows)
    for (const [at, { to }] of row.entries()) expect(to).toBeLessThanOrEqual(row[at + 1]?.from ?? claims?.x ?? 0);
});

const states: Readonly<Record<string, State>> = {
  "signatures, what each decides and changes": {
    as: "signer",
    path,
    reads: "Fundado en parte: de S/ 223.61 a S/ 60.10, S/ 163.51 menos",
    stubs: listed,
  },
  signatures: { as: "signer", path, reads: "Lo preparó o lo concilió usted: lo firma otra persona", stubs: listed },
  "signatures, two chosen": { as: "signer", path, reads: "Descargar los elegidos", stubs: listed, act: chooseTwo },
  "signatures, by hand": {
    as: "signer",
    path,
    reads: "Día en que se firmó",
    stubs: listed,
    act: async (page) => {
      await page.getByRole("checkbox", { name: "Elegir Resolución" }).check();
      await page.getByLabel("A mano, en papel escaneado").check();
    },
  },
  "signatures, no file sent": {
    as: "signer",
    path,
    reads: "Envíe el archivo firmado",
    stubs: listed,
    act: async (page) => {
      await chooseTwo?.(page);
      await send(page);
    },
  },
  "signatures, with overrides that are asked for": {
    as: "signer",
    path,
    reads: "Se pierde el mar 24 nov (silencio)",
    stubs: {
      ...listed,
      listOverridesAsked: answer("listOverridesAsked", {
        claims: [
          {
            ...{ claimId: "c1", code: "RE-2026-004192-7", askedOn: "2026-11-22" },
            claimantName: "CLIENTE DE PRUEBA UNO",
            days: { lostOn: "2026-11-24", left: 1 },
          },
        ],
        more: false,
      }),
    },
  },
  "signatures, none": {
    as: "signer",
    path,
    reads: "No hay documentos por firmar",
    stubs: { listSignatures: answer("listSignatures", { documents: [], most: 50, ways: ["certificate"] }) },
  },
  "signatures, seen by who leads": {
    as: "manager",
    path: `${path}?lista=signature`,
    reads: "Rectificación",
    stubs: listed,
  },
  "second looks": {
    as: "clerk",
    path,
    reads: "Mirar el papel",
    stubs: {
      listSignatures: answer("listSignatures", {
        ...signatures,
        documents: signatures.documents.map((one) => ({ ...one, scanId: "d8" })),
      }),
    },
  },
  "second looks, without the role": {
    as: "analyst",
    path,
    reads: "Su cargo no permite hacer esto",
    stubs: { listSignatures: refusal("not-your-role") },
  },
};

it.each(Object.entries(states))(
  "%s: no accessibility fault, nothing blocked by the policy, nothing cut off",
  async (_, state) => {
    await expectSoundState(state);
  },
);

describe("a batch of signatures", () => {
  const signedFile = { name: "firmado.pdf", mimeType: "application/pdf", buffer: Buffer.from(content) };
  const outcomes = [
    { ...two[0], outcome: "signed" },
    { ...two[1], outcome: "refused", reason: "Falta el archivo firmado de este documento." },
  ] as never;
  const unmatched = [{ uploadId: "u1", reason: "Otro archivo es del mismo documento. Basta con uno." }];

  it("accepts only PDFs, and its column of checkboxes is no wider than it needs", async () => {
    const { page } = await open({ as: "signer", path, reads: "Firmar lo elegido", stubs: sendable(), act: chooseTwo });
    await page.getByText("PDF: hasta 50 archivos").waitFor();
    expect(await page.getAttribute("#uploadIds", "accept")).toBe("application/pdf");
    await page.setViewportSize({ width: 1280, height: 800 });
    const tick = await page.getByRole("checkbox", { name: "Elegir Oficio de elevación" }).boundingBox();
    expect(tick?.width).toBeLessThan(40);
  });

  it("stands under what of the whole team is past its day, which leads to it", async () => {
    const { page } = await open({ as: "signer", path, reads: "Firmar lo elegido", stubs: sendable() });
    const late = page.getByRole("link", { name: "2 reclamos del equipo pasaron su fecha" });
    await late.waitFor();
    expect(await late.getAttribute("href")).toBe("/desk/bandeja/?de=todos");
  });

  it("is sent with the signed files, and shows the result of each document and file", async () => {
    const stubs = { ...sendable(), signDocuments: answer("signDocuments", { outcomes, unmatched }) };
    const holds = true;
    const { page } = await open({ as: "signer", path, reads: "Firmar lo elegido", stubs, act: chooseTwo, holds });
    await page.setInputFiles("#uploadIds", signedFile);
    await page.locator(".files .done", { hasText: "Recibido" }).waitFor();
    await send(page);
    await page.getByText("marque la casilla antes de firmar").first().waitFor();
    expect(callsTo("signDocuments")).toHaveLength(0);
    await page.check("#reviewed");
    await send(page);
    await page.getByText("Firmar 2 documentos: se envía en 10 segundos.").waitFor();
    expect(callsTo("signDocuments")).toHaveLength(0);
    await page.getByRole("button", { name: "Enviar ya" }).click();
    await page.getByText("Qué pasó con cada documento").waitFor();
    await page.getByText("Se firmaron 1 de 2. Los que no se firmaron siguen elegidos abajo").waitFor();
    const results = page.locator(".notice.bad ul").first().locator("li");
    expect(await results.first().innerText()).toContain("Falta el archivo firmado de este documento.");
    // What is left to sign is chosen already.
    await page.getByText("1 documento elegido", { exact: true }).waitFor();
    expect(await page.getByRole("checkbox", { name: "Elegir Resolución N.° 00120" }).isChecked()).toBe(true);
    await page.getByText("firmado.pdf: Otro archivo").waitFor();
    expect(bodyOf("signDocuments")).toEqual({
      documents: two,
      signature: { way: "certificate", uploadIds: ["u1"] },
    });
    expect(callsTo("listSignatures").length).toBeGreaterThan(1);
  });

  it("waits until its files are checked before it is sent", async () => {
    const pending = { uploadId: "u1", fileName: "firmado.pdf", sizeBytes: content.length, state: "pending" } as const;
    const stubs = {
      ...sendable(),
      showStaffUpload: answer("showStaffUpload", pending),
      signDocuments: answer("signDocuments", { outcomes: [], unmatched: [] }),
    };
    const { page } = await open({ as: "signer", path, reads: "Firmar lo elegido", stubs, act: chooseTwo });
    await page.setInputFiles("#uploadIds", signedFile);
    await page.check("#reviewed");
    await send(page);
    await expect.poll(() => callsTo("showStaffUpload").length).toBeGreaterThan(0);
    expect(callsTo("signDocuments")).toHaveLength(0);
    site.stubs.showStaffUpload = answer("showStaffUpload", { ...pending, state: "received" });
    await page.getByText("Qué pasó con cada documento").waitFor();
    expect(callsTo("signDocuments")).toHaveLength(1);
  });

  it("is sent again with the same key while a document is left", async () => {
    const left = [
      { ...two[0], outcome: "signed" },
      { ...two[1], outcome: "left" },
    ] as never;
    const stubs = { ...sendable(), signDocuments: answer("signDocuments", { outcomes: left, unmatched: [] }) };
    const { page } = await open({ as: "signer", path, reads: "Firmar lo elegido", stubs, act: chooseTwo });
    await page.setInputFiles("#uploadIds", signedFile);
    await page.locator(".files .done", { hasText: "Recibido" }).waitFor();
    await page.check("#reviewed");
    await send(page);
    await page.getByText("No alcanzó el tiempo").waitFor();
    const keys = callsTo("signDocuments").map(({ headers }) => headers["idempotency-key"]);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  it("of two documents is not signed by hand, because each has its own code and folio", async () => {
    const { page } = await open({ as: "signer", path, reads: "Firmar lo elegido", stubs: sendable(), act: chooseTwo });
    await page.getByLabel("A mano, en papel escaneado").check();
    const why = page.getByText("A mano se firma un documento por vez");
    await why.waitFor();
    expect(await page.locator("#folio, #uploadIds").count()).toBe(0);
    await send(page);
    await expect.poll(() => why.count()).toBeGreaterThan(1);
    expect(callsTo("signDocuments")).toHaveLength(0);
  });

  it("is said to have nothing to sign without waiting for the form that signs", async () => {
    const none = { listSignatures: answer("listSignatures", { documents: [], most: 50, ways: ["certificate"] }) };
    const { page } = await open({ as: "signer", path: `${path}?lista=second-look`, reads: "No hay", stubs: none });
    // What is loaded from here on never comes.
    await page.route("**/*.js", () => undefined);
    await page.locator(".tabs a").first().click();
    await page.getByText("No hay documentos por firmar").waitFor();
    expect(await page.getByText("Cargando").count()).toBe(0);
  });

  it("links to the return of each document but a certificate of silence", async () => {
    const { page } = await open({ as: "signer", path, reads: "Devolver sin firmar", stubs: listed });
    const links = page.getByRole("link", { name: "Devolver sin firmar" });
    expect(await links.evaluateAll((all) => all.map((one) => one.getAttribute("href")))).toEqual([
      "/desk/reclamos/c1/hacer/devolucion-de-documento/",
      "/desk/reclamos/c1/hacer/devolucion/",
      "/desk/reclamos/c2/hacer/devolucion-de-documento/",
    ]);
  });

  it("of the whole list leaves out documents that another person must sign", async () => {
    const { page } = await open({ as: "signer", path, reads: "Elegir los primeros 3", stubs: listed });
    await page.getByRole("button", { name: "Elegir los primeros 3" }).click();
    await page.getByText("3 documentos elegidos").waitFor();
    await page.getByText("puede que se le pida ingresar otra vez").waitFor();
    const withCertificate = page.getByText("Con certificado, fírmelos en su equipo, sin editarlos ni imprimirlos");
    await withCertificate.waitFor();
    await page.getByRole("radio", { name: "A mano" }).check();
    expect(await withCertificate.count()).toBe(0);
    expect(await page.locator("th .fingerprint").count()).toBe(0);
    await page.locator("th button").first().click();
    expect(await page.locator("th .fingerprint").count()).toBe(1);
    expect(await page.getByRole("checkbox", { name: "Elegir Rectificación" }).count()).toBe(0);
  });
});
