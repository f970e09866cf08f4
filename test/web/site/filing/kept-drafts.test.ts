import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { isAnother } from "../../../../web/look/kept-person.ts";
import { submission } from "../../desk-fixtures.ts";
import { open, send } from "../../desk-site.ts";
import { answer } from "../../fixtures.ts";
import { bodyOf, callsTo, expectSound, servePages, site } from "../../served.ts";
import type { Stubs } from "../../site-server.ts";

servePages();

it.each([
  ["a name that goes on", { presenter: "ANA" }, { presenter: "ANA PRIMERA" }, false],
  ["accents and capitals", { presenter: "Ana Díaz" }, { presenter: "ANA DIAZ" }, false],
  ["a name that was erased", { presenter: "ANA PRIMERA" }, {}, false],
  ["another name", { presenter: "ANA PRIMERA" }, { presenter: "BETO SEGUNDO" }, true],
  ["the same name with another document", { givenNames: "ANA", number: "00000001" }, { number: "00000002" }, true],
])("of %s, whose a form is", (_, before, now, another) => {
  expect(isAnother(before, now)).toBe(another);
});

const pdf = (name: string) => ({ name, mimeType: "application/pdf", buffer: Buffer.from(`%PDF-1.7 ${name}`) });
const upload = () => ({ url: `${site.uploads}/a`, fields: { key: "a" }, expiresAt: "2026-11-23T14:47:00.000Z" });
const uploads = (of: "Staff" | "Open" = "Staff"): Stubs =>
  of === "Staff"
    ? {
        startStaffUpload: answer("startStaffUpload", { uploadId: "u1", upload: upload() }, 201),
        showStaffUpload: answer("showStaffUpload", {
          ...{ uploadId: "u1", fileName: "ana.pdf", sizeBytes: 18, state: "received" },
        }),
      }
    : {
        startOpenUpload: answer("startOpenUpload", { uploadId: "u1", upload: upload() }, 201),
        showOpenUpload: answer("showOpenUpload", {
          ...{ uploadId: "u1", fileName: "ana.pdf", sizeBytes: 18, state: "received" },
        }),
      };

const registering = { as: "clerk", path: "/desk/documentos/registrar/", reads: "Quién lo presenta" } as const;

/** ANA PRIMERA's document is half registered, with her scan, when the clerk is called away. */
async function calledAway() {
  const opened = await open({
    ...registering,
    stubs: { ...uploads(), registerSubmission: answer("registerSubmission", submission, 201) },
  });
  const { page } = opened;
  await page.fill("#presenter", "ANA PRIMERA");
  await page.setInputFiles("input[type=file]", pdf("ana.pdf"));
  await page.locator(".files .done").waitFor();
  await page.goto(`${site.origin}/desk/documentos/`);
  await page.goto(site.origin + registering.path);
  await page.getByText("Esto quedó a medias: es de ANA PRIMERA").waitFor();
  return opened;
}

const finish = async (page: Page, presenter: string) => {
  await page.locator("input[name=channel][value=email]").check();
  await page.fill("#presenter", presenter);
  await page.fill("#subject", "Pide una copia");
};

it("a clerk who comes back reads whose the draft is and since when, and empties it with its files in one act", async () => {
  const { page, violations } = await calledAway();
  await page.getByText(/Se empezó el .*hay que borrarlo primero/).waitFor();
  await expectSound(page, violations);
  await page.getByRole("button", { name: "Borrar y empezar otra vez" }).click();
  await expect.poll(() => page.inputValue("#presenter")).toBe("");
  expect(await page.locator(".files li").count()).toBe(0);
  expect(await page.getByText("Esto quedó a medias").count()).toBe(0);
  expect(await page.evaluate("document.activeElement.tagName")).toBe("H1");
  await page.reload();
  await page.getByText(registering.reads).waitFor();
  expect(await page.locator(".files li").count()).toBe(0);
});

