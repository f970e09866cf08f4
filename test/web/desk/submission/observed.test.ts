import { describe, expect, it } from "vitest";
import { submission, theCase } from "../../desk-fixtures.ts";
import { open, send } from "../../desk-site.ts";
import { answer, now } from "../../fixtures.ts";
import { expectSound, servePages, site } from "../../served.ts";

servePages();

const observed = {
  ...submission,
  email: "cliente@example.pe",
  state: "observed" as const,
  remark: "Falta la hoja 2.",
  observation: "preparing" as const,
  entries: [{ type: "observed" as const, at: now, text: "Falta la hoja 2." }],
};

/** Observes a document as its clerk, whose person has a mailbox. */
async function observe() {
  const opened = await open({
    ...{ as: "clerk", path: "/desk/documentos/f1/", reads: "Observarlo: falta algo" },
    stubs: {
      showDeskSubmission: answer("showDeskSubmission", { ...submission, email: observed.email }),
      receiveSubmission: answer("receiveSubmission", observed),
    },
  });
  const { page } = opened;
  await page.check("input[name=outcome][value=observed]");
  await page.fill("#remark", "Falta la hoja 2.");
  site.stubs.showDeskSubmission = answer("showDeskSubmission", observed);
  await send(page);
  await page.getByText("Se le está avisando por correo qué le falta.").waitFor();
  return opened;
}

it("the constancia of what was just registered appears by itself, while its person waits at the counter", async () => {
  const { page } = await open({
    ...{ as: "clerk", path: "/desk/documentos/f1/", reads: "Se está preparando. Tarda unos segundos." },
    stubs: { showDeskSubmission: answer("showDeskSubmission", { ...submission, constancia: "preparing" }) },
  });
  site.stubs.showDeskSubmission = answer("showDeskSubmission", { ...submission, constancia: "ready" });
  await page
    .getByRole("button", { name: /constancia/i })
    .first()
    .waitFor();
  expect(await page.getByText("Se está preparando").count()).toBe(0);
});

describe("who observed a document", () => {
  it("is not asked to call its person while the mail leaves, and sees by itself until when they may mend it", async () => {
    const { page, violations } = await observe();
    expect(await page.getByText("Nadie le avisó qué le falta").count()).toBe(0);
    expect(await page.getByText("Anotar el aviso").count()).toBe(0);
    await expectSound(page, violations);
    site.stubs.showDeskSubmission = answer("showDeskSubmission", {
      ...observed,
      remedyBy: "2026-11-25",
      entries: [...observed.entries, { type: "notified", at: now, to: "email", effectiveAt: now }],
    });
    await page.getByText("miércoles 25 de noviembre de 2026").first().waitFor();
    await expect.poll(() => page.getByText("Se le está avisando").count()).toBe(0);
    expect(await page.getByText("Nadie le avisó qué le falta").count()).toBe(0);
  });

  it.each([
    ["no mail left within two minutes", { entries: [{ type: "observed" as const, at: "2026-11-23T14:39:00.000Z" }] }],
    ["they came with a paper and left no mail", { email: undefined, registered: { at: now } }],
  ])("is asked to call its person if %s", async (_, said) => {
    const { page, violations } = await open({
      ...{ as: "clerk", path: "/desk/documentos/f1/", reads: "Nadie le avisó qué le falta" },
      stubs: { showDeskSubmission: answer("showDeskSubmission", { ...observed, ...said }) },
    });
    await page.getByText("Anotar el aviso").waitFor();
    expect(await page.getByText("Se le está avisando").count()).toBe(0);
    await expectSound(page, violations);
  });
});

it("a document to register has the light of the days it waits, and came today only if it did", async () => {
  const listed = [0, 1, 2].map((waitedDays) => ({ ...submission, submissionId: `f${waitedDays}`, waitedDays }));
  // The page is opened on Monday: no working day is over since Sunday's came.
  const sunday = { ...submission, submissionId: "f9", waitedDays: 0, presentedAt: "2026-11-22T15:00:00.000Z" };
  const { page, violations } = await open({
    ...{ as: "clerk", path: "/desk/documentos/", reads: "Llegó hoy" },
    stubs: { listDeskSubmissions: answer("listDeskSubmissions", { submissions: [...listed, sunday] }) },
  });
  const lights = page.locator("td .light");
  expect(await lights.allInnerTexts()).toEqual(
    [
      "● Llegó hoy",
      "▲ Espera desde hace 1 día hábil",
      "■ Espera desde hace 2 días hábiles",
      "● Llegó el domingo 22 nov.",
    ].map((text) => expect.stringMatching(text.replaceAll(" ", "\\s"))),
  );
  await expectSound(page, violations);
});

