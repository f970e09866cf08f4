import { describe, expect, it } from "vitest";
import type { AnswerOf } from "../../../../shared/contract/route.ts";
import type { Routes } from "../../../../shared/contract/routes.ts";
import { open, send } from "../../desk-site.ts";
import { answer } from "../../fixtures.ts";
import { bodyOf, callsTo, expectSound, servePages, site } from "../../served.ts";

servePages();

const path = "/desk/bandeja/?lista=sin-confirmar";
type Row = AnswerOf<Routes["listUnconfirmed"]>["claims"][number];
const row = (at: number): Row => ({
  ...{ claimId: `c${at}`, code: `RE-2026-00419${at}-7`, version: 2 + at, claimantName: "CLIENTE DE PRUEBA UNO" },
  ...{ supplyCode: "00012345", filedAt: "2026-11-23T15:00:00.000Z", holdBy: "2026-11-24" },
});
const of = (claims: Row[], more = false) => ({
  listUnconfirmed: answer("listUnconfirmed", { claims, most: 50, more }),
});
const opened = (stubs: object, as: "operator" | "manager" = "operator", size: object = {}) =>
  open({ as, path, reads: "contacto confirmado", stubs, ...size });

describe("the claims whose contact nobody confirmed", () => {
  it.each([
    [360, 740],
    [1280, 800],
  ])(
    "are settled with one request for those that are chosen, what was refused first, at %i wide",
    async (width, height) => {
      const outcomes = [
        { claimId: "c1", outcome: "done" as const },
        { claimId: "c2", outcome: "refused" as const, reason: "Ese reclamo no existe." },
      ];
      const stubs = { ...of([row(1), row(2), row(3)]), settleUnconfirmed: answer("settleUnconfirmed", { outcomes }) };
      const { page, violations } = await opened(stubs, "operator", { width, height });
      await send(page);
      await page.getByText("Elija al menos un reclamo de la lista.").first().waitFor();
      await page.getByRole("checkbox", { name: "Elegir el reclamo RE-2026-004191-7" }).check();
      await page.getByRole("checkbox", { name: "Elegir el reclamo RE-2026-004192-7" }).check();
      await send(page);
      await page.getByText("Elija qué registrar.").first().waitFor();
      await page.check("input[value=seen]");
      await send(page);
      await page.getByText("Escriba qué vio o qué les falta.").first().waitFor();
      expect(callsTo("settleUnconfirmed")).toHaveLength(0);
      await page.fill("#says", "Contestaron los dos.");
      await expectSound(page, violations);
      site.stubs = { ...site.stubs, ...of([row(2), row(3)]) };
      await page.getByRole("button", { name: "Registrar en 2 reclamos" }).click();
      const result = page.locator(".notice.bad");
      await result.waitFor();
      expect(await result.locator("li").allInnerTexts()).toEqual([
        "RE-2026-004192-7: No se registró. Ese reclamo no existe.",
        "RE-2026-004191-7: Registrado.",
      ]);
      expect(bodyOf("settleUnconfirmed")).toEqual({
        ...{ act: "seen", says: "Contestaron los dos." },
        claims: [
          { claimId: "c1", version: 3 },
          { claimId: "c2", version: 4 },
        ],
      });
      await page.getByText("2 reclamos sin contacto confirmado").waitFor();
      await expectSound(page, violations);
    },
  );

  it("are read by a manager, who records nothing, and the list says when it is empty or goes on", async () => {
    const { page } = await opened(of([row(1)], true), "manager");
    await page.getByText("Hay más: aparecen cuando registre algo en estos 50.").waitFor();
    expect(await page.getByRole("checkbox").count()).toBe(0);
    const { page: empty } = await opened(of([]), "operator");
    await empty.getByText("No hay reclamos por admitir sin contacto confirmado.").waitFor();
  });

  it("are found from the list of what is to be admitted", async () => {
    const { page } = await open({
      ...{ as: "analyst", path: "/desk/bandeja/?de=todos&cola=admission", reads: "Qué espera", stubs: of([row(1)]) },
    });
    await page.getByRole("link", { name: "Contactos sin confirmar" }).click();
    await page.getByText("1 reclamo sin contacto confirmado").waitFor();
    expect(callsTo("listUnconfirmed")).toHaveLength(1);
  });
});
