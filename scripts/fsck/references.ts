import { isParent, parentKeyOf, parentsOf } from "../../shared/storage/case/parents.ts";
import type { Item } from "./partitions.ts";

/** Items that name one of these, by `pk` and `sk`, and are nothing without it. */
const naming = /^(?:CODE|NOTICE|HOLD|UPLOAD)#|^ACCOUNT#[^#]+ CLAIM#/;

/** A name that some item uses and no item bears. */
export interface Missing {
  readonly name: string;
  /** The `pk` and `sk` of the first item found that uses it; of an account the `sk` alone. */
  readonly usedBy: string;
}

/** The names that items bear (their own `pk`), and those of other items that they use; noted in any order. */
export interface References {
  /** Returns the codes that items noted so far bear. */
  codes(): ReadonlySet<string>;
  /** Notes the names that an item has, and those of other items it refers to. */
  note(item: Item): void;
  /** Notes a reference to `name`; `usedBy` says in the fault who refers to it. */
  uses(name: string, usedBy: string): void;
  /** Returns the references noted to names that no noted item has. */
  missing(): readonly Missing[];
}

/**
 * Opens an empty set of the names that items have and of the names by which items refer to others. After all items are
 * noted, `missing` gives the references to items that do not exist.
 */
export function openReferences(): References {
  const borne = new Set<string>();
  const missing = new Map<string, string>();
  const uses: References["uses"] = (name, usedBy) => {
    if (!borne.has(name) && !missing.has(name)) missing.set(name, usedBy);
  };
  const bears = (name: string): void => {
    borne.add(name);
    missing.delete(name);
  };
  return {
    uses,
    codes: () => new Set([...borne].flatMap((name) => /^CODE#(\S+)$/.exec(name)?.[1] ?? [])),
    note: (item) => {
      const [pk, sk] = [String(item["pk"]), String(item["sk"])];
      const usedBy = pk.startsWith("ACCOUNT#") ? sk : `${pk} ${sk}`;
      if (isParent({ pk, sk })) {
        bears(pk);
        uses(`CODE#${item["code"] ?? item["number"]} of ${pk}`, usedBy);
      }
      if (pk.startsWith("VERIFICATION#") || pk.startsWith("CODE#")) bears(pk);
      if (!naming.test(`${pk} ${sk}`)) return;
      for (const { pk: parent } of parentsOf(item).map(parentKeyOf)) {
        uses(parent, usedBy);
        if (pk.startsWith("CODE#")) bears(`${pk} of ${parent}`);
      }
    },
    missing: () => [...missing].map(([name, usedBy]) => ({ name, usedBy })),
  };
}
