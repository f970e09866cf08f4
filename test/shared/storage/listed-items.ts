import type { ItemType } from "../../../shared/storage/item-type.ts";
import { itemTypes } from "../../../shared/storage/item-types.ts";
import type { TableName } from "../../../shared/storage/tables.ts";

/** A key's template as a pattern. */
const patternOf = (template: string): RegExp =>
  new RegExp(`^${template.replace(/[{]([*]?)\w+[}]/g, (_, all) => (all ? ".+" : "[^#]+"))}$`);

const patterns = itemTypes.map((type) => ({ type, pk: patternOf(type.pk), sk: patternOf(type.sk) }));

/** The listed kind of an item, by its keys. */
export function typeOf(table: TableName, { pk, sk }: Record<string, unknown>): ItemType | undefined {
  return patterns.find((one) => one.type.table === table && one.pk.test(String(pk)) && one.sk.test(String(sk)))?.type;
}
