import { describe, expect, it } from "vitest";
import { cargoSheet } from "../../../../functions/render-documents/case-document.ts";
import { lettersFor } from "../../../../functions/render-documents/case-letters.ts";
import { caseUpTo } from "../../../../shared/casework/case/case-at.ts";
import { queuesOf } from "../../../../shared/casework/case/entry-queues.ts";
import type { Decision } from "../../../../shared/casework/case/record.ts";
import { cents } from "../../../../shared/domain/receipt/money.ts";
import { person } from "../../../shared/casework/case-world.ts";
import { deps, filedAt, notesOf, openRenderDesk, take, wordsOf, world, write } from "../render-world.ts";

openRenderDesk();

type Entry = Decision["entries"][number];

const by = person("operator-1", "operator");
const standing = { as: "holder" } as const;
const said = (came: "telephone" | "counter"): readonly (readonly [string, Entry])[] => [
  [
    "Pediste desistir de tu reclamo.",
    {
      ...{ type: "withdrawal-requested", effectiveAt: filedAt, by, of: "claim", standing },
      details: { reason: "", taken: { came } },
    },
  ],
  [
    "Dijiste que aceptas la propuesta de acuerdo.",
    {
      ...{ type: "offer-answered", effectiveAt: filedAt, by },
      details: { offerId: "o1", accepted: true, standing, taken: { came } },
    },
  ],
  [
    "se te notifiquen a tu correo",
    {
      ...{ type: "notice-consent", effectiveAt: filedAt, by },
      details: { channel: "email", granted: true, taken: { came } },
    },
  ],
];

const copiesOf = async (entry: Entry) => {
  const { file } = await world.fileOne(filedAt);
  const { claimId } = file.head;
  const seq = await write(claimId, filedAt, [entry]);
  expect(await take({ claimId, seq })).toEqual([]);
  return (await notesOf(claimId)).filter(({ kind }) => kind === "spoken-act");
};

it("the copy of an offer that was not accepted has what the claimant proposed by telephone, its price, its parts and why", async () => {
  const counter = { m3: 15, after: cents(3985), instalments: [cents(1993), cents(1992)], says: "Usé como siempre." };
  const details = { offerId: "o1", accepted: false, standing, counter, taken: { came: "telephone" } } as const;
  const [copy] = await copiesOf({ type: "offer-answered", effectiveAt: filedAt, by, details });
  const text = wordsOf(copy?.documentId ?? "");
  expect(text).toContain("Dijiste que no aceptas la propuesta de acuerdo.");
  expect(text).toContain("Propones pagar S/ 39.85, por 15 m³. Lo pagarías en 2 cuotas mensuales");
  expect(text).toContain("Usé como siempre.");
});

it.each([
  ["telephone", 3],
  ["counter", 2],
] as const)(
  "what is made of a claim that came by %s says until when its consent to e-mail can be undone",
  async (channel, many) => {
    const { file } = await world.fileOne(filedAt, { channel, by, sub: undefined });
    const at = caseUpTo(file, 1, deps.tenant);
    const letters = await lettersFor(deps, at, "claim-filed", at.filing);
    const made = letters
      .filter(({ kind }) => kind === "claim-form" || kind === "telephone-copy")
      .map(({ sheet }) => sheet);
    const sheets = [...made, cargoSheet(deps, at.filing)].map((sheet) => JSON.stringify(sheet));
    expect(sheets).toHaveLength(many);
    const isSaid = sheets.map((sheet) =>
      sheet.includes("sí, pasado el jueves 26 de noviembre de 2026. Hasta ese día van en papel"),
    );
    expect(isSaid).toEqual(sheets.map(() => channel === "telephone"));
  },
);

describe("the copy of what was said by telephone", () => {
  it.each(said("telephone"))("says «%s», and until when it can be undone", async (words, entry) => {
    const [copy, ...more] = await copiesOf(entry);
    expect(more).toEqual([]);
    const text = wordsOf(copy?.documentId ?? "");
    expect(text).toContain("Copia de lo que nos dijiste por teléfono");
    expect(text).toContain(words);
    expect(text).toContain("Puedes deshacerlo hasta el jueves 26 de noviembre de 2026");
  });

  it.each(said("counter"))("is not made of «%s» at the counter", async (_, entry) => {
    expect(await copiesOf(entry)).toEqual([]);
  });

  it.each(said("telephone"))("is asked of the worker for «%s»", (_, { type }) => {
    expect(queuesOf(type)).toContain("documents");
  });
});
