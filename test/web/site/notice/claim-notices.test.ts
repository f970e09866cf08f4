import { expect, it } from "vitest";
import type { AnswerOf } from "../../../../shared/contract/route.ts";
import type { Routes } from "../../../../shared/contract/routes.ts";
import { expectSoundState, mine, open, type State, serveClaims } from "../../claim-site.ts";
import { answer, refusal } from "../../fixtures.ts";

serveClaims();

type Sent = AnswerOf<Routes["listNotices"]>["notices"][number];
const sentAt = "2026-11-23T15:00:00.000Z";
const plain: Sent = {
  seq: 1,
  subject: "Recibimos tu reclamo RE-2026-004192-7",
  sentAt,
  channel: "sms",
  to: "••• ••• 321",
};
const key = "a".repeat(22);
const notices: Sent[] = [
  {
    ...plain,
    seq: 9,
    subject: "Decisión",
    channel: "email",
    to: "c•••@example.pe",
    deliveredAt: sentAt,
    notifies: { key, until: "2026-11-25" },
  },
  {
    ...plain,
    seq: 7,
    subject: `Falta algo ${"en tu reclamo ".repeat(8)}`,
    notifies: { key: "b".repeat(22), acknowledgedAt: sentAt },
  },
  { ...plain, seq: 5, bouncedAt: sentAt, notifies: { key: "c".repeat(22) } },
  plain,
];
const path = "/reclamos/claim1/avisos/";
const shown = (list: Sent[]) => ({ listNotices: answer("listNotices", { code: "RE-1", notices: list }) });

const states: Readonly<Record<string, State>> = {
  "notices, signed out": { path, reads: "Ingresa para seguir" },
  "notices, none": { ...mine, path, reads: "Aún no te hemos enviado", stubs: shown([]) },
  notices: { ...mine, path, reads: "todavía no vale", stubs: shown(notices) },
  "notices of a stranger": {
    ...mine,
    path,
    reads: "Este reclamo no está en tu cuenta",
    stubs: { listNotices: refusal("claim-not-found") },
  },
};

it.each(Object.entries(states))("%s: no accessibility fault, nothing cut off", async (_, state) => {
  await expectSoundState(state);
});

it("says what each means for the terms, and leads to the one that waits", async () => {
  const { page } = await open({ ...mine, path, reads: "todavía no vale", stubs: shown(notices) });
  expect(await page.locator("main li b").allInnerTexts()).toEqual([
    expect.stringContaining("puedes hasta el miércoles 25 de noviembre de 2026"),
    expect.stringContaining("Desde ese día vale."),
    expect.stringContaining("Ya no se confirma por aquí"),
    "Solo te avisa: este mensaje no inicia ningún plazo.",
  ]);
  expect(await page.locator("a.button:not(.plain)").getAttribute("href")).toBe(`/notificacion/${key}/`);
});
