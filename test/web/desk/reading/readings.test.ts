import { expect, it, onTestFinished } from "vitest";
import { announcedReading, reading } from "../../desk-fixtures.ts";
import { open, send } from "../../desk-site.ts";
import { answer } from "../../fixtures.ts";
import { bodyOf, callsTo, expectSound, servePages } from "../../served.ts";

servePages();
const repair = { due: "2026-12-10", verifyBy: "2026-12-11" };
const path = "/desk/lecturas/00012345-2026-11/";

it("announces the visit of an atypical reading, and then prints its notice", async () => {
  const announced = { ...reading, visit: announcedReading.visit, state: "to-visit", version: 2 } as const;
  const notice = ["Aviso de consumo atípico", "Revisaremos tus instalaciones el miércoles 25."];
  const { page, violations } = await open({
    ...{ as: "billing", path, reads: "al menos 48 horas antes" },
    stubs: {
      showReading: answer("showReading", { ...reading, notice: ["Aviso", "Este es el aviso."] }),
      recordReading: answer("recordReading", { ...announced, notice }),
    },
  });
  await page.getByLabel("Día de la visita").fill("2026-11-25");
  await page.getByLabel("Desde, como 8:00").fill("10:00");
  await page.getByLabel("Hasta, como 10:00").fill("12:00");
  await page.getByRole("button", { name: "Ver el aviso de esa visita" }).click();
  const asked = page.locator(".asked");
  await asked.getByText("Este es el aviso.").waitFor();
  await asked.getByRole("heading", { name: "Aviso" }).and(page.locator(":focus")).waitFor();
  expect(await asked.getByText("Firma o huella").isVisible()).toBe(false);
  await page.emulateMedia({ media: "print" });
  onTestFinished(() => page.emulateMedia({ media: null }));
  // On paper, before it is recorded: the notice alone, with whose it is, whom to call and where to sign.
  for (const line of ["EPS", "Este es el aviso.", "Consultas:", "Fecha y hora de la entrega", "Firma o huella"])
    await asked.getByText(line).first().waitFor();
  const others = page.locator("main form, main h1, .for-paper:not(.asked), .top").filter({ visible: true });
  await expect.poll(() => others.count()).toBe(0);
  await page.emulateMedia({ media: null });
  expect(Object.fromEntries(new URLSearchParams(callsTo("showReading").at(-1)?.search))).toEqual({
    visitOn: "2026-11-25",
    from: "10:00",
    to: "12:00",
  });
  await page.getByLabel("Día en que se dio el aviso").fill("2026-11-23");
  await page.getByLabel("Hora del aviso").fill("09:30");
  await send(page);
  await page.getByRole("alert").getByText("Elija una opción.").waitFor();
  await page.getByText("En persona").click();
  await send(page);
  await page.getByText("Revisaremos tus instalaciones el miércoles 25.").waitFor();
  await page.getByText("¿Cómo fue la visita?").waitFor();
  expect(bodyOf("recordReading")).toEqual({
    act: {
      ...{ type: "notified", noticeOn: "2026-11-23", noticeAt: "09:30", means: "PERSONAL" },
      ...{ visitOn: "2026-11-25", from: "10:00", to: "12:00" },
    },
  });
  await expectSound(page, violations);
});

it("records the visit, and a leak only of who got in", async () => {
  const { page } = await open({
    ...{ as: "inspector", path, reads: "¿Cómo fue la visita?" },
    stubs: {
      showReading: answer("showReading", { ...reading, ...announcedReading }),
      recordReading: answer("recordReading", { ...reading, state: "closed", result: "visible-leak", version: 3 }),
    },
  });
  expect(await page.getByLabel("Día de la visita").inputValue()).toBe("2026-11-25");
  await page.getByLabel("Empezó, como 10:05").fill("10:15");
  await page.getByLabel("Terminó, como 10:40").fill("10:40");
  await page.getByText("No había nadie").click();
  expect(await page.getByText("¿Había fuga?").count()).toBe(0);
  await page.getByText("Se revisó una parte").click();
  await page.getByText("Fuga visible").click();
  await send(page);
  await page.getByText("Cerrada: fuga visible").waitFor();
  expect(bodyOf("recordReading")).toEqual({
    act: {
      ...{ type: "visited", visitedOn: "2026-11-25", from: "10:15", to: "10:40" },
      ...{ outcome: "PARCIAL", leak: "VISIBLE" },
    },
  });
});

it("records that the meter was read again, in place of what is next", async () => {
  const { page } = await open({ as: "analyst", path, reads: "Avisar la visita" });
  await page.getByRole("button", { name: "Leer otra vez el medidor" }).click();
  await page.getByLabel("Día en que se leyó otra vez").fill("2026-11-23");
  await page.getByLabel("Lectura del medidor, en m³").fill("1250");
  await page.getByLabel("Consumo que resulta, en m³").fill("16");
  await page.getByLabel("Qué se vio al leer otra vez").fill("Se leyó mal una cifra.");
  await send(page);
  await page.getByRole("heading", { name: "Avisar la visita" }).waitFor();
  const act = { type: "reread", readOn: "2026-11-23", reading: 1250, m3: 16, reason: "Se leyó mal una cifra." };
  expect(bodyOf("recordReading")).toEqual({ act });
});

it("announces another visit in place of one that nobody made", async () => {
  const stubs = { showReading: answer("showReading", { ...reading, ...announcedReading }) };
  const { page, violations } = await open({ as: "billing", path, reads: "¿Cómo fue la visita?", stubs });
  await page.getByRole("button", { name: "Avisar otra visita" }).click();
  await page.getByRole("heading", { name: "Avisar la visita" }).waitFor();
  await expect.poll(() => page.getByText("¿Cómo fue la visita?").count()).toBe(0);
  await expectSound(page, violations);
});

