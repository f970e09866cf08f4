import { expect, it } from "vitest";
import { claimStates } from "../../../../shared/domain/case/claim-states.ts";
import {
  askedFor,
  claim,
  countered,
  decided,
  idle,
  late,
  observed,
  offered,
  summaryOf,
  tribunalDecision,
  unnotified,
  unproved,
} from "../../claim-fixtures.ts";
import { acts, expectSoundState, mine, open, type State, send, serveClaims, usual } from "../../claim-site.ts";
import { answer, gatewaySays, refusal } from "../../fixtures.ts";
import { callsTo, site } from "../../served.ts";

serveClaims();

const [first] = decided.resolutions;
const decidedAgain = {
  ...decided,
  state: "reconsideration-notified" as const,
  resolutions: [...decided.resolutions, ...(first ? [{ ...first, number: "RES-2", outcome: "upheld" as const }] : [])],
};

const decidedByTribunal = {
  ...decidedAgain,
  state: "tribunal-decided" as const,
  resolutions: decidedAgain.resolutions.map((one) => ({ ...one, replacedBy: "tribunal" as const })),
  tribunal: tribunalDecision,
};

/** Decided and on its way, past the last day to notify it. */
const unanswered = {
  ...claim,
  state: "silence-to-confirm" as const,
  ...{
    since: "2026-11-21",
    dueOn: "2026-11-20",
    daysLeft: -1,
    notifyBy: "2026-11-20",
    answerBy: undefined,
    awaits: [],
  },
  dueFor: { clock: "T10" as const, whose: "company" as const },
};

