import { lawGroups } from "../../../shared/casework/value/law-values.ts";
import { officeGroups } from "../../../shared/casework/value/office-values.ts";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import { listValues as route } from "../../../shared/contract/value/value-routes.ts";
import { documentKinds, printedKinds } from "../../../shared/domain/case/issued-documents.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";
import type { Templates } from "../../../shared/tenant/templates.ts";
import { lawInForce, type Registers, type Tenant } from "../../../shared/tenant/tenant.ts";
import type { TenantValue } from "../../../shared/tenant/tenant-value.ts";
import { serve } from "../../runtime/serve.ts";

export interface ValueDeps {
  readonly tenant: Tenant;
  readonly registers: Registers;
  readonly templates: Templates;
}

type Notice = AnswerOf<typeof route>["notices"][number];

/**
 * Answers every value of the law in force today and of the utility, in Spanish, and every template, each with its
 * status and source. The calendars are those in force.
 */
export const listValues = ({ tenant, registers, templates }: ValueDeps) =>
  serve(route, async ({ now }) => {
    const law = lawInForce(tenant, limaDay(now));
    const groups = [...lawGroups(law), ...officeGroups(tenant, registers)];
    return ok({
      law: law.version,
      openSince: tenant.openSince,
      groups: groups.map(({ name, values }) => ({ name, values: [...values] })),
      documents: [...documentKinds, ...printedKinds].map((kind) => ({ kind, ...statedOf(templates.documents[kind]) })),
      notices: [
        ...noticesOf("case", templates.notices),
        ...noticesOf("submission", templates.submissions),
        ...noticesOf("account", templates.account),
        ...noticesOf("frame", templates.frame),
      ],
    });
  });

const statedOf = ({ value: _, ...stated }: TenantValue<unknown>) => stated;

function noticesOf(of: Notice["of"], stated: Readonly<Record<string, TenantValue<unknown>>>): readonly Notice[] {
  return Object.entries(stated).map(([kind, one]) => ({ of, kind, ...statedOf(one) }));
}
