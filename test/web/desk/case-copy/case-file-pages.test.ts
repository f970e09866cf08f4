import { expect, it } from "vitest";
import type { AnswerOf } from "../../../../shared/contract/route.ts";
import type { Routes } from "../../../../shared/contract/routes.ts";
import { expectSoundState, mine, type State, serveClaims } from "../../claim-site.ts";
import { sha256 } from "../../desk-fixtures.ts";
import { type State as DeskState, open, expectSoundState as soundDesk } from "../../desk-site.ts";
import { answer, refusal } from "../../fixtures.ts";
import { bodyOf, callsTo } from "../../served.ts";

serveClaims();

type Copy = AnswerOf<Routes["orderFile"]>;

const copy: Copy = {
  copyId: "claimant-00012-2026-11-23",
  copy: "claimant",
  madeAt: "2026-11-23T15:00:00.000Z",
  state: "done",
  pieces: 41,
  ofPieces: 41,
  folios: 96,
  keptUntil: "2026-12-23",
  files: [
    { name: "indice.pdf", is: "index", sizeBytes: 90_000, sha256 },
    { name: "parte-01.pdf", is: "part", sizeBytes: 8_400_000, sha256, folios: { from: 1, to: 96 } },
    { name: "adjunto-0012.heic", is: "beside", sizeBytes: 2_400_000, sha256, folios: { from: 17, to: 17 } },
    { name: "manifiesto.json", is: "manifest", sizeBytes: 40_000, sha256 },
    { name: "manifiesto.sello.json", is: "seal", sizeBytes: 900, sha256 },
  ],
};
const making: Copy = { ...copy, state: "making", pieces: 20, files: [] };
const at = "2026-11-23T15:00:00.000Z";
const pieces = [
  { piece: 1, seq: 1, title: "carátula", at, folios: { from: 1, to: 1 } },
  { piece: 2, seq: 1, title: "Reclamo presentado", entry: "claim-filed" as const, at, folios: { from: 2, to: 2 } },
  {
    piece: 3,
    seq: 2,
    title: "un-nombre-de-archivo-muy-largo-que-alguien-puso-a-su-foto-del-medidor-de-la-esquina.jpg",
    at,
    sha256,
    folios: { from: 3, to: 8 },
  },
  { piece: 4, seq: 3, title: "prueba agregada por la empresa", at },
];

const page = "/reclamos/claim1/expediente/";
const shown = (file: AnswerOf<Routes["showFile"]>) => ({ showFile: answer("showFile", file) });
const states: Readonly<Record<string, State>> = {
  "file, signed out": { path: page, reads: "Ingresa para ver tu expediente" },
  "file, no copy yet": { ...mine, path: page, reads: "Preparar mi copia", stubs: shown({ code: "RE-1", pieces }) },
  "file, being made": {
    ...mine,
    path: page,
    reads: "20 de 41 piezas",
    stubs: shown({ code: "RE-1", pieces, copy: making }),
  },
  "file, stopped": {
    ...mine,
    path: page,
    reads: "sigue desde donde quedó",
    stubs: shown({ code: "RE-1", pieces, copy: { ...making, state: "stopped" } }),
  },
  "file, with its copy": {
    ...mine,
    path: page,
    reads: "Va aparte: adjunto-0012.heic",
    stubs: shown({ code: "RE-1", pieces, copy }),
  },
  "file, unknown": {
    ...mine,
    path: page,
    reads: "Este reclamo no está en tu cuenta",
    stubs: { showFile: refusal("claim-not-found") },
  },
};