const states: Readonly<Record<string, State>> = {
  "claims, signed out": { path: "/reclamos/", reads: "¿Reclamaste sin cuenta, por teléfono" },
  "claims, on the way": {
    ...mine,
    path: "/reclamos/",
    reads: "Cargando…",
    stubs: { listClaims: { ...gatewaySays(503), delayMs: 5000 } },
  },
  claims: { ...mine, path: "/reclamos/", reads: "Reclamos que empezaste y no enviaste" },
  "claims, none": {
    ...mine,
    path: "/reclamos/",
    reads: "Todavía no tienes reclamos",
    stubs: { listClaims: answer("listClaims", { claims: [] }), listDrafts: answer("listDrafts", { drafts: [] }) },
  },
  "claims, late": {
    ...mine,
    path: "/reclamos/",
    reads: "Te respondemos a más tardar el viernes 15 de enero de 2027.",
    stubs: {
      listClaims: answer("listClaims", {
        claims: [{ ...summaryOf({ ...claim, awaits: [], dueOn: "2026-11-20", daysLeft: -1 }), answerBy: "2027-01-15" }],
      }),
    },
  },
  "claims, late after the answer": {
    ...mine,
    path: "/reclamos/",
    reads: "La empresa está atrasada: tenía plazo hasta el viernes 20 de noviembre de 2026 (pasó 1 día hábil).",
    stubs: {
      listClaims: answer("listClaims", {
        claims: [summaryOf({ ...claim, state: "firm", awaits: [], dueOn: "2026-11-20", daysLeft: -1 })],
      }),
    },
  },
  "claims, past the day of the answer": {
    ...mine,
    path: "/reclamos/",
    reads: "Debíamos avisarte la decisión hasta el viernes 20 de noviembre de 2026. Comprobamos",
    stubs: { listClaims: answer("listClaims", { claims: [summaryOf(unanswered)] }) },
  },
  "claim, past the day of the answer": {
    ...mine,
    path: "/reclamos/claim1/",
    reads: "no figura que la recibiste",
    stubs: acts(unanswered),
  },
  "claims, API down": {
    ...mine,
    path: "/reclamos/",
    reads: "El sistema está ocupado",
    stubs: { listClaims: gatewaySays(503) },
  },
  "claims, session over": { ...mine, path: "/reclamos/", reads: "Tu sesión terminó", refreshToken: "ended" },
  "claim, signed out": { path: "/reclamos/claim1/", reads: "Ingresa para seguir" },
  claim: { ...mine, path: "/reclamos/claim1/", reads: "Todo lo que pasó" },
  "claim, handed over out of hours": {
    ...mine,
    path: "/reclamos/claim1/",
    reads: "Cuenta como recibida desde el lunes 30 de noviembre de 2026",
    stubs: {
      showClaim: answer("showClaim", {
        ...unnotified,
        decisionCountsFrom: "2026-11-30",
        timeline: [
          ...unnotified.timeline,
          {
            ...{ seq: 90, type: "delivery-claimed", by: "company", how: "delivered" },
            effectiveAt: "2026-11-30T13:00:00.000Z",
            recordedAt: "2026-11-27T22:10:00.000Z",
          },
        ],
      }),
    },
  },
  "claim, a file that never came": {
    ...mine,
    path: "/reclamos/claim1/",
    reads: "No llegó: elige otra vez el mismo archivo",
    stubs: {
      showClaim: answer("showClaim", {
        ...claim,
        awaits: claim.attachments.map(({ documentId: about }) => ({ act: "send-file", asked: true, about })),
        attachments: claim.attachments.map((attachment) => ({ ...attachment, state: "pending" })),
      }),
    },
  },
  "claim, terms open": {
    ...mine,
    path: "/reclamos/claim1/",
    reads: "No: feriado en la región",
    act: async (page) => {
      await page.click("text=Todos los plazos");
      await page.click("text=Ver cómo se contó");
    },
  },
  "claim, observed": { ...mine, path: "/reclamos/claim1/", reads: "Falta el poder del titular", stubs: acts(observed) },
  "claim, another's document": {
    ...mine,
    path: "/reclamos/claim1/",
    reads: "El recibo no está a nombre de tu documento",
    stubs: acts(unproved),
  },
  "claim filed, another's document": {
    ...mine,
    path: "/reclamos/claim1/recibido/",
    reads: "El recibo no está a nombre de tu documento",
    stubs: acts(unproved),
  },
  "claim, with an offer": {
    ...mine,
    path: "/reclamos/claim1/",
    reads: "Ver la propuesta y responder",
    stubs: acts(offered),
  },
  "claim, a decision to confirm": {
    ...mine,
    path: "/reclamos/claim1/",
    reads: "Ver la notificación",
    stubs: acts(unnotified),
  },
  "claim, the company late": { ...mine, path: "/reclamos/claim1/", reads: "Nos atrasamos", stubs: acts(late) },
  "claim, nothing to do": { ...mine, path: "/reclamos/claim1/", reads: "Ahora nos toca a nosotros", stubs: acts(idle) },
  "claim, decided again": {
    ...mine,
    path: "/reclamos/claim1/",
    reads: "Última decisión sobre tu reclamo",
    stubs: acts(decidedAgain),
  },
  "claim, decided by the tribunal": {
    ...mine,
    path: "/reclamos/claim1/",
    reads: "El tribunal te dio la razón en parte",
    stubs: acts(decidedByTribunal),
  },
  "claim, decided": { ...mine, path: "/reclamos/claim1/", reads: "Te dimos la razón en parte", stubs: acts(decided) },
  "claim, with quejas": {
    ...mine,
    path: "/reclamos/claim1/",
    reads: "con el número Oficio 13-2026",
    stubs: acts({
      ...claim,
      quejas: [
        {
          submissionNumber: "MP-2026-000003-1",
          filedAt: "2026-11-06T15:00:00.000Z",
          ground: "delay",
          duty: "Responder en plazo.",
          facts: "Nadie responde.",
          forwarded: { at: "2026-11-07T15:00:00.000Z", to: "TRASS", reference: "Oficio 13-2026" },
        },
        {
          submissionNumber: "MP-2026-000002-1",
          filedAt: "2026-11-04T15:00:00.000Z",
          ground: "other",
          duty: "Recibir mi carta.",
          facts: "No la recibieron.",
          answer: { at: "2026-11-05T15:00:00.000Z", outcome: "queja-rejected", summary: "Sí se recibió." },
        },
      ],
    }),
  },
  "claim, that the tribunal did not answer": {
    ...mine,
    path: "/reclamos/claim1/",
    reads: "Tú eliges. Puedes esperar su decisión",
    stubs: acts({ ...decided, state: "negative-silence", actions: ["withdrawal-requested", "queja-filed"] }),
  },
  "claim, over, that may still be appealed": {
    ...mine,
    path: "/reclamos/claim1/",
    reads: "Si lo pides igual, lo enviamos a quien debe decidir",
    stubs: acts({ ...decided, state: "closed", next: "nobody", actions: ["appeal-filed", "queja-filed"] }),
  },
  queja: { ...mine, path: "/reclamos/claim1/queja/", reads: "¿De qué te quejas?" },
  "queja, nothing filled in": {
    ...mine,
    path: "/reclamos/claim1/queja/",
    reads: "Hay datos que corregir",
    act: send,
  },
  "withdrawal of an appeal": {
    ...mine,
    path: "/reclamos/claim1/desistir/",
    reads: "Desistir de la apelación",
    stubs: acts({ ...decided, state: "in-appeal", actions: ["withdrawal-requested"] }),
  },
  "claim of a stranger": {
    ...mine,
    path: "/reclamos/claim1/",
    reads: "Este reclamo no está en tu cuenta",
    stubs: { showClaim: refusal("claim-not-found") },
  },
  "remedy of an observation": {
    ...mine,
    path: "/reclamos/claim1/corregir/",
    reads: "Escribe lo que te pedimos",
    stubs: acts(observed),
  },
  "reconsideration, its new evidence asked for": {
    ...mine,
    path: "/reclamos/claim1/",
    reads: "Puedes enviar la prueba nueva",
    stubs: acts(askedFor),
  },
  "new evidence for a reconsideration": {
    ...mine,
    path: "/reclamos/claim1/prueba/",
    reads: "Si no la agregas, la empresa decide sin ella",
    stubs: acts(askedFor),
  },
  "add to the claim": { ...mine, path: "/reclamos/claim1/ampliar/", reads: "Qué agregas" },
  "add, nothing written": {
    ...mine,
    path: "/reclamos/claim1/ampliar/",
    reads: "Hay datos que corregir",
    act: async (page) => {
      await page.locator("textarea").waitFor();
      await send(page);
    },
  },
  "act that is not offered": { ...mine, path: "/reclamos/claim1/revision/", reads: "Eso no se puede hacer ahora" },
  "meter test": {
    ...mine,
    path: "/reclamos/claim1/contraste/",
    reads: "Pedir que prueben mi medidor",
    stubs: { showClaim: answer("showClaim", { ...claim, actions: ["meter-test-asked"] }) },
  },
  "meter test, cost not read": {
    ...mine,
    path: "/reclamos/claim1/contraste/",
    reads: "Marca que sabes quién paga la prueba",
    stubs: { showClaim: answer("showClaim", { ...claim, actions: ["meter-test-asked"] }) },
    act: send,
  },
  withdraw: { ...mine, path: "/reclamos/claim1/desistir/", reads: "¿De qué quieres desistir?" },
  "withdraw, sure": {
    ...mine,
    path: "/reclamos/claim1/desistir/",
    reads: "Vas a desistir de tu reclamo",
    act: async (page) => {
      await page.click("text=De este trámite");
      await send(page);
    },
  },
  review: { ...mine, path: "/reclamos/claim1/revision/", reads: "¿Quién quieres que la revise?", stubs: acts(decided) },
  "review, what to know": {
    ...mine,
    path: "/reclamos/claim1/revision/",
    reads: "Ten en cuenta",
    stubs: acts(decided),
  },
  offer: { ...mine, path: "/reclamos/claim1/propuestas/o1/", reads: "No aceptar", stubs: acts(offered) },
  "offer, sure": {
    ...mine,
    path: "/reclamos/claim1/propuestas/o1/",
    reads: "Vas a aceptar el acuerdo",
    stubs: acts(offered),
    act: (page) => page.click("main button >> nth=0"),
  },
  "offer, something else": {
    ...mine,
    path: "/reclamos/claim1/propuestas/o1/",
    reads: "¿Por cuántos m³ quieres que te cobren?",
    stubs: acts(offered),
    act: (page) => page.click("text=Proponer otra cosa"),
  },
  "offer, countered": {
    ...mine,
    path: "/reclamos/claim1/propuestas/o1/",
    reads: "Propusiste otra cosa: pagar S/ 39.85, por 15 m³.",
    stubs: acts(countered),
  },
  "offer, over": {
    ...mine,
    path: "/reclamos/claim1/propuestas/o1/",
    reads: "ya no se puede responder",
    stubs: acts({ ...offered, actions: [] }),
  },
};

