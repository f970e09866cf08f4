import { describe, expect, it } from "vitest";
import type { RouteId } from "../../shared/contract/routes.ts";
import type { ClaimEventType } from "../../shared/domain/claim-events.ts";
import type { StaffRole } from "../../shared/domain/people.ts";
import { type Act, actWords } from "../../web/words/desk-acts.ts";
import { ruledCase, theCase } from "./desk-fixtures.ts";
import { actAt, expectSoundState, open, type State, send, withActions } from "./desk-site.ts";
import { answer, refusal } from "./fixtures.ts";
import { bodyOf, callsTo, expectSound, servePages, site } from "./served.ts";

servePages();

interface Form {
  readonly act: Act;
  readonly as: StaffRole;
  readonly offered: ClaimEventType;
  readonly route: RouteId;
  readonly choices?: Readonly<Record<string, string>>;
  readonly texts?: Readonly<Record<string, string>>;
  readonly sent: unknown;
}

const forms: readonly Form[] = [
  {
    act: "fuga",
    as: "analyst",
    offered: "leak-repair-required",
    route: "requireRepair",
    choices: { how: "notified-by-telephone" },
    texts: { text: "La tubería enterrada del patio." },
    sent: { how: "notified-by-telephone", text: "La tubería enterrada del patio." },
  },
  {
    act: "reparacion",
    as: "inspector",
    offered: "leak-verified",
    route: "verifyRepair",
    choices: { repaired: "yes" },
    texts: {
      verifiedAt: "2026-11-23T09:42:00",
      before: "481,1",
      after: "481.1",
      minutes: "15",
      observations: "Cambió la tubería.",
    },
    sent: {
      verifiedAt: "2026-11-23T14:42:00.000Z",
      repaired: true,
      before: 481.1,
      after: 481.1,
      minutes: 15,
      observations: "Cambió la tubería.",
      uploadIds: [],
    },
  },
  {
    act: "pedido-de-contrastacion",
    as: "operator",
    offered: "meter-test-asked",
    route: "askMeterTest",
    choices: { costAccepted: "yes" },
    sent: { costAccepted: true },
  },
  {
    act: "contrastacion",
    as: "analyst",
    offered: "meter-test-ordered",
    route: "orderMeterTest",
    texts: { testOn: "2026-12-02", at: "09:30", tester: "LABORATORIO DE PRUEBA", place: "En el domicilio" },
    sent: { testOn: "2026-12-02", at: "09:30", tester: "LABORATORIO DE PRUEBA", place: "En el domicilio" },
  },
  {
    act: "aviso-de-contrastacion",
    as: "clerk",
    offered: "meter-test-notified",
    route: "notifyMeterTest",
    choices: { how: "delivered" },
    texts: { deliveredAt: "2026-11-23T09:42:00" },
    sent: { how: "delivered", deliveredAt: "2026-11-23T14:42:00.000Z" },
  },
  {
    act: "resultado-de-contrastacion",
    as: "analyst",
    offered: "meter-test-reported",
    route: "reportMeterTest",
    choices: { result: "over-registers" },
    texts: { certificate: "INF-000123", errorPercent: "4,2" },
    sent: { result: "over-registers", certificate: "INF-000123", errorPercent: 4.2, uploadIds: [] },
  },
  {
    act: "nueva-audiencia",
    as: "conciliator",
    offered: "hearing-moved",
    route: "moveHearing",
    choices: { reason: "meter-test" },
    texts: { on: "2026-12-10" },
    sent: { reason: "meter-test", on: "2026-12-10" },
  },
];

describe("a form about a leak or a meter", () => {
  it.each(forms)("$act: no accessibility fault, nothing cut off, and it sends what was typed, once", async (form) => {
    const { act, as, offered, route, choices = {}, texts = {}, sent } = form;
    const stubs = { ...withActions(offered), [route]: { status: 200, body: theCase } };
    const { page, violations } = await open({ as, path: actAt(act), reads: actWords[act].send, stubs });
    await page.locator("main form .field").first().waitFor();
    await expectSound(page, violations);
    for (const [name, value] of Object.entries(choices)) await page.check(`input[name=${name}][value=${value}]`);
    for (const [name, text] of Object.entries(texts)) await page.fill(`#${name}`, text);
    await page.dblclick("main form button[type=submit]");
    await page.getByText(actWords[act].done).waitFor();
    expect(callsTo(route)).toHaveLength(1);
    expect(bodyOf(route)).toEqual(sent);
  });

  it.each(forms.filter(({ choices }) => choices))("$act: sends nothing while nothing is chosen", async (form) => {
    const { act, as, offered, route } = form;
    const { page } = await open({ as, path: actAt(act), reads: actWords[act].send, stubs: withActions(offered) });
    await page.locator("main form .field").first().waitFor();
    await send(page);
    await page.locator("[role=alert]:focus", { hasText: "Hay datos que corregir" }).waitFor();
    expect(callsTo(route)).toEqual([]);
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
