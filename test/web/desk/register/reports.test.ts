import { expect, it } from "vitest";
import type { AnswerOf } from "../../../../shared/contract/route.ts";
import type { Routes } from "../../../../shared/contract/routes.ts";
import type { StaffRole } from "../../../../shared/domain/work/people.ts";
import { openPage } from "../../browser.ts";
import { deskStubs, tokenOf } from "../../desk-fixtures.ts";
import { expectSoundState, open, type State } from "../../desk-site.ts";
import { answer, refusal } from "../../fixtures.ts";
import { browser, servePages, site } from "../../served.ts";

servePages();

const month = "2026-11";
const asOf = "2026-12-02T15:00:00.000Z";
const sha256 = "a".repeat(64);
const files = [
  "registros_2026-11.xlsx",
  "reclamos_2026-11.csv",
  "solicitudes_2026-11.csv",
  "observaciones_2026-11.csv",
];
const build = {
  asOf,
  state: "done" as const,
  done: 640,
  of: 640,
  finishedAt: asOf,
  files: files.map((fileName) => ({ fileName, sizeBytes: 90_000, sha256, rows: 640 })),
};
const figure = { factor: 1, perConnections: false };
const figures: AnswerOf<Routes["listIndicators"]>["figures"] = [
  {
    ...figure,
    id: "claims",
    group: "density",
    name: "Reclamos presentados",
    unit: "count",
    numerator: 640,
    value: 640,
  },
  {
    ...figure,
    id: "claims-per-10000",
    group: "density",
    name: "Reclamos por 10,000 conexiones activas",
    unit: "per-connections",
    numerator: 640,
    denominator: 20_000,
    value: 320,
    perConnections: true,
  },
  {
    ...figure,
    id: "resolved-in-time",
    group: "time",
    name: "Resueltos en el plazo (T08)",
    unit: "per-cent",
    numerator: 601,
    denominator: 612,
    value: 98.2026,
  },
  {
    ...figure,
    id: "rebilled",
    group: "result",
    name: "Importe refacturado",
    unit: "céntimos",
    numerator: 1_837_600,
    value: 1_837_600,
  },
  {
    ...figure,
    id: "upheld-F01",
    group: "result",
    name: "Fundados: consumo medido",
    unit: "per-cent",
    numerator: 0,
    denominator: 0,
  },
];
const observation = {
  observationId: "o1",
  number: "LO-2026-000412-7",
  channel: "counter" as const,
  enteredAt: "2026-11-23T15:00:00.000Z",
  enteredOn: "2026-11-23",
  person: { name: "CLIENTE DE PRUEBA UNO" },
  text: "La cola de la oficina es larga y no hay dónde sentarse.",
  answerBy: "2026-12-07",
  state: "overdue" as const,
};
const filed = { ...observation, observationId: "f1", number: "MP-2026-000731-4", channel: "document-desk" as const };
const book = answer("listObservations", { observations: [observation, filed] });
const observed = answer("listFigureCases", {
  month,
  asOf,
  name: "Observaciones recibidas",
  total: 2,
  cases: [
    { kind: "observation", id: "o1", code: observation.number, weight: 1 },
    { kind: "submission", id: "f1", code: filed.number, weight: 1 },
  ],
});
const registered = answer("showRegister", { month, build });
const indicators = answer("listIndicators", { month, asOf, areConnectionsConfirmed: false, figures });
const supervisors = answer("listSupervisors", {
  mostDays: 90,
  supervisors: [
    {
      sub: "00000000-0000-4000-8000-000000000009",
      name: "SUPERVISORA DE PRUEBA",
      isInForce: true,
      accesses: [{ from: "2026-11-01", until: "2026-12-31", letter: "OFICIO DE PRUEBA 1", by: "admin", at: asOf }],
    },
  ],
});
const reads = answer("listSupervisedReads", {
  reads: [{ at: asOf, name: "SUPERVISORA DE PRUEBA", route: "GET /desk/claims/{claimId}", asked: { claimId: "c1" } }],
});