it.each(Object.entries(states))(
  "%s: no accessibility fault, nothing blocked by the policy, nothing cut off",
  async (_, state) => {
    await expectSoundState(state);
  },
);

it.each(claimStates)("a claim in state %s says its state and what comes next", async (state) => {
  const { page } = await open({
    ...mine,
    path: "/reclamos/claim1/",
    reads: "En qué está",
    stubs: acts({ ...claim, state }),
  });
  expect(await page.locator(".timeline li").count()).toBe(9);
  expect(await page.locator(".timeline [aria-current]").count()).toBeLessThanOrEqual(1);
});

it("what the tribunal decided is said first, and the company's decisions only as no longer in force", async () => {
  const where = { ...mine, path: "/reclamos/claim1/", reads: "Lo que decidió el tribunal" };
  const { page } = await open({ ...where, stubs: acts(decidedByTribunal) });
  const shown = page.locator("main .why").filter({ visible: true });
  expect(await shown.allInnerTexts()).toEqual(["El tribunal te dio la razón en parte"]);
  const said = await page.locator("main").innerText();
  expect(said).toContain("Ya no rigen: el tribunal decidió después.");
  expect(said).toMatch(/El recibo de octubre de 2026 queda en 12\sm³ y S\/\s31\.40 por el mes\./);
  expect(await page.locator("main details summary", { hasText: "RES-2," }).count()).toBe(1);
});

