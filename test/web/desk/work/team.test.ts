import { describe, expect, it } from "vitest";
import { team, theCase, work } from "../../desk-fixtures.ts";
import { actAt, open, send } from "../../desk-site.ts";
import { answer, refusal } from "../../fixtures.ts";
import { bodyOf, callsTo, expectSound, servePages, site } from "../../served.ts";

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
      handOverWork: answer("handOverWork", { claims: 20, visits: 0, deliveries: 0, more: true }),
    });
    await expectSound(page, violations);
    await page.locator("#until").fill("2026-11-30");
    await page.getByLabel("A quién").selectOption("analyst-2");
    await page.getByLabel("Por qué").fill("Está de licencia.");
    const first = page.waitForResponse((response) => response.url().includes("/absence"));
    await send(page);
    await first;
    site.stubs.handOverWork = answer("handOverWork", { claims: 3, visits: 1, deliveries: 2, more: false });
    await page.getByText(/Pasaron \d+ reclamos, 1 visita y \d+ entregas\./).waitFor();
    const calls = callsTo("handOverWork");
    expect(calls.length).toBeGreaterThan(1);
    expect(bodyOf("handOverWork")).toEqual({ reason: "Está de licencia.", until: "2026-11-30", to: "analyst-2" });
    expect(await page.getByRole("heading", { name: /^Ausencia de/ }).count()).toBe(0);
  });

  it("of the only one of a role says what waits that nobody else can do, before it is sent and after, and until when", async () => {
    const signer = { ...team.staff[1]!, sub: "signer-1", name: "PERSONA DE PRUEBA JEFE", roles: ["signer" as const] };
    const others = [...team.staff, { ...signer, sub: "resolver-1", name: "OTRO", roles: ["resolver" as const] }];
    const queues = [
      { queue: "signature", total: 5, overdue: 1, soon: 2 },
      { queue: "resolution", total: 10, overdue: 0, soon: 0 },
      { queue: "notification", total: 0, overdue: 0, soon: 0 },
    ] as const;
    const { page, violations } = await opened({
      listStaff: answer("listStaff", { staff: [...others, signer] }),
      countWork: answer("countWork", { queues: [...queues], mine: [] }),
      handOverWork: answer("handOverWork", { claims: 0, visits: 0, deliveries: 0, more: false }),
    });
    // The only clerk is off duty already, and nothing waits for them.
    expect(await page.getByRole("heading", { name: /^Nadie/ }).count()).toBe(0);
    const row = page.locator("tr", { hasText: signer.name });
    await row.getByRole("button", { name: "Registrar ausencia" }).click();
    await page.getByRole("heading", { name: "Nadie más de turno puede hacer esto" }).waitFor();
    const waits = page.getByRole("link", { name: "Por firmar: 5 reclamos, 1 vencido" });
    expect(await waits.getAttribute("href")).toBe("/desk/bandeja/?de=todos&cola=signature");
    expect(await page.getByRole("link", { name: /^Por (resolver|notificar):/ }).count()).toBe(0);
    await expectSound(page, violations);
    await page.locator("#until").fill("2026-11-30");
    await page.getByLabel("Por qué").fill("Descanso.");
    const off = { ...signer, onDuty: false, mayOwn: false, absentUntil: "2026-11-30" };
    site.stubs.listStaff = answer("listStaff", { staff: [...others, off] });
    await send(page);
    await page
      .getByText("No tenía reclamos, visitas ni entregas que pasar. Está ausente hasta el 30 de noviembre de 2026.")
      .waitFor();
    await page.getByRole("heading", { name: "Nadie de turno puede hacer esto" }).waitFor();
    expect(await waits.count()).toBe(1);
    await page.getByText("PERSONA DE PRUEBA JEFE: Ausente hasta el 30 de noviembre de 2026").waitFor();
    expect(await row.innerText()).toContain("Ausente hasta el 30 de noviembre de 2026");
    await expectSound(page, violations);
    await page.getByRole("link", { name: "Cambiar acceso" }).click();
    expect(new URL(page.url()).hash).toBe("#people");
    await page.locator("tr", { hasText: "OTRO" }).getByRole("button", { name: "Cambiar acceso" }).click();
    await page.getByRole("heading", { name: "Acceso de OTRO" }).waitFor();
  });

  it.each([
    ["that is over", "2026-11-22", "Ausente: era hasta el 22 de noviembre de 2026. ¿Ya volvió?"],
    ["that ends today", "2026-11-23", "Ausente hasta el 23 de noviembre de 2026"],
    ["whose last day nobody noted", undefined, "Ausente"],
  ])("says of an absence %s until when it is", async (_, absentUntil, said) => {
    const staff = team.staff.map((one, at) => (at === 0 ? { ...one, onDuty: false, absentUntil } : one));
    const { page } = await opened({ listStaff: answer("listStaff", { staff }) });
    const { name } = team.staff[0]!;
    expect(await page.locator("tr", { hasText: name }).locator("td").nth(1).innerText()).toBe(said);
  });

  it("an inspector's visits that clash are shown before anything passes, and again with what did not pass", async () => {
    const at = { claimId: "c1", on: "2026-11-26", from: "08:00" };
    const clashes = [{ ...at, to: "PERSONA DE PRUEBA INSPECTORA DOS", atThatHour: 0, isOther: true }];
    const sum = { claims: 0, visits: 0, deliveries: 0, more: false };
    const { page, violations } = await opened({ handOverWork: answer("handOverWork", { ...sum, visits: 2, clashes }) });
    const row = page.locator("tr", { hasText: "INSPECTORA UNO" });
    await row.getByRole("button", { name: "Registrar ausencia" }).click();
    await page.locator("#until").fill("2026-11-30");
    await page.getByLabel("Por qué").fill("Está de licencia.");
    await send(page);
    const clash = page.getByRole("link", {
      name: /: va a PERSONA DE PRUEBA INSPECTORA DOS\. Quien eligió ya tiene/,
    });
    await clash.waitFor();
    await expectSound(page, violations);
    expect(callsTo("handOverWork")).toHaveLength(1);
    expect(bodyOf("handOverWork")).toEqual({ reason: "Está de licencia.", until: "2026-11-30", plan: true });
    // Another day: it is looked at again before anything passes.
    await page.locator("#until").fill("2026-11-29");
    await clash.waitFor({ state: "detached" });
    await send(page);
    await clash.waitFor();
    const left = [{ ...at, why: "Esa visita ya se hizo, o su día pasó." }];
    site.stubs.handOverWork = answer("handOverWork", { ...sum, visits: 1, clashes, left });
    await page.getByRole("button", { name: "Pasarlo así" }).click();
    await page.getByText("Pasaron 0 reclamos, 1 visita y 0 entregas.").waitFor();
    expect(bodyOf("handOverWork")).toEqual({ reason: "Está de licencia.", until: "2026-11-29" });
    await page.getByRole("heading", { name: "Estas visitas no pasaron" }).waitFor();
    await page.getByRole("link", { name: /: Esa visita ya se hizo/ }).waitFor();
    await expectSound(page, violations);
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

  it("of an absence that stopped halfway, what is left is passed", async () => {
    const staff = team.staff.map((one) => (one.sub === "analyst-1" ? { ...one, onDuty: false } : one));
    const { page } = await opened({
      listStaff: answer("listStaff", { staff }),
      handOverWork: answer("handOverWork", { claims: 15, visits: 0, deliveries: 0, more: false }),
    });
    // Of who has nothing there is nothing to pass.
    await page.getByRole("button", { name: /^Pasar lo que le queda/ }).click();
    await page.getByRole("heading", { name: "Ausencia de PERSONA DE PRUEBA ANALISTA UNO" }).waitFor();
    await page.locator("#until").fill("2026-11-30");
    await page.getByLabel("Por qué").fill("Está de licencia.");
    await send(page);
    await page.getByText("Pasaron 15 reclamos, 0 visitas y 0 entregas.").waitFor();
    expect(bodyOf("handOverWork")).toEqual({ reason: "Está de licencia.", until: "2026-11-30" });
  });

  it("who comes back gets what passed to others, part by part", async () => {
    const { page } = await opened({
      returnToDuty: { status: 204 },
      giveBackWork: answer("giveBackWork", { claims: 20, visits: 0, deliveries: 0, more: true }),
    });
    const first = page.waitForResponse((response) => response.url().includes("/given-back"));
    await page
      .getByRole("button", { name: /^Volvió y recupera/ })
      .first()
      .click();
    await first;
    site.stubs.giveBackWork = answer("giveBackWork", { claims: 17, visits: 2, deliveries: 1, more: false });
    await page.getByText(/recupera \d+ reclamos, 2 visitas y 1 entrega\./).waitFor();
    expect(bodyOf("giveBackWork")).toEqual({});
  });

  it("who comes back is put on duty, and leads to the claims of each", async () => {
    const { page } = await opened({ returnToDuty: { status: 204 } });
    await page.getByRole("button", { name: /^Volvió ?:/ }).click();
    await page.getByText("PERSONA DE PRUEBA DE MESA DE PARTES vuelve a recibir trabajo nuevo.").waitFor();
    await page.getByRole("link", { name: "1,204" }).click();
    await page.waitForURL(`${site.origin}/desk/bandeja/?de=todos&persona=analyst-1`);
    await page.getByText("Vence hoy").first().waitFor();
    const asked = new URLSearchParams(callsTo("listWork").at(-1)?.search);
    expect(asked.get("owner")).toBe("analyst-1");
  });
});

