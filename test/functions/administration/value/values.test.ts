import { describe, expect, it } from "vitest";
import { listValues as operation } from "../../../../functions/administration/value/list-values.ts";
import { registers, templates, tenant } from "../../../../settings.ts";
import { lawGroups } from "../../../../shared/casework/value/law-values.ts";
import { officeGroups } from "../../../../shared/casework/value/office-values.ts";
import { listValues } from "../../../../shared/contract/value/value-routes.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import type { Law, Tenant } from "../../../../shared/tenant/tenant.ts";
import { lawInForce, valuesOf } from "../../../../shared/tenant/tenant.ts";
import { confirmed } from "../../../../shared/tenant/tenant-value.ts";
import { noticeName, sourceWords } from "../../../../web/desk/value/values.words.ts";
import { call, handlerOf, staff } from "../../api-call.ts";

const law = lawInForce(tenant, calendarDay("2026-11-28"));
const { laws: _, ...office } = tenant;

const answered = async (asked: Tenant = tenant) => {
  const handler = handlerOf({ listValues: operation({ tenant: asked, registers, templates }) });
  return call(handler, listValues, { claims: staff("manager") });
};

/** How often each source stands in a list of values. */
const sourcesOf = (values: readonly { readonly source: string }[]): readonly string[] =>
  values.map(({ source }) => source).toSorted();

describe("the values of the law and of the utility", () => {
  it.each([
    ["the law", lawGroups(law), valuesOf(law)],
    ["the utility", officeGroups(tenant, registers), valuesOf({ ...office, registers })],
  ])("are all shown, each with its own source: %s", (_name, groups, stated) => {
    const shown = groups.flatMap(({ values }) => values);
    expect(sourcesOf(shown)).toEqual(sourcesOf(stated));
    for (const { name, values } of groups) {
      expect(new Set(values.map((one) => one.name)).size, name).toBe(values.length);
      for (const one of values) expect(one.value, one.name).not.toMatch(/^$|undefined|\[object/);
    }
  });

  it("say the value as it stands, with its unit, source and status", async () => {
    const { status, body } = await answered();
    expect(status).toBe(200);
    expect(body).toMatchObject({ law: "tuo-rgr-2023", openSince: "2026-11-24" });
    const values = body.groups.flatMap((group: { values: readonly object[] }) => group.values);
    expect(values).toEqual(
      expect.arrayContaining([
        {
          name: "Plazo para resolver",
          value: "30 días hábiles",
          status: "assumed",
          source: "T08, pregunta 32 [seen S2 S4 S5 S6 S7]",
        },
        expect.objectContaining({ name: "Antelación del aviso de la inspección", value: "48 horas" }),
        expect.objectContaining({ name: "RUC", status: "stand-in" }),
        expect.objectContaining({
          name: "Plazos del usuario",
          value: "semilla-2026-11-24: 17 feriados de cada año; días decretados de 2024, 2025, 2026",
        }),
      ]),
    );
  });

  it("name who confirmed a value, and the day", async () => {
    const queja: Law["queja"] = { ...law.queja, days: confirmed(4, "LPAG 169", "Asesoría Jurídica", "2026-12-01") };
    const { body } = await answered({ ...tenant, laws: [{ ...law, queja }] });
    const { values } = body.groups.find(({ name }: { name: string }) => name === "Queja");
    expect(values.at(-1)).toEqual({
      ...{ name: "Plazo para decidirla", value: "4 días hábiles", status: "confirmed", source: "LPAG 169" },
      ...{ confirmedBy: "Asesoría Jurídica", confirmedAt: "2026-12-01" },
    });
  });

  it("have sources whose marks staff can read", () => {
    for (const { path, source } of valuesOf({ ...tenant, registers, templates }))
      expect(sourceWords(source), path).not.toMatch(/\[|\b(the|row|section)\b/);
    expect(sourceWords("T09, pregunta 3 [seen S2 S5]; LPAG 24.1 [known]")).toBe(
      "T09, pregunta 3 (visto en S2 S5); LPAG 24.1 (se conoce; falta leer el texto)",
    );
  });
});

it("every template is listed once, and each notice has a name", async () => {
  const { body } = await answered();
  expect([...body.documents, ...body.notices]).toHaveLength(valuesOf(templates).length);
  for (const notice of body.notices) expect(noticeName(notice), notice.kind).toEqual(expect.any(String));
});
