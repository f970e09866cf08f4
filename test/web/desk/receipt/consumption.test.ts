import { describe, expect, it } from "vitest";
import type { RouteId } from "../../../../shared/contract/routes.ts";
import type { ClaimEventType } from "../../../../shared/domain/case/claim-events.ts";
import type { StaffRole } from "../../../../shared/domain/work/people.ts";
import { type Act, actWords } from "../../../../web/desk/case/acts.words.ts";
import { ruledCase, theCase } from "../../desk-fixtures.ts";
import { actAt, expectSoundState, open, type State, send, withActions } from "../../desk-site.ts";
import { answer, refusal } from "../../fixtures.ts";
import { bodyOf, callsTo, servePages, site } from "../../served.ts";

servePages();

/** The forms with a choice, by the act that each is offered for. */
const choosing: readonly (readonly [act: Act, as: StaffRole, offered: ClaimEventType, sends: RouteId])[] = [
  ["fuga", "analyst", "leak-repair-required", "requireRepair"],
  ["reparacion", "inspector", "leak-verified", "verifyRepair"],
  ["pedido-de-contrastacion", "operator", "meter-test-asked", "askMeterTest"],
  ["aviso-de-contrastacion", "clerk", "meter-test-notified", "notifyMeterTest"],
  ["resultado-de-contrastacion", "analyst", "meter-test-reported", "reportMeterTest"],
  ["nueva-audiencia", "conciliator", "hearing-moved", "moveHearing"],
];

describe("a form about a leak or a meter", () => {
  it.each(choosing)("%s: sends nothing while nothing is chosen", async (act, as, offered, sends) => {
    const { page } = await open({ as, path: actAt(act), reads: actWords[act].send, stubs: withActions(offered) });
    await page.locator("main form .field").first().waitFor();
    await send(page);
    await page.locator("[role=alert]:focus", { hasText: "Hay datos que corregir" }).waitFor();
    expect(callsTo(sends)).toEqual([]);
  });

  it("is filled in and sent with the keyboard alone", async () => {
    const stubs = { ...withActions("leak-repair-required"), requireRepair: { status: 200, body: theCase } };
    const { page } = await open({ as: "analyst", path: actAt("fuga"), reads: "Qué fuga es", stubs });
    const to = async (selector: string) => {
      for (let tabs = 0; tabs < 40 && !(await page.locator(`${selector}:focus`).count()); tabs++)
        await page.keyboard.press("Tab");
      await page.locator(`${selector}:focus`).waitFor();
    };
    await to("#text");
    await page.keyboard.type("La tubería del patio.");
    await to("[name=how]");
    await page.keyboard.press("Space");
    await to("button[type=submit]");
    await page.keyboard.press("Enter");
    await page.getByText(actWords.fuga.done).waitFor();
    expect(bodyOf("requireRepair")).toEqual({ how: "notified-by-telephone", text: "La tubería del patio." });
  });

  it("keeps what was typed if the API refuses it, with its message beside the field", async () => {
    const orderMeterTest = refusal("invalid-request", [
      { field: "body.testOn", message: "La prueba debe ser dentro del plazo." },
    ]);
    const { page } = await open({
      as: "analyst",
      path: actAt("contrastacion"),
      reads: "Empresa autorizada",
      stubs: { ...withActions("meter-test-ordered"), orderMeterTest },
    });
    await page.fill("#place", "En el domicilio");
    await send(page);
    await page.locator("#testOn-error", { hasText: "La prueba debe ser dentro del plazo." }).waitFor();
    expect(await page.inputValue("#place")).toBe("En el domicilio");
    expect(callsTo("orderMeterTest")).toHaveLength(1);
  });
});

const consumption = "/desk/reclamos/c1/consumo/";
const states: Readonly<Record<string, State>> = {
  "the rules of a month": {
    as: "analyst",
    path: consumption,
    reads: "Reglas de consumo",
    stubs: { showCase: answer("showCase", ruledCase) },
  },
  "the rules, for who may not look the supply up": {
    as: "resolver",
    path: consumption,
    reads: "Explicación para la resolución",
    stubs: { showCase: answer("showCase", ruledCase) },
  },
  "a draft that begins from the rules": {
    as: "resolver",
    path: actAt("resolucion"),
    reads: "El volumen facturado duplica el promedio",
    stubs: { showCase: answer("showCase", { ...ruledCase, actions: ["resolution-issued"] }) },
  },
};

describe("the results of the consumption rules", () => {
  it.each(Object.entries(states))(
    "%s: no accessibility fault, nothing blocked by the policy, nothing cut off",
    async (_, state) => {
      await expectSoundState(state);
    },
  );

  it("says why a month is left out of the average, each concept before and after, and who decides", async () => {
    const { page } = await open({
      as: "analyst",
      path: consumption,
      reads: "Reglas de consumo",
      stubs: { showCase: answer("showCase", ruledCase) },
    });
    for (const words of [
      "Decide quien resuelve.",
      "No: fuera de la mediana",
      "15 m³, S/ 58.08",
      "S/ 98.53",
      "Hay que cambiarlo",
      "La visita que la verifica anota:",
      "La contrastación se ordena hasta el 30 de noviembre de 2026.",
    ])
      expect(await page.getByText(words).first().isVisible(), words).toBe(true);
    expect(await page.locator("td", { hasText: "no hay" }).count()).toBe(0);
    site.stubs.showCase = answer("showCase", theCase);
    await page.reload();
    await page.getByText("Casa de un piso").waitFor();
    expect(await page.getByText("Reglas de consumo").count()).toBe(0);
  });
});
