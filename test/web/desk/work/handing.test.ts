import { describe, expect, it } from "vitest";
import type { AnswerOf } from "../../../../shared/contract/route.ts";
import type { Routes } from "../../../../shared/contract/routes.ts";
import { theCase } from "../../desk-fixtures.ts";
import { actAt, open, send } from "../../desk-site.ts";
import { answer, refusal } from "../../fixtures.ts";
import { bodyOf, callsTo, expectSound, servePages, site } from "../../served.ts";

servePages();

type Person = AnswerOf<Routes["listStaff"]>["staff"][number];
const inspector = (at: number, atVisit: Person["atVisit"]): Person => ({
  ...{ sub: `inspector-${at}`, name: `PERSONA DE PRUEBA INSPECTORA ${at}`, extension: "201", roles: ["inspector"] },
  ...{ onDuty: true, openClaims: 0, overdue: 0, soon: 0, visitsToday: 7, mayOwn: false, mayVisit: true },
  ...(atVisit && { atVisit }),
});
const staff = [inspector(1, { thatDay: 4, atThatHour: 1 }), inspector(2, { thatDay: 1, atThatHour: 0 })];
const visits = [
  { inspectionId: "i1", on: "2026-11-26", from: "08:00", to: "10:00", late: false, inspector: "PERSONA UNO" },
  { inspectionId: "i2", on: "2026-11-30", from: "10:00", to: "12:00", late: false },
];
const stubs = {
  showCase: answer("showCase", { ...theCase, visits }),
  listStaff: answer("listStaff", { staff }),
  changeInspector: answer("changeInspector", theCase),
};
const opened = (more = {}) =>
  open({ as: "manager", path: actAt("inspector"), reads: "A quién", stubs: { ...stubs, ...more } });

describe("a visit is given by hand", () => {
  it("with what each inspector has on its day, and goes to who is chosen", async () => {
    const paths: string[] = [];
    const noted = ({ path }: { readonly path: string }) => {
      paths.push(path);
      return stubs.changeInspector;
    };
    const { page, violations } = await opened({ changeInspector: noted });
    const options = page.locator("#to option");
    await page.getByLabel("A quién").waitFor();
    expect(await options.allInnerTexts()).toEqual([
      "–",
      "PERSONA DE PRUEBA INSPECTORA 1 (4 visitas ese día, 1 a esa hora)",
      "PERSONA DE PRUEBA INSPECTORA 2 (1 visita ese día)",
    ]);
    const asked = () => callsTo("listStaff").at(-1)?.search;
    expect(asked()).toBe("?visit=i1&on=2026-11-26&from=08%3A00&to=10%3A00");
    await page.selectOption("#visit", "i2");
    await expect.poll(asked).toBe("?visit=i2&on=2026-11-30&from=10%3A00&to=12%3A00");
    await page.getByLabel("A quién").selectOption("inspector-2");
    expect(await page.getByText("a esa hora").count()).toBe(1);
    await page.fill("#reason", "Vive cerca.");
    await expectSound(page, violations);
    await send(page);
    await expect.poll(() => callsTo("changeInspector").length).toBe(1);
    expect(bodyOf("changeInspector")).toEqual({ to: "inspector-2", reason: "Vive cerca." });
    expect(paths).toEqual(["/desk/claims/c1/visits/i2/inspector"]);
    await page.waitForURL(`${site.origin}/desk/reclamos/c1/?hecho=inspector`);
  });

  it("and warns of who has another visit at that hour, without refusing it", async () => {
    const { page, violations } = await opened();
    await page.getByLabel("A quién").selectOption("inspector-1");
    await page.locator("[role=alert]", { hasText: "Ya tiene 1 visita a esa hora" }).waitFor();
    await expectSound(page, violations);
    await page.getByLabel("A quién").selectOption("inspector-2");
    await expect.poll(() => page.locator("main [role=alert]").count()).toBe(0);
    await page.getByLabel("A quién").selectOption("inspector-1");
    await page.fill("#reason", "Son vecinas.");
    await send(page);
    await expect.poll(() => bodyOf("changeInspector")).toEqual({ to: "inspector-1", reason: "Son vecinas." });
  });

  it("keeps what was chosen and typed when it is refused", async () => {
    const { page, violations } = await opened({ changeInspector: refusal("not-now") });
    await page.getByLabel("A quién").selectOption("inspector-2");
    await page.fill("#reason", "Vive cerca.");
    await send(page);
    await page.locator("[role=alert]:focus").waitFor();
    await expectSound(page, violations);
    expect([await page.inputValue("#to"), await page.inputValue("#reason")]).toEqual(["inspector-2", "Vive cerca."]);
  });

  it("says that nobody's load could be read, and asks again", async () => {
    const { page, violations } = await open({
      ...{ as: "manager", path: actAt("inspector"), reads: "Volver a intentar" },
      stubs: { ...stubs, listStaff: refusal("unexpected") },
    });
    await expectSound(page, violations);
    site.stubs.listStaff = stubs.listStaff;
    await page.getByRole("button", { name: "Volver a intentar" }).click();
    await page.getByLabel("A quién").waitFor();
  });
});
