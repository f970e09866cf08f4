import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { createServer, type Server, request as send } from "node:http";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pdf } from "../../local/journey/attachments.ts";
import { type LocalStack, root, startLocalStack } from "../../local/stack.ts";
import { smoke } from "../../scripts/smoke.ts";
import { exif, heic, jpeg, jpegWith } from "../corpora/photo-files.ts";
import { sayAside } from "../say-aside.ts";
import { needsBrowser, openBrowser } from "../web/browser.ts";
import { openDesk } from "./sign-in.ts";
import { expectScreen, expectWellMade, openTab } from "./tabs.ts";

/**
 * The document desk on the whole stack, with its own bundles: attachments from upload to page pictures, and an outage.
 */
let stack: LocalStack;
let browser: Browser;
/** The proxy before the table store: while it is broken, every request that needs the store fails. */
let store: Server;
let isBroken = false;

const hasBrowser = needsBrowser();
beforeAll(async () => {
  if (!hasBrowser) return;
  const between = async (service: "DYNAMODB" | "SQS", endpoint: string): Promise<string> => {
    if (service === "SQS") return endpoint;
    store = createServer((request, response) => {
      if (isBroken)
        return void response
          .writeHead(400, { "content-type": "application/x-amz-json-1.0" })
          .end('{"__type":"AccessDeniedException","message":"broken"}');
      const { method, headers, url = "/" } = request;
      const passed = send(new URL(url, endpoint), { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      passed.on("error", () => response.destroy());
      request.pipe(passed);
    });
    const port = await new Promise<number>((listening) => {
      store.listen(0, "127.0.0.1", () => {
        const address = store.address();
        listening(typeof address === "object" && address ? address.port : 0);
      });
    });
    return `http://127.0.0.1:${port}`;
  };
  [stack, browser] = await Promise.all([startLocalStack({ say: sayAside, between }), openBrowser()]);
});

afterAll(async () => {
  if (!hasBrowser) return;
  await browser.close();
  await stack.stop();
  store.closeAllConnections();
  store.close();
});

async function ask(method: string, path: string, token?: string, body?: object) {
  const response = await fetch(`${stack.origin}/api${path}`, {
    method,
    headers: {
      "idempotency-key": crypto.randomUUID(),
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { "content-type": "application/json" }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === "" ? {} : JSON.parse(text) };
}

/** Announces a file and uploads it with its ticket, as a page does. */
async function upload(token: string, fileName: string, contentType: string, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const announced = { fileName, contentType, sizeBytes: bytes.length, sha256 };
  const { status, body } = await ask("POST", "/uploads", token, announced);
  expect(status).toBe(201);
  const form = new FormData();
  for (const [name, value] of Object.entries<string>(body.upload.fields)) form.set(name, value);
  form.set("file", new Blob([Uint8Array.from(bytes)], { type: contentType }), fileName);
  expect((await fetch(body.upload.url, { method: "POST", body: form })).ok).toBe(true);
  return body.uploadId;
}

describe("the walk of a release", () => {
  it("finds nothing wrong, without an account and without a trace", async () => {
    expect(await smoke(stack.origin)).toEqual([]);
  });
});

describe("attachments that were presented", () => {
  let submissionId: string;

  it("are scanned, checked, kept and drawn", async () => {
    const maria = await stack.token("maria");
    const exifOf = jpegWith([exif(6)], jpeg(320, 200));
    const uploadIds = [
      await upload(maria, "Carta de reclamo ñandú.pdf", "application/pdf", pdf("Carta")),
      await upload(maria, "IMG_0042.HEIC", "image/heic", await heic(128, 96)),
      await upload(maria, "medidor de costado.jpg", "image/jpeg", exifOf),
    ];
    const filed = await ask("POST", "/submissions", maria, {
      presenter: "CLIENTE DE PRUEBA",
      subject: "Fotos del medidor",
      uploadIds,
    });
    expect(filed.status).toBe(201);
    submissionId = filed.body.submissionId;
    const clerk = await stack.token("clerk");
    await expect
      .poll(
        async () =>
          (await ask("GET", `/desk/submissions/${submissionId}`, clerk)).body.attachments.map(
            ({ state }: { state: string }) => state,
          ),
        { timeout: 150_000, interval: 1000 },
      )
      .toEqual(["received", "received", "received"]);
    for (const documentId of uploadIds)
      await expect
        .poll(
          async () =>
            (await ask("GET", `/desk/submissions/${submissionId}/attachments/${documentId}`, clerk)).body.pages.length,
          { timeout: 150_000, interval: 1000 },
        )
        .toBe(1);
  }, 400_000);

  it("say whose they are to who asks on this machine what the clerk opened", async () => {
    const asked = { from: "2000-01-01T05:00:00.000Z", until: "2100-01-01T05:00:00.000Z", about: [] };
    const { people } = await (
      await fetch(`${stack.origin}/_local/seen`, { method: "POST", body: JSON.stringify(asked) })
    ).json();
    expect(people).toContainEqual(
      expect.objectContaining({
        what: "submission",
        name: "CLIENTE DE PRUEBA",
        channel: "account",
        to: expect.stringMatching(/./),
      }),
    );
  });

  it("agree with all else that is stored, as `npm run fsck` says of the office that runs here", async () => {
    const env = { ...process.env, PORT: new URL(stack.origin).port };
    const { stdout } = await promisify(execFile)(process.execPath, [join(root, "scripts", "fsck.ts"), "--bytes"], {
      env,
    });
    expect(stdout).toMatch(/^\d+ items, 0 claims, [1-9]\d* kept files: 0 faults\n$/);
  });

  it.each(["phone", "desk"] as const)(
    "are shown to the clerk as pictures from another origin, the only one that the policy allows: %s",
    async (device) => {
      const tab = await openTab(browser, device);
      const { page } = tab;
      await openDesk(tab.page, stack.origin, "clerk");
      await page.getByRole("link", { name: "Documentos", exact: true }).click();
      await page.locator(`a[href="/desk/documentos/${submissionId}/"]`).click();
      for (const name of ["Carta de reclamo ñandú.pdf", "IMG_0042.HEIC", "medidor de costado.jpg"])
        await page.getByRole("button", { name: `Ver páginas ${name}` }).click();
      await expect.poll(() => page.locator("img.attachment-page").count()).toBe(3);
      const pictures = page.locator("img.attachment-page");
      const shown = () =>
        pictures.evaluateAll((images) =>
          images.map((image) => (image instanceof HTMLImageElement ? [image.naturalWidth, image.naturalHeight] : [])),
        );
      await expect.poll(async () => (await shown()).every(([width = 0]) => width > 0), { timeout: 20_000 }).toBe(true);
      const [, wide, turned] = await shown();
      expect((wide?.[0] ?? 0) > (wide?.[1] ?? 0)).toBe(true);
      // Turned upright by the camera's Exif, which the picture no longer has.
      expect((turned?.[0] ?? 0) < (turned?.[1] ?? 0)).toBe(true);
      const origins = await pictures.evaluateAll((images) =>
        images.map((image) => new URL(image.getAttribute("src") ?? "").origin),
      );
      const [foreign] = origins;
      expect(new Set(origins).size).toBe(1);
      expect(foreign).not.toBe(stack.origin);
      const policy = (await fetch(`${stack.origin}/desk/`)).headers.get("content-security-policy") ?? "";
      expect(policy).toContain(`img-src 'self' blob: data: ${foreign};`);
      expect(policy).toContain("script-src 'self'");
      expect(/script-src[^;]*/.exec(policy)?.[0]).not.toContain(foreign);
      const [src] = await pictures.evaluateAll((images) => images.map((image) => image.getAttribute("src") ?? ""));
      const served = await fetch(src ?? "");
      expect(served.headers.get("content-type")).toBe("image/jpeg");
      expect(served.headers.get("content-disposition")).toMatch(/^attachment/);
      await expectWellMade(tab);
      await expectScreen(tab, "desk-attachment-pages", pictures.first());
      await page.context().close();
    },
    120_000,
  );
});

describe("an outage of the document desk", () => {
  const later = (minutes: number) => new Date(Date.parse(stack.now()) + minutes * 60_000).toISOString();
  /** Moves the clock to the beginning of a period of the monitor, so that all that follows is in it. */
  const nextPeriod = () =>
    stack.moveClock(new Date(Math.ceil(Date.parse(stack.now()) / 300_000) * 300_000 + 1000).toISOString());
  const outages = async () => (await ask("GET", "/outages")).body.outages;

  it("leaves no certificate while fewer than half of the answers fail", async () => {
    await nextPeriod();
    isBroken = true;
    expect((await ask("GET", "/outages")).status).toBeGreaterThanOrEqual(500);
    isBroken = false;
    for (let time = 0; time < 3; time += 1) expect((await ask("GET", "/health")).status).toBe(200);
    await stack.moveClock(later(11));
    expect(await outages()).toEqual([]);
  });

  it("is seen by the monitor, recorded, certified, cited by a submission, and found by its code", async () => {
    await nextPeriod();
    isBroken = true;
    for (let time = 0; time < 4; time += 1) expect((await ask("GET", "/outages")).status).toBeGreaterThanOrEqual(500);
    isBroken = false;
    await stack.moveClock(later(11));
    await expect
      .poll(async () => (await outages())[0]?.certificate, { timeout: 150_000, interval: 1000 })
      .toBe("ready");
    const [outage, ...others] = await outages();
    expect(others).toEqual([]);
    // From the beginning of the failed period to the end of the first that did not fail.
    expect(Date.parse(outage.to) - Date.parse(outage.from)).toBe(600_000);
    const { body } = await ask("GET", `/outages/${outage.outageId}/certificate`);
    const certificate = Buffer.from(await (await fetch(body.url)).arrayBuffer());
    expect(createHash("sha256").update(certificate).digest("hex")).toBe(body.sha256);
    expect(certificate.subarray(0, 5).toString()).toBe("%PDF-");
    const found = await ask("POST", "/verifications", undefined, { sha256: body.sha256 });
    expect([found.status, found.body.kind]).toEqual([200, "outage-certificate"]);
    const maria = await stack.token("maria");
    const said = {
      kind: "observation",
      presenter: "CLIENTE DE PRUEBA",
      subject: "Mi plazo venció",
      text: "No funcionaba.",
    };
    const filed = await ask("POST", "/submissions", maria, { ...said, outageId: outage.outageId });
    expect(filed.body.outage).toMatchObject({ number: outage.number });
  }, 400_000);
});