const states: Readonly<Record<string, State>> = {
  "a month's reports": {
    as: "manager",
    path: `/desk/informes/?mes=${month}`,
    reads: "Reclamos por 10,000 conexiones activas",
    stubs: { showRegister: registered, listIndicators: indicators },
  },
  "a month never made": {
    as: "manager",
    path: `/desk/informes/?mes=${month}`,
    reads: "aún no se han generado",
    stubs: { showRegister: answer("showRegister", { month }) },
  },
  "a month being made": {
    as: "manager",
    path: `/desk/informes/?mes=${month}`,
    reads: "Leyendo reclamos: 200 de 640",
    stubs: {
      showRegister: answer("showRegister", { month, build: { ...build, state: "reading", done: 200, files: [] } }),
    },
  },
  "a supervisor whose access is over": {
    as: "external-supervisor",
    path: `/desk/informes/?mes=${month}`,
    reads: "Tu acceso no está vigente",
    stubs: { showRegister: refusal("access-over") },
  },
  "the cases behind a figure": {
    as: "external-supervisor",
    path: `/desk/informes/?mes=${month}&indicador=rebilled`,
    reads: "RE-2026-004192-7",
    stubs: {
      listFigureCases: answer("listFigureCases", {
        month,
        asOf,
        name: "Importe refacturado",
        total: 18_376,
        cases: [{ kind: "claim", id: "c1", code: "RE-2026-004192-7", weight: 18_376 }],
      }),
    },
  },
  "the cases behind a figure, whose next page did not come": {
    as: "external-supervisor",
    path: `/desk/informes/?mes=${month}&indicador=rebilled`,
    reads: "Volver a intentar",
    stubs: {
      listFigureCases: answer("listFigureCases", {
        month,
        asOf,
        name: "Importe refacturado",
        total: 18_376,
        cases: [{ kind: "claim", id: "c1", code: "RE-2026-004192-7", weight: 18_376 }],
        cursor: "next",
      }),
    },
    act: async (page) => {
      await page.getByText("RE-2026-004192-7").waitFor();
      site.stubs = { ...site.stubs, listFigureCases: refusal("unexpected") };
      await page.click("text=Ver más");
    },
  },
  "the observations behind a figure, by both doors": {
    as: "manager",
    path: `/desk/informes/?mes=${month}&indicador=observations`,
    reads: "MP-2026-000731-4",
    stubs: { listFigureCases: observed },
  },
  "a sample": {
    as: "external-supervisor",
    path: `/desk/informes/?mes=${month}`,
    reads: "1 de 640 reclamos del mes",
    stubs: {
      showRegister: registered,
      listIndicators: indicators,
      drawSample: answer("drawSample", {
        month,
        seed: "oficio 1",
        of: 640,
        claims: [{ claimId: "c1", code: "RE-2026-004192-7", filedOn: "2026-11-23", claimType: "F01" }],
      }),
    },
    act: async (page) => {
      await page.fill("#seed", "oficio 1");
      await page.click("text=Sortear");
    },
  },
  attentions: {
    as: "operator",
    path: `/desk/atenciones/?mes=${month}`,
    reads: "Consultas de recibo",
    stubs: {
      listAttentions: answer("listAttentions", {
        month,
        counts: [
          { channel: "telephone", what: "attention", count: 41 },
          { channel: "web", what: "receipt-look-up", count: 5_212 },
        ],
        attentions: [{ attentionId: "a1", channel: "telephone", matter: "receipt", at: asOf }],
      }),
    },
  },
  "an attention without its matter": {
    as: "operator",
    path: `/desk/atenciones/?mes=${month}`,
    reads: "Elija por dónde vino",
    stubs: { listAttentions: answer("listAttentions", { month, counts: [], attentions: [] }) },
    act: async (page) => page.locator("main form button", { hasText: "Anotar el contacto" }).click(),
  },
  "the observation book": {
    as: "clerk",
    path: `/desk/observaciones/?mes=${month}`,
    reads: "Venció sin respuesta",
    stubs: { listObservations: book },
  },
  "the observation book, empty": {
    as: "external-supervisor",
    path: `/desk/observaciones/?mes=${month}`,
    reads: "No hay observaciones por responder",
    stubs: { listObservations: answer("listObservations", { observations: [] }) },
  },
  "who opened what, to who supervises from outside": {
    as: "external-supervisor",
    path: `/desk/aperturas/?mes=${month}&sobre=RE-2026-004192-7`,
    reads: "No está en el registro del personal",
  },
  "who opened what, on a day when nobody did": {
    as: "manager",
    path: `/desk/aperturas/?mes=${month}`,
    reads: "Nadie abrió nada de esto en ese tiempo",
    stubs: { listOpenings: answer("listOpenings", { openings: [] }) },
    act: async (page) => {
      await page.fill("#dia", "2026-11-02");
      await page.fill("#quien", "operator");
      await page.click("main form button");
      await page.waitForURL(/\/desk\/aperturas\/\?mes=2026-11&dia=2026-11-02&quien=operator$/);
    },
  },
  "who opens more than others, opened on the page of the log": {
    as: "manager",
    path: `/desk/aperturas/?mes=${month}`,
    reads: "Más del doble que la mediana de su rol: PERSONA DE PRUEBA OPERATOR-1.",
    act: async (page) => {
      await page.click("main summary");
      await page.waitForSelector("main details a[download]");
    },
  },
  "who opens more than others, in a week with too much": {
    as: "external-supervisor",
    path: `/desk/aperturas/?mes=${month}&semana=2026-11-18`,
    reads: "Nadie abrió mucho más que los demás de su rol.",
    stubs: {
      countOpenings: answer("countOpenings", {
        ...{ from: "2026-11-16", until: "2026-11-22", isWhole: false },
        staff: [{ name: "ANA", roles: ["clerk"], cases: 3, people: 0, files: 0, outside: 0, standsOut: false }],
      }),
    },
  },
  "who opens more than others, in a week without anybody": {
    as: "manager",
    path: `/desk/aperturas/?mes=${month}&semana=2026-12-30`,
    reads: "Nadie abrió nada en esa semana.",
    stubs: {
      countOpenings: answer("countOpenings", { from: "2026-12-28", until: "2027-01-03", isWhole: true, staff: [] }),
    },
  },
  "who opens more than others, while it cannot be counted": {
    as: "manager",
    path: `/desk/aperturas/?mes=${month}&semana=2026-12-30`,
    reads: "Volver a intentar",
    stubs: { countOpenings: refusal("unexpected") },
  },
  "supervisors, to an administrator": {
    as: "administrator",
    path: `/desk/supervisores/?mes=${month}`,
    reads: "GET /desk/claims/{claimId}",
    stubs: { listSupervisors: supervisors, listSupervisedReads: reads },
  },
};

