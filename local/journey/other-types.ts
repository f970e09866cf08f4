import { addDays, calendarDay, limaDay } from "../../shared/domain/term/calendar-day.ts";
import { personal, released } from "./intake-steps.ts";
import type { Life, Step } from "./life.ts";
import { withdrawn } from "./signatures.ts";
import { downloaded, expect, goTo, step } from "./steps.ts";

const customer = "maria";

const linked = step("la clienta vincula su suministro", async (life) => {
  const { supplyCode, holderDocument: documentNumber } = life.supply;
  const { linkId } = await life.call(customer, "linkSupply", { body: { supplyCode, documentNumber } });
  return life.keep("linkId", () => linkId);
});

/** Returns the supply's receipts from index `first` to `last` - 1 as its holder sees them; the newest has index 0. */
async function receiptsOf(life: Life, first: number, last: number) {
  const { months } = await life.call(customer, "listReceipts", { params: { linkId: life.kept("linkId") } });
  return months.slice(first, last).map(({ number, period }) => ({ number, period }));
}

const emailOf = (life: Life): string => `otro.${life.supply.supplyCode}@example.pe`;

const shown = (life: Life) => life.call(customer, "showClaim", { params: { claimId: life.kept("claimId") } });

/** A claim about two months billed by average, a third added; all three are held and released together. */
export const severalMonths: readonly Step[] = [
  linked,
  step("reclama dos meses cobrados por promedio", async (life) => {
    const filed = await life.call(customer, "fileClaim", {
      body: {
        claimant: personal(life, emailOf(life)),
        linkId: life.kept("linkId"),
        claimType: "F02",
        receipts: await receiptsOf(life, 0, 2),
        grounds: "Me cobran un promedio y mi medidor funciona.",
        request: "bill-normal-use",
      },
    });
    expect(filed.visit === undefined, "a visit was set for a claim about an average");
    await life.keep("claimId", () => filed.claimId);
    await life.keep("filedOn", () => filed.filedOn);
    return life.keep("code", () => filed.code);
  }),
  step("agrega un mes más", async (life) => {
    const { receipts } = await life.call(customer, "extendClaim", {
      params: { claimId: life.kept("claimId") },
      body: { grounds: "También el mes anterior.", receipts: await receiptsOf(life, 2, 3) },
    });
    expect(receipts.length === 3, `the claim is about ${receipts.length} receipts`);
    return receipts.map(({ period }) => period).join(", ");
  }),
  step("los tres recibos salen retenidos, cada uno con su fila", async (life) => {
    const { holdKey = "" } = await shown(life);
    await life.keep("holdKey", () => holdKey);
    const { held, receipts } = await life.call("nobody", "showHold", { params: { holdKey } });
    expect(held && receipts.length === 3, "the hold does not name three receipts");
    return expectRows(life, "set");
  }),
  ...withdrawn,
  released("withdrawal"),
  step("los tres se liberan", (life) => expectRows(life, "released")),
];

/** Expects three rows of the claim with this action in today's file of holds, and returns their receipts. */
async function expectRows(life: Life, action: "set" | "released"): Promise<string> {
  const date = limaDay(await life.office.now());
  const { holds } = await life.call("billing", "listHolds", { query: { date } });
  const mine = holds.filter((hold) => hold.code === life.kept("code") && hold.action === action);
  expect(mine.length === 3, `${mine.length} receipts are ${action}`);
  return mine.map(({ receiptNumber }) => receiptNumber).join(", ");
}

/** A blocked sewer that is reported and not solved: once its time is over, the operator makes a claim of it. */
export const unsolvedProblem: readonly Step[] = [
  linked,
  step("avisa que su desagüe está atorado", async (life) => {
    const problem = await life.call(customer, "fileProblem", {
      body: {
        linkId: life.kept("linkId"),
        problemType: "O-S1",
        applicant: personal(life, emailOf(life)),
        description: "El desagüe de la vereda se atora todos los días.",
      },
    });
    await life.keep("problemId", () => problem.problemId);
    return problem.code;
  }),
  step("baja su solicitud en el Formato 1", async (life) => {
    const params = { problemId: life.kept("problemId") };
    await life.until(
      "the form of the request",
      async () => (await life.call(customer, "showProblem", { params })).form === "ready",
    );
    const link = await life.call(customer, "downloadProblemForm", { params });
    return downloaded(link, link.sha256);
  }),
  step("la cuadrilla va y no lo soluciona", async (life) => {
    const { state } = await life.call("operator", "attendProblem", {
      params: { problemId: life.kept("problemId") },
      body: { solved: false, text: "Se fue al lugar: falta un equipo." },
    });
    return state;
  }),
  step("mientras corre el plazo para solucionarlo, no puede reclamar", (life) =>
    life.refused(
      customer,
      "claimProblem",
      { params: { problemId: life.kept("problemId") }, body: { grounds: "Sigue atorado." } },
      "not-now",
    ),
  ),
  goTo("pasa una semana", async (life) => {
    const reported = await life.keep("reportedOn", async () => limaDay(await life.office.now()));
    return addDays(calendarDay(reported), 7);
  }),
  step("la operadora presenta el reclamo con ella", async (life) => {
    const filed = await life.call("operator", "promoteProblem", {
      params: { problemId: life.kept("problemId") },
      body: { channel: "counter", grounds: "Pasó una semana y el desagüe sigue atorado." },
    });
    expect(filed.claimKey === undefined, "the operator was shown the claimant's key");
    await life.keep("claimId", () => filed.claimId);
    return life.keep("code", () => filed.code);
  }),
  step("cada expediente nombra al otro, y ningún recibo queda retenido", async (life) => {
    const { problem, receipts, hold } = await shown(life);
    expect(problem?.problemId === life.kept("problemId"), "the claim does not name the request");
    expect(receipts.length === 0 && hold === "released", "the claim holds a receipt");
    const { state, claim } = await life.call(customer, "showProblem", {
      params: { problemId: life.kept("problemId") },
    });
    expect(state === "claimed" && claim?.claimId === life.kept("claimId"), "the request does not name the claim");
    return problem?.code ?? "";
  }),
  ...withdrawn,
];