it("of two decisions the last one is said; the one before it is folded under its own name", async () => {
  const { page } = await open({
    ...mine,
    path: "/reclamos/claim1/",
    reads: "Última decisión",
    stubs: acts(decidedAgain),
  });
  const shown = page.locator("main .why").filter({ visible: true });
  expect(await shown.allInnerTexts()).toEqual(["Te dimos la razón"]);
  expect(await page.locator("main details summary", { hasText: "RES-2026-000123" }).innerText()).toContain(
    "Te dimos la razón en parte",
  );
});

it("no page gives a day that is past as that of the answer, nor a term for the day a silence began", async () => {
  const where = { ...mine, path: "/reclamos/claim1/", reads: "Fechas importantes", stubs: acts(unanswered) };
  const { page } = await open(where);
  const dates = await page.locator("main dl").first().innerText();
  expect(dates).not.toContain("Te respondemos");
  expect(dates).toContain("la empresa tenía hasta el");
  const granted = { ...claim, state: "positive-silence", since: "2026-11-21", dueOn: "2026-11-21" } as const;
  const listed = answer("listClaims", { claims: [summaryOf({ ...granted, daysLeft: -1, awaits: [] })] });
  const list = await open({ ...mine, path: "/reclamos/", reads: "A tu favor por ley", stubs: { listClaims: listed } });
  expect(await list.page.getByText(/plazo venc/).count()).toBe(0);
});

it("opens a claim without its key to who signs in by the contact that answered its code, and says if it is another", async () => {
  const stranger = { showClaim: refusal("claim-not-found"), openConfirmedClaim: refusal("claim-not-found") };
  const where = { ...mine, path: "/reclamos/claim1/", reads: "Este reclamo no está en tu cuenta", stubs: stranger };
  const { page } = await open(where);
  await page.getByRole("button", { name: "Abrir sin clave" }).click();
  expect(await page.getByRole("alert").innerText()).toContain("No es el celular o correo que confirmaste");
  site.stubs = { ...usual(), openConfirmedClaim: answer("openConfirmedClaim", summaryOf(claim)) };
  await page.getByRole("button", { name: "Abrir sin clave" }).click();
  await page.getByText("Ver todo mi expediente").waitFor();
  expect(callsTo("openConfirmedClaim")).toHaveLength(2);
});

it("lists a claim that nobody has to do anything about as ended, with how it ended", async () => {
  const firm = { ...claim, claimId: "claim4", state: "firm" as const, awaits: [], dueOn: undefined };
  const withdrawn = { ...firm, claimId: "claim5", state: "withdrawn" as const, next: "nobody" as const };
  const same = { period: "2026-10", before: "223.61", after: "223.61" };
  const listed = answer("listClaims", {
    claims: [
      { ...summaryOf(firm), ended: "rejected", left: { figures: [same], from: "2026-12-03" } },
      summaryOf(withdrawn),
      summaryOf({ ...firm, claimId: "claim6" }),
    ],
  });
  const { page } = await open({ ...mine, path: "/reclamos/", reads: "Terminados", stubs: { listClaims: listed } });
  const rows = (title: string) => page.locator("section", { has: page.getByRole("heading", { name: title }) });
  const said = await rows("Terminados").locator("li p").allInnerTexts();
  expect(said).toHaveLength(4);
  expect(said[0]).toMatch(/^Decisión firme\. No te dimos la razón\. /);
  expect(said[1]).toBe("El recibo de octubre de 2026 queda como se emitió: S/\u00a0223.61.");
  expect(said[2]).toMatch(/^Se cobra desde el jueves 3 de diciembre de 2026\. Si ya pagaste una parte/);
  expect(said[3]).toMatch(/^Retirado\. Suministro/);
  expect(await rows("En curso").locator("li").count()).toBe(1);
});