it("a file is not presented for another person than it came for, unless the clerk says that it is theirs", async () => {
  const { page, violations } = await calledAway();
  await finish(page, "BETO SEGUNDO");
  await page.getByText("Se eligió para ANA PRIMERA.").waitFor();
  await expectSound(page, violations);
  await send(page);
  await page.getByText("Un archivo no se puede enviar").first().waitFor();
  expect(callsTo("registerSubmission")).toHaveLength(0);
  await page.getByRole("button", { name: "Quitar ana.pdf" }).click();
  await send(page);
  await expect.poll(() => callsTo("registerSubmission").length).toBe(1);
  expect(bodyOf("registerSubmission")).toMatchObject({ presenter: "BETO SEGUNDO", uploadIds: [] });
});

it("a name that was corrected keeps its file by one word of the clerk", async () => {
  const { page } = await calledAway();
  await finish(page, "ANNA PRIMERA");
  await page.getByRole("button", { name: "Es de esta persona ana.pdf" }).click();
  await send(page);
  await expect.poll(() => callsTo("registerSubmission").length).toBe(1);
  expect(bodyOf("registerSubmission")).toMatchObject({ presenter: "ANNA PRIMERA", uploadIds: ["u1"] });
});

it("who finds the last person's document on a borrowed phone empties it before presenting their own", async () => {
  const { page } = await open({
    ...{ as: [], path: "/mesa-de-partes/", reads: "Quién lo presenta", signedIn: undefined },
    stubs: uploads("Open"),
  });
  await page.fill("#presenter", "ANA PRIMERA");
  await page.setInputFiles("input[type=file]", pdf("ana.pdf"));
  await page.locator(".files .done").waitFor();
  await page.reload();
  await page.getByText("Esto quedó a medias: es de ANA PRIMERA").waitFor();
  await page.getByRole("button", { name: "Borrar y empezar otra vez" }).click();
  await expect.poll(() => page.inputValue("#presenter").catch(() => undefined)).toBe("");
  expect(await page.locator(".files li").count()).toBe(0);
});

it("who leaves a borrowed phone leaves nothing typed, and no photo, in it", async () => {
  const { page } = await open({
    ...{ as: [], path: "/mesa-de-partes/", reads: "Quién lo presenta", signedIn: "customers" },
    stubs: { listClaims: answer("listClaims", { claims: [] }) },
  });
  await page.fill("#presenter", "ANA PRIMERA");
  await page.evaluate(`new Promise((done) => {
    const opening = indexedDB.open("caudal.photos", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("photos", { keyPath: ["draftId", "keptId"] });
    opening.onsuccess = () => {
      const change = opening.result.transaction("photos", "readwrite");
      change.objectStore("photos").put({ draftId: "d", keptId: "1-a", file: new File(["foto"], "a.jpg") });
      change.oncomplete = () => { opening.result.close(); done(); };
    };
  })`);
  await page.getByRole("button", { name: "Salir" }).click();
  await expect
    .poll(() => page.evaluate("Object.keys(sessionStorage).filter((key) => key.includes('submission'))"))
    .toEqual([]);
  await expect
    .poll(() =>
      page.evaluate(`new Promise((done) => {
        const opening = indexedDB.open("caudal.photos", 1);
        opening.onsuccess = () => {
          const asked = opening.result.transaction("photos").objectStore("photos").count();
          asked.onsuccess = () => { opening.result.close(); done(asked.result); };
        };
      })`),
    )
    .toBe(0);
});

it("a clerk takes another person's file out of a document that was registered with it, and says why", async () => {
  const [file] = submission.attachments;
  const { page, violations } = await open({
    ...{ as: "clerk", path: "/desk/documentos/s1/", reads: "Un archivo es de otra persona" },
    stubs: { takeFileOut: answer("takeFileOut", { ...submission, attachments: [] }) },
  });
  await page.getByText("Un archivo es de otra persona").click();
  await page.getByRole("button", { name: "Quitarlo de este documento" }).click();
  await page.getByText("Elija una opción.").first().waitFor();
  await page.getByLabel(file?.fileName ?? "").check();
  await page.getByLabel("Por qué no es de este documento").fill("Es el recibo de otra persona.");
  await expectSound(page, violations);
  await page.getByRole("button", { name: "Quitarlo de este documento" }).click();
  await expect.poll(() => page.getByText("Un archivo es de otra persona").count()).toBe(0);
  expect(bodyOf("takeFileOut")).toEqual({ reason: "Es el recibo de otra persona." });
});
