import { expect, it } from "vitest";
import { theCase } from "../../desk-fixtures.ts";
import { actAt, fillIn, open } from "../../desk-site.ts";
import { answer } from "../../fixtures.ts";
import { expectSound, servePages } from "../../served.ts";

servePages();

const choice = { modes: ["telephone" as const, "virtual" as const], until: "2026-11-30", mayChangeMode: true };
const hearing = { on: "2026-12-01", at: "10:00", mode: "telephone" as const, telephone: "987654321", choice };
type Actions = (typeof theCase)["actions"];
type Row = readonly [act: string, actions: Actions, fill: Readonly<Record<string, string>>, said: string];

const rows: readonly Row[] = [
  ["subsanacion", ["remedied"], { answer: "Ya traje el poder." }, "Ya traje el poder."],
  ["ampliacion", ["claim-extended"], { grounds: "También fue en setiembre." }, "También fue en setiembre."],
  ["participacion", [], { mode: "virtual" }, "Por video"],
  ["respuesta", ["answer-offer"], { accepted: "no" }, "No"],
  ["reconsideracion", ["reconsideration-filed"], { grounds: "La lectura es de otro." }, "La lectura es de otro."],
  ["apelacion", ["appeal-filed"], { grounds: "La lectura es de otro." }, "La lectura es de otro."],
  ["prueba-nueva", ["new-evidence-brought"], { answer: "La fuga está reparada." }, "La fuga está reparada."],
  ["desistir", ["withdrawal-requested"], { reason: "Ya me lo explicaron." }, "Ya me lo explicaron."],
  ["queja", ["queja-filed"], { duty: "Visitar en plazo.", facts: "Nadie vino." }, "Visitar en plazo. Nadie vino."],
  ["avisos", [], { granted: "no" }, "En papel"],
  ["idioma", [], { language: "qu" }, "Quechua"],
];

it.each(rows)("«%s»: what the caller says is read back to them before it is sent", async (act, actions, fill, said) => {
  const { page, violations } = await open({
    ...{ as: "operator", path: actAt(act), reads: "Lea esto en voz alta:" },
    stubs: { showCase: answer("showCase", { ...theCase, actions, hearing, defects: ["Falta el poder."] }) },
  });
  const readBack = page.locator("form .aloud", { hasText: "«Anoté:" });
  await fillIn(page, { came: "telephone" });
  await fillIn(page, fill);
  await expect.poll(() => readBack.innerText()).toMatch(new RegExp(`«Anoté: [^»]*${said}[^»]* ¿Está bien\\?»`));
  expect(await readBack.innerText()).not.toMatch(/teléfono\. /i);
  await expectSound(page, violations);
});

it("nothing is to be read aloud where an act came on paper", async () => {
  const { page } = await open({
    ...{ as: "operator", path: actAt("subsanacion"), reads: "Lea esto en voz alta:" },
    stubs: { showCase: answer("showCase", { ...theCase, actions: ["remedied"], defects: ["Falta el poder."] }) },
  });
  await fillIn(page, { came: "document-desk", answer: "Ya traje el poder." });
  await expect.poll(() => page.locator(".aloud").filter({ visible: true }).count()).toBe(0);
  await fillIn(page, { came: "telephone" });
  await page.locator("form .aloud", { hasText: "«Anoté:" }).waitFor();
});

it("what a caller asks to be attended is read back before it is sent", async () => {
  const { page } = await open({
    ...{ as: "operator", path: "/desk/problemas/?suministro=00012345", reads: "Registrar una solicitud" },
    stubs: { listDeskProblems: answer("listDeskProblems", { problems: [] }) },
  });
  await fillIn(page, {
    channel: "telephone",
    group: "flood",
    problemType: "O-S1",
    description: "Se atora el desagüe.",
  });
  const readBack = page.locator(".aloud", { hasText: "«Anoté:" });
  await expect.poll(() => readBack.innerText()).toMatch(/Se atora el desagüe\. ¿Está bien\?»$/);
});

it("a document by telephone is read back before it is sent, one on paper is not", async () => {
  const { page } = await open({ as: "clerk", path: "/desk/documentos/registrar/", reads: "Cuándo llegó" });
  const readBack = page.locator(".aloud", { hasText: "«Anoté:" });
  await page.locator("main [name=text]").fill("Pido una copia.");
  expect(await readBack.count()).toBe(0);
  await page.check("input[name=channel][value=telephone]");
  await readBack.waitFor();
});