const deskPage = "/desk/reclamos/c1/folios/";
const deskFile = (replaced: Partial<AnswerOf<Routes["showCaseFile"]>> = {}) => ({
  showCaseFile: answer("showCaseFile", {
    claimId: "c1",
    code: "RE-2026-004192-7",
    version: 12,
    pieces: pieces.map((piece) => ({
      ...piece,
      access: [
        { copy: "third-party" as const, state: "others-data" as const },
        ...(piece.seq === 3 ? [{ copy: "claimant" as const, state: "kept-back" as const }] : []),
      ],
    })),
    copies: [],
    mayDecide: true,
    mayOrder: true,
    mayHandOver: true,
    ...replaced,
  }),
});
const { keptUntil: _, ...kept } = copy;
const deskStates: Readonly<Record<string, DeskState>> = {
  "case, copies": { as: "clerk", path: deskPage, reads: "Decidir qué se entrega", stubs: deskFile() },
  "case, copy handed over": {
    as: "clerk",
    path: deskPage,
    reads: "Anotar que se entregó",
    stubs: deskFile({ copies: [{ ...copy, copy: "handed-over", copyId: "handed-over-00012-2026-11-23" }] }),
  },
  "case, copies made": {
    as: "clerk",
    path: deskPage,
    reads: "Sello del manifiesto",
    stubs: deskFile({
      copies: [
        { ...kept, copy: "tribunal", copyId: "tribunal-00012-2026-11-23" },
        { ...making, copy: "print" },
      ],
    }),
  },
  "case, copies to look at": {
    as: "external-supervisor",
    path: deskPage,
    reads: "reservado",
    stubs: deskFile({ mayDecide: false, mayOrder: false }),
  },
};

it.each(Object.entries(states))(
  "%s: no accessibility fault, nothing blocked by the policy, nothing cut off",
  async (_name, state) => {
    await expectSoundState(state);
  },
);

it.each(Object.entries(deskStates))(
  "%s: no accessibility fault, nothing blocked by the policy, nothing cut off",
  async (_name, state) => {
    await soundDesk(state);
  },
);

it("orders a copy of the chosen kind, and asks again until it is made", async () => {
  const { page: shownPage } = await open({
    as: "clerk",
    path: deskPage,
    reads: "20 de 41 piezas",
    stubs: {
      ...deskFile({ copies: [{ ...making, copy: "tribunal" }] }),
      orderCaseFile: answer("orderCaseFile", { ...making, copy: "print" }, 202),
    },
  });
  const before = callsTo("showCaseFile").length;
  await shownPage.click("text=Preparar Para imprimir");
  await expect.poll(() => callsTo("orderCaseFile").length).toBe(1);
  expect(bodyOf("orderCaseFile")).toEqual({ copy: "print" });
  await expect.poll(() => callsTo("showCaseFile").length, { timeout: 10_000 }).toBeGreaterThan(before + 1);
});

it("sends a decision on an entry's pieces with its copy and its reason", async () => {
  const { page: shownPage } = await open({
    as: "clerk",
    path: deskPage,
    reads: "Decidir qué se entrega",
    stubs: { ...deskFile(), decideAccess: refusal("not-now") },
  });
  await shownPage.fill("#seq", "3");
  await shownPage.click("text=Cliente >> nth=-1");
  await shownPage.click("label:has-text('Se entrega')");
  await shownPage.fill("#reason", "Habla solo de su predio.");
  await shownPage.click("text=Guardar la decisión");
  await expect.poll(() => callsTo("decideAccess").length).toBe(1);
  expect(bodyOf("decideAccess")).toEqual({ seq: 3, copy: "claimant", open: true, reason: "Habla solo de su predio." });
});

it("records to whom and when the claimant's copy was handed over", async () => {
  const { page: shownPage } = await open({
    as: "clerk",
    path: deskPage,
    reads: "Anotar que se entregó",
    stubs: {
      ...deskFile({ copies: [{ ...copy, copy: "handed-over", copyId: "handed-over-00012-2026-11-23" }] }),
      handOverCopy: refusal("not-now"),
    },
  });
  await shownPage.fill("#name", "CLIENTE DE PRUEBA UNO");
  await shownPage.fill("#relation", "la misma persona");
  await shownPage.fill("#handedAt", "2026-11-23T10:30:00");
  await shownPage.click("text=Anotar la entrega");
  await expect.poll(() => callsTo("handOverCopy").length).toBe(1);
  expect(bodyOf("handOverCopy")).toEqual({
    handedAt: "2026-11-23T15:30:00.000Z",
    receiver: { name: "CLIENTE DE PRUEBA UNO", relation: "la misma persona" },
  });
});