it("a document that may be a recourse says so on the list, alone, and no more once it was put aside", async () => {
  const recourse = {
    ...submission,
    ...{ submissionId: "f2", number: "MP-2026-004194-3", subject: "No estoy de acuerdo con la resolución" },
    ...{ againstDecision: true, recourseBy: "2026-11-30" },
  };
  const late = { ...recourse, submissionId: "f3", number: "MP-2026-004195-1", recourseBy: "2026-11-20" };
  const { page, violations } = await open({
    ...{ as: "clerk", path: "/desk/documentos/?lista=to-answer", reads: "Posible recurso" },
    stubs: {
      listDeskSubmissions: answer("listDeskSubmissions", {
        submissions: [
          { ...late, dueOn: "2026-11-20", daysLeft: -1, waitedDays: 5 },
          { ...recourse, dueOn: "2026-11-30", daysLeft: 4, waitedDays: 1 },
          { ...submission, answerBy: "2026-12-14", dueOn: "2026-12-14", daysLeft: 14, waitedDays: 1 },
        ],
      }),
      showDeskSubmission: answer("showDeskSubmission", { ...recourse, state: "received", receivedAt: now }),
      discardRecourse: answer("discardRecourse", { ...recourse, recourseBy: undefined, state: "received" }),
    },
  });
  const rows = page.locator("tbody tr");
  expect(await rows.locator("b", { hasText: "Posible recurso" }).count()).toBe(2);
  expect((await rows.first().innerText()).replace(/\s+/g, " ")).toContain("Vencido hace 1 día hábil");
  expect((await rows.nth(1).innerText()).replace(/\s+/g, " ")).toContain("Documento. Posible recurso");
  await rows.nth(1).getByText("lunes 30 de noviembre de 2026").waitFor();
  expect(await rows.nth(2).getByText("Posible recurso").count()).toBe(0);
  await expectSound(page, violations);
  await rows.nth(1).getByRole("link").click();
  await page.getByText("Decidir si es un recurso, hasta").waitFor();
  const ids = await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  await page.getByLabel("Por qué no es un recurso").fill("Pide una copia, no impugna.");
  await page.getByRole("button", { name: "Descartarlo como recurso" }).click();
  await page.getByText("El documento quedó registrado.").waitFor();
  await expect.poll(() => page.getByText("Descartarlo como recurso").count()).toBe(0);
});

describe("a document that may be an act of its claim", () => {
  const shown = (actions: (typeof theCase)["actions"], reads: string) =>
    open({
      ...{ as: "clerk" as const, path: "/desk/documentos/f1/", reads },
      stubs: {
        showDeskSubmission: answer("showDeskSubmission", submission),
        showCase: answer("showCase", { ...theCase, actions }),
      },
    });

  it("is taken only as what the claim takes now: no appeal without a decision", async () => {
    const { page, violations } = await shown(["claim-extended", "queja-filed"], "Es una ampliación");
    await page.getByRole("link", { name: "Es una queja" }).waitFor();
    expect(await page.getByRole("link", { name: /apelación|reconsideración/ }).count()).toBe(0);
    await expectSound(page, violations);
  });

  it("says so if the claim takes none", async () => {
    const { page, violations } = await shown([], "Su reclamo no recibe hoy ninguno de esos actos.");
    await expectSound(page, violations);
  });
});

it("on a telephone the list of documents is read without scrolling sideways, and says what may be a recourse", async () => {
  const recourse = { ...submission, againstDecision: true, recourseBy: "2026-11-30", dueOn: "2026-11-30", daysLeft: 4 };
  const { page, violations } = await open({
    ...{ as: "clerk", path: "/desk/documentos/?lista=to-answer", reads: "Posible recurso", width: 360 },
    stubs: { listDeskSubmissions: answer("listDeskSubmissions", { submissions: [{ ...recourse, waitedDays: 1 }] }) },
  });
  const [row, mark] = await Promise.all(
    [page.locator("tbody tr"), page.locator("tbody b", { hasText: "Posible recurso" })].map((one) => one.boundingBox()),
  );
  expect(row?.width).toBeLessThanOrEqual(360);
  expect((mark?.x ?? 0) + (mark?.width ?? 0)).toBeLessThanOrEqual(360);
  const scrolls = await page.locator(".scroll").evaluate((one) => one.scrollWidth > one.clientWidth);
  expect(scrolls).toBe(false);
  await expectSound(page, violations);
  const late = { ...recourse, dueOn: "2026-11-10", daysLeft: -9, waitedDays: 9 };
  site.stubs.listDeskSubmissions = answer("listDeskSubmissions", { submissions: [late] });
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(`${site.origin}/desk/documentos/`);
  const waits = page.locator("tbody .light").last();
  await waits.waitFor();
  expect(await waits.evaluate((one) => one.getBoundingClientRect().right)).toBeLessThanOrEqual(360);
});