it.each(Object.entries(states))("%s", async (_, state) => {
  await expectSoundState(state);
});

it("a name that a spreadsheet would run is guarded in the file of who opened how much", async () => {
  const counts = { cases: 3, people: 0, files: 0, outside: 0, standsOut: false };
  const { page } = await open({
    ...{ as: "manager", path: `/desk/aperturas/?mes=${month}`, reads: "Nadie abrió mucho más" },
    act: (page) => page.click("main summary"),
    stubs: {
      countOpenings: answer("countOpenings", {
        ...{ from: "2026-11-16", until: "2026-11-22", isWhole: true },
        staff: [{ name: '=HYPERLINK("x")', roles: ["clerk"], ...counts }],
      }),
    },
  });
  const downloading = page.waitForEvent("download");
  await page.getByText("Descargar esta tabla (CSV)").click();
  const chunks = await (await (await downloading).createReadStream()).toArray();
  expect(Buffer.concat(chunks).toString()).toContain('"\'=HYPERLINK(""x"")";"');
});

/** The same list with a page after it, and that page. */
const paged = {
  attentions: [1, 2].map((at) =>
    answer("listAttentions", {
      month,
      counts: [],
      attentions: [{ attentionId: `a${at}`, channel: "telephone", matter: "receipt", claimCode: `RE-${at}`, at: asOf }],
      ...(at === 1 && { cursor: "next" }),
    }),
  ),
  reads: [1, 2].map((at) =>
    answer("listSupervisedReads", {
      reads: [{ at: asOf, name: `SUPERVISORA ${at}`, route: "GET /desk/claims", asked: {} }],
      ...(at === 1 && { cursor: "next" }),
    }),
  ),
};

