import type { Tenant } from "../tenant/tenant.ts";
import type { Letterhead } from "./sheet.ts";

/** Returns what the head of every page of a utility's documents states, from the values of the utility. */
export function letterheadOf({ name, legalName, ruc, contact }: Tenant): Letterhead {
  return {
    name: name.value,
    legalName: legalName.value,
    ruc: ruc.value,
    address: contact.address.value,
    telephone: contact.telephone.value,
    regulatorLine: contact.regulatorLine.value,
  };
}