it("closes without a control what there is no time for, and says why", async () => {
  const { page, violations } = await open({
    ...{ as: "billing", path, reads: "No se hizo el control" },
    stubs: {
      showReading: answer("showReading", { ...reading, mayLapse: true }),
      recordReading: answer("recordReading", { ...reading, state: "closed", result: "not-controlled", version: 2 }),
    },
  });
  await page.getByRole("button", { name: "No se hizo el control" }).click();
  await page.getByLabel("Por qué no se hizo").fill("El archivo llegó tarde.");
  await expectSound(page, violations);
  await send(page);
  await page.getByText("Cerrada: no se hizo el control").waitFor();
  expect(bodyOf("recordReading")).toEqual({ act: { type: "lapsed", reason: "El archivo llegó tarde." } });
});

it("goes back from another form to what is next, and says where it is", async () => {
  const { page } = await open({ as: "billing", path, reads: "Avisar la visita" });
  await page.getByRole("button", { name: "Leer otra vez el medidor" }).click();
  await page.getByRole("heading", { name: "Leer otra vez el medidor" }).and(page.locator(":focus")).waitFor();
  await page.getByRole("button", { name: "Volver sin registrar" }).click();
  await page.getByRole("heading", { name: "Avisar la visita" }).and(page.locator(":focus")).waitFor();
  await expect.poll(() => page.getByLabel("Qué se vio al leer otra vez").count()).toBe(0);
  await page.getByRole("button", { name: "Leer otra vez el medidor" }).waitFor();
  await expect.poll(() => page.getByRole("button", { name: "Volver sin registrar" }).count()).toBe(0);
});

it("requires in writing the repair of a leak that cannot be seen, by a paper that is printed", async () => {
  const notice = ["Requerimiento de reparación", "Repárala en 15 días calendario."];
  const found = { ...reading, state: "to-repair", notice, version: 3 } as const;
  const { page, violations } = await open({
    ...{ as: "inspector", path, reads: "Exigir la reparación de la fuga" },
    stubs: {
      showReading: answer("showReading", found),
      recordReading: answer("recordReading", { ...found, repair, version: 4 }),
    },
  });
  await page.getByText("Repárala en 15 días calendario.").waitFor();
  expect(await page.getByText("Por teléfono").count()).toBe(0);
  await page.getByLabel("Día en que se entregó").fill("2026-11-25");
  await page.getByLabel("Hora en que se entregó").fill("10:50");
  await send(page);
  await page.getByRole("alert").getByText("Elija una opción.").waitFor();
  await page.getByText("Bajo la puerta").click();
  await expectSound(page, violations);
  await send(page);
  await page.getByRole("heading", { name: "Verificar la reparación" }).waitFor();
  expect(bodyOf("recordReading")).toEqual({
    act: { type: "repair-required", noticeOn: "2026-11-25", noticeAt: "10:50", means: "BAJO_PUERTA" },
  });
});

it("records the visit that verifies a repair, and the day of the repair of a repaired leak alone", async () => {
  const required = { ...reading, state: "to-repair", repair, late: true, mayLapse: true, version: 4 } as const;
  const { page, violations } = await open({
    ...{ as: "inspector", path, reads: "Venció: la reparación ya debía verificarse" },
    stubs: {
      showReading: answer("showReading", required),
      recordReading: answer("recordReading", { ...reading, state: "closed", result: "leak-repaired", version: 5 }),
    },
  });
  await page.getByRole("button", { name: "Cerrar sin verificar la reparación" }).waitFor();
  await page.getByLabel("Día de la visita").fill("2026-12-01");
  await page.getByLabel("Empezó, como 10:05").fill("09:00");
  await page.getByLabel("Terminó, como 10:40").fill("09:30");
  await page.getByLabel("Lectura con todos los puntos cerrados").fill("1310,5");
  await page.getByLabel("Lectura al terminar la prueba").fill("1310,5");
  await page.getByLabel("Minutos que duró la prueba").fill("20");
  await page.getByText("No, la fuga sigue").click();
  expect(await page.getByLabel("Día en que se reparó").count()).toBe(0);
  await page.getByText("Sí, está reparada").click();
  await page.getByLabel("Día en que se reparó").fill("2026-11-30");
  await page.getByLabel("Qué se reparó y quién atendió").fill("Se cambió la tubería.");
  await expectSound(page, violations);
  await send(page);
  await page.getByText("Cerrada: fuga no visible, reparada a tiempo").waitFor();
  expect(bodyOf("recordReading")).toEqual({
    act: {
      ...{ type: "repair-verified", visitedOn: "2026-12-01", from: "09:00", to: "09:30", repaired: true },
      ...{ repairedOn: "2026-11-30", before: 1310.5, after: 1310.5, minutes: 20, remark: "Se cambió la tubería." },
    },
  });
});

it("is opened from what is past the time it is kept", async () => {
  const { page } = await open({ as: "manager", path: "/desk/conservacion/", reads: "Lecturas atípicas" });
  await page.getByRole("link", { name: "00012345-2015-11" }).click();
  await page.getByText("Por qué es atípica y cómo se factura").waitFor();
  expect(new URL(page.url()).pathname).toBe("/desk/lecturas/00012345-2015-11/");
});

it("names an average that is only printed as what it is", async () => {
  const stubs = { showReading: answer("showReading", { ...reading, averagePrinted: true }) };
  const { page } = await open({ as: "manager", path, reads: "Promedio del último recibo", stubs });
  expect(await page.getByText("Promedio histórico", { exact: true }).count()).toBe(0);
});
