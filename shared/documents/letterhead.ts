import type { Tenant } from "../tenant/tenant.ts";
import type { Letterhead } from "./sheet.ts";

/** Returns the head of the pages of a utility's documents. */
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
