import type { Tenant } from "../../tenants/tenant.ts";
import type { fileClaim } from "../contract/claim-routes.ts";
import type { AnswerOf } from "../contract/route.ts";
import type { ToldHearing } from "../documents/letters.ts";
import type { CaseEvent } from "../domain/case-events.ts";
import { hearingAccess } from "../domain/hearing.ts";

/** The hearing of a case as papers and messages tell it after an entry; nothing where it has none. */
export function toldHearing(events: readonly CaseEvent[], { office, contact }: Tenant): ToldHearing | undefined {
  const hearing = hearingAccess(events, office.videoRoom.value);
  return hearing && { ...hearing, office: { address: contact.address.value, telephone: contact.telephone.value } };
}

/** The same as screens show it: the office's address only where the hearing is held there. */
export function hearingView(
  events: readonly CaseEvent[],
  tenant: Tenant,
): NonNullable<AnswerOf<typeof fileClaim>["hearing"]> | undefined {
  const hearing = toldHearing(events, tenant);
  if (!hearing) return undefined;
  const { office, ...told } = hearing;
  return told.mode === "in-person" ? { ...told, address: office.address } : told;
}
