import { describe, expect, it, onTestFinished } from "vitest";
import type { AnswerOf } from "../../../../shared/contract/route.ts";
import type { Routes } from "../../../../shared/contract/routes.ts";
import { theCase } from "../../desk-fixtures.ts";
import { open } from "../../desk-site.ts";
import { answer, refusal } from "../../fixtures.ts";
import { bodyOf, callsTo, expectSound, servePages, site } from "../../served.ts";

servePages();

const path = "/desk/entregas/?lista=copias";
type Copies = AnswerOf<Routes["listCopiesToPost"]>["copies"];
const copy = (at: number): Copies[number] => ({
  claimId: `c${at}`,
  code: `RE-2026-00419${at}-7`,
  claimantName: "CLIENTE DE PRUEBA UNO",
  to: "Calle de Prueba 000, interior del fondo",
  of: 9,
  type: "withdrawal-requested",
  since: "2026-11-20",
  until: "2026-11-25",
  workingDays: 2,
});
const two: Copies = [
  { ...copy(1), since: "2026-11-16", until: "2026-11-19", workingDays: -2 },
  { ...copy(2), type: "notice-consent" },
];
const of = (copies: Copies, more = false) => ({
  listCopiesToPost: answer("listCopiesToPost", { copies, more }),
});
const opened = (stubs: object, as: "clerk" | "manager" = "clerk", size: object = {}) =>
  open({ as, path, reads: "por enviar,", stubs, ...size });

describe("the copies to post", () => {
  it.each([
    [360, 740],
    [1280, 800],
  ])(
    "are a list with who, where, what and until when, the late ones with their light, at %i wide",
    async (width, height) => {
      const { page, violations } = await opened(of(two), "clerk", { width, height });
      await expectSound(page, violations);
      const rows = await page.locator("tbody tr").allInnerTexts();
      expect(rows).toHaveLength(2);
      for (const words of [
        "RE-2026-004191-7",
        "Vencido hace 2 días hábiles",
        "Calle de Prueba 000",
        "Que desiste, 16 de noviembre de 2026",
      ])
        expect(rows[0]?.replace(/\s+/g, " ")).toContain(words);
      const target = await page.getByRole("button", { name: /Anotar envío RE-2026-004191-7/ }).boundingBox();
      expect(target?.height).toBeGreaterThanOrEqual(44);
    },
  );

  it("are recorded as posted one by one, on the day of the field, and leave the list", async () => {
    const stubs = { ...of(two), postCopy: answer("postCopy", { left: 0 }) };
    const { page, violations } = await opened(stubs);
    await page.fill("#postedOn", "2026-11-21");
    site.stubs = { ...site.stubs, ...of(two.slice(1)) };
    await page.getByRole("button", { name: /Anotar envío RE-2026-004191-7/ }).click();
    await page
      .getByText("Anotado: la copia del reclamo RE-2026-004191-7 se envió el 21 de noviembre de 2026.")
      .waitFor();
    await page.getByText("1 copia por enviar").waitFor();
    expect(bodyOf("postCopy")).toEqual({ postedOn: "2026-11-21" });
    expect(callsTo("postCopy")).toHaveLength(1);
    await expectSound(page, violations);
  });

  it("ask for the day, and go with the same key the second time after a failure", async () => {
    const { page, violations } = await opened({ ...of(two), postCopy: refusal("unexpected") });
    const post = page.getByRole("button", { name: /Anotar envío RE-2026-004192-7/ });
    await page.fill("#postedOn", "");
    await post.click();
    await page.getByText("Escriba el día en que se envió.").first().waitFor();
    expect(callsTo("postCopy")).toHaveLength(0);
    await page.fill("#postedOn", "2026-11-23");
    await post.click();
    await page.getByText("Algo falló de nuestro lado").waitFor();
    await expectSound(page, violations);
    site.stubs = { ...site.stubs, postCopy: answer("postCopy", { left: 0 }) };
    await post.click();
    await page.getByText("Anotado: la copia del reclamo RE-2026-004192-7").waitFor();
    const keys = callsTo("postCopy").map(({ headers }) => headers["idempotency-key"]);
    expect(new Set(keys).size).toBe(1);
    expect(keys.length).toBeGreaterThan(1);
  });

  it("print a sheet each, on a page of its own", async () => {
    const { page } = await opened(of(two));
    onTestFinished(() => page.emulateMedia({ media: null }));
    await page.emulateMedia({ media: "print" });
    const sheets = page.locator(".delivery-sheet");
    expect(await sheets.first().innerText()).toContain("Calle de Prueba 000, interior del fondo");
    expect(await page.locator("table").isVisible()).toBe(false);
    const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(2);
  });

  it("may be none, many or not readable, and are only looked at by who leads", async () => {
    const none = await open({ as: "clerk", path, reads: "No hay copias por enviar", stubs: of([]) });
    await expectSound(none.page, none.violations);
    const many = Array.from({ length: 60 }, (_, at) => ({
      ...copy(1),
      claimId: `c${at}`,
      code: `RE-2026-0042${at}-7`,
    }));
    const long = await opened(of(many, true), "manager", { width: 1280, height: 800 });
    await long.page.getByText("Hay más: aparecen cuando se envíen estas.").waitFor();
    expect(await long.page.getByRole("button", { name: /Anotar/ }).count()).toBe(0);
    await expectSound(long.page, long.violations);
    const failed = await open({
      as: "clerk",
      path,
      reads: "Volver a intentar",
      stubs: { listCopiesToPost: refusal("unexpected") },
    });
    await expectSound(failed.page, failed.violations);
  });
});

it("a case says that its copies were posted, and until then to post them", async () => {
  const said = { of: 9, type: "withdrawal-requested", since: "2026-11-20" } as const;
  const at = `/desk/reclamos/${theCase.claimId}/`;
  const stubs = (copiesByPost: object[]) => ({ showCase: answer("showCase", { ...theCase, copiesByPost } as never) });
  await open({ as: "clerk", path: at, reads: "Envíele su copia por carta", stubs: stubs([said]) });
  const { page, violations } = await open({
    ...{ as: "clerk", path: at, reads: "se envió por correo postal el 24 de noviembre de 2026." },
    stubs: stubs([{ ...said, postedOn: "2026-11-24" }]),
  });
  expect(await page.getByText("Envíele su copia por carta").count()).toBe(0);
  await expectSound(page, violations);
});
