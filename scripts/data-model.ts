import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type FunctionName, grantsOf, permissions, type StoreName, stores } from "../shared/permissions.ts";
import type { ItemType } from "../shared/storage/item-type.ts";
import { itemTypes } from "../shared/storage/item-types.ts";
import { tables } from "../shared/storage/tables.ts";
import { root } from "./bundle.ts";
import { typedArguments } from "./typed-arguments.ts";

const writes = /(Put|Update|Delete)Item$/;
const code = (text: string): string => `\`${text}\``;
const listed = (names: readonly string[]): string => names.map(code).join(", ") || "—";

function actionsOf(store: string): readonly string[] {
  return store in stores ? [...new Set(grantsOf(store as StoreName).flatMap(({ actions }) => actions))] : [];
}

const isWriter = (store: string): boolean => actionsOf(store).some((action) => writes.test(action));
const isReader = (store: string): boolean => actionsOf(store).some((action) => !writes.test(action));

function itemRow({ pk, sk, what, indexes = [], expires, stores: by }: ItemType): string {
  const lasts = expires ? " It expires." : "";
  const cells = [
    code(pk),
    code(sk),
    `${what}.${lasts}`,
    listed(indexes),
    listed(by.filter(isWriter)),
    listed(by.filter(isReader)),
  ];
  return `| ${cells.join(" | ")} |`;
}

function functionsOf(store: string): readonly FunctionName[] {
  const names = Object.keys(permissions) as FunctionName[];
  return names.filter((name) => (permissions[name] as readonly string[]).includes(store));
}

const projected = { ALL: "whole items", KEYS_ONLY: "keys alone", INCLUDE: "what a row of a list shows" };

function tablePart(table: keyof typeof tables): readonly string[] {
  const indexes = Object.entries(tables[table].indexes).map(
    ([name, { partitionKey, sortKey, projection }]) =>
      `- ${code(name)}: by ${code(partitionKey)}, then ${code(sortKey)}; ${projected[projection]}`,
  );
  return [
    `## Table ${code(table)}`,
    "",
    ...(indexes.length > 0
      ? ["Its indexes are sparse: an item is in one only while it bears the index's keys.", "", ...indexes, ""]
      : []),
    "| pk | sk | what | in index | written through | read through |",
    "| --- | --- | --- | --- | --- | --- |",
    ...itemTypes.filter((one) => one.table === table).map(itemRow),
    "",
  ];
}

/**
 * Returns the text of `docs/data-model.md`: every kind of stored item with its keys and stores, and which functions
 * have each store.
 */
export function dataModelPage(): string {
  const named = [...new Set(itemTypes.flatMap(({ stores: by }) => by))].toSorted();
  return `${[
    "# Data model",
    "",
    "Written by `npm run data-model` from `shared/storage/item-types.ts`, `shared/storage/tables.ts` and",
    "`shared/permissions.ts`; do not edit. A test fails while it is stale, and another when a store writes an item that is not",
    "listed here.",
    "",
    ...(Object.keys(tables) as (keyof typeof tables)[]).flatMap(tablePart),
    "## Which function has which store",
    "",
    "| store | its actions | functions |",
    "| --- | --- | --- |",
    ...named.map(
      (store) =>
        `| ${code(store)} | ${actionsOf(store)
          .map((action) => action.replace("dynamodb:", ""))
          .join(", ")} | ${listed(functionsOf(store))} |`,
    ),
  ].join("\n")}\n`;
}

if (import.meta.main) {
  typedArguments("npm run data-model\nWrites docs/data-model.md.", {});
  writeFileSync(join(root, "docs", "data-model.md"), dataModelPage());
}
