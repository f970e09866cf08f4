import { describe, expect, it } from "vitest";
import { theCase, work } from "./desk-fixtures.ts";
import { actAt, open, send } from "./desk-site.ts";
import { answer, refusal } from "./fixtures.ts";
import { bodyOf, callsTo, expectSound, servePages, site } from "./served.ts";

servePages();

describe("the team", () => {
  const opened = (stubs = {}) =>
    open({ as: "manager", path: "/desk/equipo/", reads: "Registrar ausencia", stubs, width: 1280, height: 800 });
  const absent = async (stubs = {}) => {
    const opening = await opened(stubs);
    const row = opening.page.locator("tr", { hasText: "ANALISTA UNO" });
    await row.getByRole("button", { name: "Registrar ausencia" }).click();
    await opening.page.getByRole("heading", { name: "Ausencia de PERSONA DE PRUEBA ANALISTA UNO" }).waitFor();
    return opening;
  };

  it("an absence goes on until nothing is left, and says how much passed", async () => {
    const { page, violations } = await absent({
      handOverWork: answer("handOverWork", { claims: 20, visits: 0, more: true }),
    });
    await expectSound(page, violations);
    await page.locator("#until").fill("2026-11-30");
    await page.getByLabel("A quién").selectOption("analyst-2");
    await page.getByLabel("Por qué").fill("Está de licencia.");
    const first = page.waitForResponse((response) => response.url().includes("/absence"));
    await send(page);
    await first;
    site.stubs.handOverWork = answer("handOverWork", { claims: 3, visits: 1, more: false });
    await page.getByText(/Pasaron \d+ reclamos y 1 visita\./).waitFor();
    const calls = callsTo("handOverWork");
    expect(calls.length).toBeGreaterThan(1);
    expect(bodyOf("handOverWork")).toEqual({ reason: "Está de licencia.", until: "2026-11-30", to: "analyst-2" });
    expect(await page.getByRole("heading", { name: /^Ausencia de/ }).count()).toBe(0);
  });

  it("what was typed stays if nobody can take the work", async () => {
    const { page } = await absent({ handOverWork: refusal("not-now") });
    await page.locator("#until").fill("2026-11-30");
    await page.getByLabel("Por qué").fill("Está de licencia.");
    await send(page);
    await page.locator("[role=alert]").waitFor();
    expect(await page.getByLabel("Por qué").inputValue()).toBe("Está de licencia.");
    expect(bodyOf("handOverWork")).toEqual({ reason: "Está de licencia.", until: "2026-11-30" });
  });

  it("who comes back is put on duty, and leads to the claims of each", async () => {
    const { page } = await opened({ returnToDuty: { status: 204 } });
    await page.getByRole("button", { name: /^Volvió/ }).click();
    await page.getByText("PERSONA DE PRUEBA DE MESA DE PARTES vuelve a recibir trabajo nuevo.").waitFor();
    await page.getByRole("link", { name: "1,204" }).click();
    await page.waitForURL(`${site.origin}/desk/bandeja/?de=todos&persona=analyst-1`);
    await page.getByText("Vence hoy").first().waitFor();
    const asked = new URLSearchParams(callsTo("listWork").at(-1)?.search);
    expect(asked.get("owner")).toBe("analyst-1");
  });
});

describe("handing over a claim", () => {
  it("is offered beside the acts, sent with its reason, and leads to the next claim", async () => {
    const { page } = await open({
      as: "analyst",
      path: actAt("encargo"),
      reads: "Solo aparece quien está de turno",
      stubs: { changeOwner: answer("changeOwner", theCase) },
    });
    expect(await page.locator("#to option").allInnerTexts()).toEqual([
      "–",
      "PERSONA DE PRUEBA ANALISTA UNO (1,204 reclamos abiertos)",
      "PERSONA DE PRUEBA ANALISTA DOS (0 reclamos abiertos)",
    ]);
    await page.getByLabel("A quién").selectOption("analyst-2");
    await page.getByLabel("Por qué").fill("Conoce el caso.");
    await send(page);
    await page.getByText("El reclamo pasó a su lista, marcado como nuevo.").waitFor();
    expect(bodyOf("changeOwner")).toEqual({ to: "analyst-2", reason: "Conoce el caso." });
    await page.getByRole("link", { name: "Dejar una nota" }).click();
    await page.waitForURL(site.origin + actAt("nota"));
  });

  it("the new owner finds it marked, and on the case from whom and why", async () => {
    const handedOver = { on: "2026-11-23", from: "PERSONA DE PRUEBA ANALISTA DOS", reason: "Conoce el caso." };
    const { page } = await open({
      as: "analyst",
      path: "/desk/bandeja/",
      reads: "Nuevo",
      stubs: {
        listWork: answer("listWork", { claims: [{ ...work.claims[0]!, isNew: true }] }),
        showCase: answer("showCase", { ...theCase, handedOver }),
      },
    });
    await page.getByRole("link", { name: "RE-2026-004191-7" }).click();
    await page
      .getByText("Viene de PERSONA DE PRUEBA ANALISTA DOS, el 23 de noviembre de 2026: Conoce el caso.")
      .waitFor();
    expect(await page.locator("h1").innerText()).toBe("RE-2026-004192-7");
  });
});