it.each([
  ["/desk/atenciones/", "listAttentions", paged.attentions, ["RE-1", "RE-2"]],
  ["/desk/supervisores/", "listSupervisedReads", paged.reads, ["SUPERVISORA 1", "SUPERVISORA 2"]],
] as const)("%s goes on where its first page ends", async (path, id, [first, second], [one, other]) => {
  if (!first || !second) throw new Error("two pages are needed");
  site.access = tokenOf("administrator");
  site.stubs = { ...deskStubs, listSupervisors: supervisors, [id]: first };
  const { page } = await openPage(browser, site.origin, { signedIn: "staff" });
  await page.goto(`${site.origin}${path}?mes=${month}`);
  await page.getByText(one).waitFor();
  // The page failed at first: the rows shown stay, and it is asked for again.
  site.stubs = { ...site.stubs, [id]: { status: 503, body: { message: "Service Unavailable" } } };
  await page.click("text=Ver más");
  await page.locator(".notice.bad, [role=alert]").first().waitFor();
  site.stubs = { ...site.stubs, [id]: second };
  await page.click("text=Ver más");
  await page.getByText(other).waitFor();
  expect(await page.getByText(one).count()).toBe(1);
  expect(await page.getByText("Ver más").count()).toBe(0);
});

const ofBook = `/desk/observaciones/?mes=${month}`;
const ofFigure = `/desk/informes/?mes=${month}&indicador=observations`;

it.each<[string, string, StaffRole, string | null, string]>([
  ["the book", ofBook, "clerk", "/desk/documentos/f1/", "who receives documents opens it"],
  ["the book", ofBook, "operator", null, "who may not open documents reads it there"],
  ["a figure", ofFigure, "manager", "/desk/documentos/f1/", "who answers for documents opens it"],
  ["a figure", ofFigure, "external-supervisor", ofBook, "who only looks finds it in the book"],
])("an observation that came as a document, from %s (%s) to %s: %s (%s)", async (_, path, role, address) => {
  site.access = tokenOf(role);
  site.stubs = { ...deskStubs, listObservations: book, listFigureCases: observed };
  const { page } = await openPage(browser, site.origin, { signedIn: "staff" });
  await page.goto(`${site.origin}${path}`);
  const number = page.getByText(filed.number).last();
  await number.waitFor();
  const link = page.getByRole("link", { name: filed.number });
  expect(await (address === null ? link.count() : link.last().getAttribute("href"))).toBe(address ?? 0);
});

it("the cases behind another figure stand without the later ones of the figure before", async () => {
  const caseOf = (id: string) => ({ kind: "claim" as const, id, code: `RE-2026-00000${id}`, weight: 1 });
  const pageOf = (id: string) => ({ month, asOf, name: "Reclamos", total: 2, cases: [caseOf(id)] });
  const { page } = await open({
    ...{ as: "manager", path: `/desk/informes/?mes=${month}&indicador=filed`, reads: "RE-2026-000001" },
    stubs: { listFigureCases: answer("listFigureCases", { ...pageOf("1"), cursor: "next" }) },
  });
  site.stubs.listFigureCases = answer("listFigureCases", pageOf("2"));
  await page.getByRole("button", { name: "Ver más" }).click();
  await expect.poll(() => page.locator("tbody tr").count()).toBe(2);
  site.stubs.listFigureCases = answer("listFigureCases", pageOf("3"));
  await page.evaluate(
    `history.pushState(null, "", "?mes=${month}&indicador=resolved"); dispatchEvent(new PopStateEvent("popstate"))`,
  );
  await page.getByText("RE-2026-000003").waitFor();
  expect(await page.locator("tbody tr").count()).toBe(1);
});
