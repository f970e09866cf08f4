import * as z from "zod";
import type { HolderChange } from "../../shared/domain/billing/import.ts";
import { supplyToday } from "../../shared/domain/billing/register-file.ts";
import { type Receipt, receiptKey } from "../../shared/domain/receipt/receipt.ts";
import { holderOf, isSameHolder, type SupplyHolder } from "../../shared/domain/supply/supply-holder.ts";
import type { ImportRecord } from "../../shared/storage/billing/import-register.ts";
import type { NamedSupply } from "./file-kinds.ts";
import { holdersPart, type Importer, readRange } from "./importer.ts";

const readsAtOnce = 16;
/** How many changes of holders a person is shown. */
const shownChanges = 20;

/**
 * Compares the rows of a range with the supplies as they are, stores none of them, and counts those that name another
 * holder. After the last range, lets the import wait for a person if any row does, otherwise queues all ranges to be
 * stored; so it does at once if somebody decided to import. Does nothing while it waits or once all is stored. A range
 * is counted once.
 */
export const previewRange =
  (importer: Importer) =>
  async (record: ImportRecord, index: number): Promise<void> => {
    const { register, reports, work, now } = importer;
    const { importId } = record;
    if (record.state === "storing" || (record.state === "scanning" && record.decided))
      return work.send(importId, "storing", record.ranges);
    if (record.state !== "scanning" || record.previewedAt !== undefined) return;
    const { range, rows } = await readRange(importer, record, index);
    const repeated = new Set(range.repeats.map(([line]) => line));
    const named = rows.flatMap(({ row, outcome }) =>
      outcome.ok && outcome.supply && !repeated.has(row.line) ? [outcome.supply] : [],
    );
    const changes = await holderChanges(importer.receiptReader, named);
    await reports.write(importId, holdersPart(index), JSON.stringify(changes.slice(0, shownChanges)));
    await register.countRange(importId, "previewing", index, range.rows, { holderRows: changes.length });

    const after = await register.find(importId);
    if (after?.state !== "scanning" || after.previewingRanges < after.ranges) return;
    if (after.holderRows === 0) return work.send(importId, "storing", after.ranges);
    const holders = await firstChanges(importer, after);
    await register.move(importId, ["scanning"], "scanning", { previewedAt: now(), holders });
  };

/** Returns the changes of holders that rows make, in the order of the rows. */
async function holderChanges(
  reader: Importer["receiptReader"],
  named: readonly NamedSupply[],
): Promise<readonly HolderChange[]> {
  const changes: (HolderChange | undefined)[] = [];
  const pending = named.entries();
  await Promise.all(
    Array.from({ length: readsAtOnce }, async () => {
      for (const [at, supply] of pending) changes[at] = await holderChange(reader, supply);
    }),
  );
  return changes.filter((change) => change !== undefined);
}

/** Returns the change that a row makes to a supply's holder; undefined if the supply is new, or keeps its holder. */
async function holderChange(
  reader: Importer["receiptReader"],
  { code, receipt, registered }: NamedSupply,
): Promise<HolderChange | undefined> {
  const [[billed], known] = await Promise.all([reader.lastMonths(code, 1), reader.registeredOf(code)]);
  const newest = billed?.receipt;
  const before = supplyToday(newest, known);
  if (!before) return undefined;
  const after = supplyToday(
    receipt && (!newest || placeOf(receipt) >= placeOf(newest)) ? receipt : newest,
    registered && (!known || registered.updatedOn >= known.updatedOn) ? registered : known,
  );
  const [from, to] = [holderOf(before), holderOf(after ?? before)];
  return isSameHolder(from, to) ? undefined : { supplyCode: code, before: saidOf(from), after: saidOf(to) };
}

/** The place of a receipt among those of its supply, the newest last. */
function placeOf(receipt: Receipt): string {
  const { period, number } = receiptKey(receipt);
  return `${period} ${number}`;
}

const saidOf = ({ name, document }: SupplyHolder): string => (document === undefined ? name : `${name} (${document})`);

const holderChangesOf = z.array(z.object({ supplyCode: z.string(), before: z.string(), after: z.string() }));

/** Returns the first changes of a file, of those that each of its ranges left. */
async function firstChanges({ reports }: Importer, { importId, ranges }: ImportRecord): Promise<HolderChange[]> {
  const changes: HolderChange[] = [];
  for (let index = 0; index < ranges && changes.length < shownChanges; index += 1)
    changes.push(...holderChangesOf.parse(JSON.parse(await reports.read(importId, holdersPart(index)))));
  return changes.slice(0, shownChanges);
}
