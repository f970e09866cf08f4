import { type RegisteredSupply, supplyToday } from "../billing/register-file.ts";
import { normalizeDocument, type Receipt } from "../receipt/receipt.ts";

/** Whose supply it is by a record of the commercial system, and the day of that record. */
export interface SupplyHolder {
  readonly name: string;
  readonly document?: string | undefined;
  readonly asOf: string;
}

/** A supply's holder when it was linked, and whom its receipts named then, if they named somebody else. */
export interface LinkHolder extends SupplyHolder {
  readonly billedTo?: SupplyHolder | undefined;
}

/**
 * Returns the holder by the newer of a supply's newest receipt and its row of the register, and whom the receipt names
 * if that is somebody else: a receipt may be cut before the change and come after it.
 */
export function linkHolderOf(newest: Receipt, registered: RegisteredSupply | undefined): LinkHolder {
  const billedTo = holderOf(newest);
  const holder = holderOf(supplyToday(newest, registered) ?? newest);
  return isSameHolder(holder, billedTo) ? holder : { ...holder, billedTo };
}

/** Returns the holder that a receipt or a row of the register names, as of its day of issue or of its last change. */
export function holderOf(record: Receipt | RegisteredSupply): SupplyHolder {
  const { holderName: name, holderDocNumber: document } = record;
  const asOf = "updatedOn" in record ? record.updatedOn : record.issueDate;
  return { name, ...(document !== undefined && { document }), asOf };
}

/**
 * Returns whether two records name the same holder. If both have a document number, those decide: they are equal, or
 * differ by one slip while the names are the same. Otherwise the names decide, however they are spelled.
 */
export function isSameHolder(one: SupplyHolder, other: SupplyHolder): boolean {
  const [document, another] = [documentOf(one), documentOf(other)];
  if (document === "" || another === "") return isSameName(one.name, other.name);
  return document === another || (isOneSlip(document, another) && isSameName(one.name, other.name));
}

/**
 * Returns a document number to compare: a person's RUC is the DNI in it, and a DNI has its zeros. Empty if there is
 * none, or one sign over and over, which stands for none.
 */
function documentOf({ document = "" }: SupplyHolder): string {
  const plain = normalizeDocument(document);
  const number = /^10(\d{8})\d$/.exec(plain)?.[1] ?? (/^\d+$/.test(plain) ? plain.padStart(8, "0") : plain);
  return /^(.)\1*$/.test(number) ? "" : number;
}

/**
 * Returns whether two names are one name, with its words in any order, some left out, and a slip in some. At least two
 * words must be in both, unless each has only one.
 */
function isSameName(one: string, other: string): boolean {
  const [fewer = [], more = []] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length);
  if (fewer.length < Math.min(2, more.length)) return false;
  const left = [...more];
  return fewer.every((word) => {
    const found = left.includes(word) ? left.indexOf(word) : left.findIndex((each) => isMisspelled(word, each));
    return found >= 0 && left.splice(found, 1).length === 1;
  });
}

/** Returns the words of a name of two signs or more, in capitals and without accents. */
function wordsOf(name: string): readonly string[] {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase();
  return (plain.match(/[A-Z0-9]+/g) ?? []).filter((word) => word.length > 1);
}

/** Four letters or more with one slip; `JUAN` and `JUANA`, or `MARIO` and `MARIA`, are two people. */
function isMisspelled(word: string, other: string): boolean {
  const stem = (text: string) => text.replace(/[AO]$/, "");
  return /^[A-Z]{4,}$/.test(word) && /^[A-Z]{4,}$/.test(other) && stem(word) !== stem(other) && isOneSlip(word, other);
}

/** Returns whether one text becomes the other by one sign more, less or other, or by two that change places. */
function isOneSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (long.length !== short.length) return long.length === short.length + 1 && short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  const swapped = `${short[at + 1] ?? ""}${short[at] ?? ""}${short.slice(at + 2)}`;
  return swapped === long.slice(at);
}