describe("access to the desk", () => {
  const opened = (stubs = {}, as: "manager" | "administrator" = "manager") =>
    open({ as, path: "/desk/equipo/", reads: "Cambios de acceso", stubs, width: 1280, height: 800 });
  const ofInspector = async (stubs = {}) => {
    const opening = await opened(stubs);
    const row = opening.page.locator("tr", { hasText: "INSPECTORA UNO" });
    await row.getByRole("button", { name: "Cambiar acceso" }).click();
    await opening.page.getByRole("heading", { name: "Acceso de PERSONA DE PRUEBA INSPECTORA UNO" }).waitFor();
    return opening;
  };
  const accessOf = (sub: string, roles: ("inspector" | "analyst" | "operator")[]) => ({
    sub,
    name: "PERSONA DE PRUEBA INSPECTORA UNO",
    roles,
  });

  it("is given with the roles marked, and the list of changes says who did what", async () => {
    const { page, violations } = await opened({ addStaff: answer("addStaff", accessOf("new", ["operator"])) });
    await page.getByText("Se dio: Mesa de partes, Atención al cliente. Se quitó: Analista de reclamos").waitFor();
    await page.getByText("Alguien que ya no está en el registro").waitFor();
    await page.getByRole("button", { name: "Agregar a una persona" }).click();
    await page.getByLabel("Nombre completo").fill("PERSONA DE PRUEBA NUEVA");
    await page.getByLabel("Correo con el que ingresa").fill("nueva@example.pe");
    await page.getByLabel("Anexo").fill("205");
    await page.getByLabel("Atención al cliente").check();
    await page.getByLabel("Por qué").fill("Entra al turno de mañana.");
    expect(await page.getByLabel("Administración de accesos").count()).toBe(0);
    await expectSound(page, violations);
    await send(page);
    await page.getByText("PERSONA DE PRUEBA INSPECTORA UNO ya tiene acceso.").waitFor();
    expect(bodyOf("addStaff")).toEqual({
      name: "PERSONA DE PRUEBA NUEVA",
      email: "nueva@example.pe",
      extension: "205",
      roles: ["operator"],
      reason: "Entra al turno de mañana.",
    });
  });

  it("is changed from the roles somebody has, and ended apart", async () => {
    const { page } = await ofInspector({
      changeRoles: answer("changeRoles", accessOf("inspector-1", ["inspector", "analyst"])),
    });
    expect(await page.getByLabel("Inspector", { exact: true }).isChecked()).toBe(true);
    await page.getByLabel("Analista de reclamos").check();
    await page.getByLabel("Por qué").fill("Cubre admisión.");
    await send(page);
    await page.getByText("Los cargos de PERSONA DE PRUEBA INSPECTORA UNO ya son los que marcó.").waitFor();
    expect(bodyOf("changeRoles")).toEqual({ roles: ["analyst", "inspector"], reason: "Cubre admisión." });
  });

  it("of an owner of claims is not ended, and what was typed stays", async () => {
    const { page } = await ofInspector({ endAccess: refusal("still-owns-work") });
    await page.getByRole("button", { name: "Terminar su acceso" }).click();
    await page.getByText("Se cierran sus sesiones").waitFor();
    await page.getByLabel("Por qué").fill("Terminó su contrato.");
    await send(page);
    await page.getByText("Registra primero su ausencia").waitFor();
    expect(await page.getByLabel("Por qué").inputValue()).toBe("Terminó su contrato.");
    expect(bodyOf("endAccess")).toEqual({ reason: "Terminó su contrato." });
  });

  it("of others is an administrator's too, who sees no absences and may make administrators", async () => {
    const { page } = await opened({}, "administrator");
    // The work lists are not theirs: how many claims a person has leads nowhere.
    await page.getByRole("cell", { name: /1.204/ }).waitFor();
    expect(await page.getByRole("link", { name: /1.204/ }).count()).toBe(0);
    expect(await page.getByRole("button", { name: /^Registrar ausencia/ }).count()).toBe(0);
    await page.getByRole("button", { name: "Agregar a una persona" }).click();
    await page.getByLabel("Administración de accesos").waitFor();
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

  it("who may not read why reads from whom and when", async () => {
    const { page } = await open({
      as: "operator",
      path: "/desk/reclamos/c1/",
      reads: "RE-2026-004192-7",
      stubs: { showCase: answer("showCase", { ...theCase, handedOver: { on: "2026-11-23", from: "OTRA PERSONA" } }) },
    });
    const said = page.getByText("Viene de OTRA PERSONA");
    await said.waitFor();
    expect(await said.innerText()).toBe("Viene de OTRA PERSONA, el 23 de noviembre de 2026");
  });
});
