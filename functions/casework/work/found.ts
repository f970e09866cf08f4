import { supplyToday } from "../../../shared/domain/billing/register-file.ts";
import { parseCode } from "../../../shared/domain/claim/claim-code.ts";
import { receiptTerm, reversed, telephoneDigits, wordsOf } from "../../../shared/domain/counter/search-terms.ts";
import { normalizeDocument, normalizeReceiptNumber, receiptKey } from "../../../shared/domain/receipt/receipt.ts";
import { normalizeSupplyCode } from "../../../shared/domain/supply/supply-code.ts";
import type { Filed, PromisedCall } from "../../../shared/storage/counter/filed-terms.ts";
import type { CaseworkDeps } from "../casework-deps.ts";

/** What a search shows of something. */
export interface Found {
  readonly what: Filed["what"] | "supply" | "call-back";
  readonly id: string;
  /** What the office numbered it with; of a supply, its code; of a call, the code of its supply, or empty. */
  readonly number: string;
  /** Whose it is; empty if not known. */
  readonly name: string;
  /** Of a supply. */
  readonly locality?: string | undefined;
  /** The receipt by whose number a supply was found. */
  readonly receiptNumber?: string | undefined;
  /** Whether it was found by a telephone that another replaced since. */
  readonly former?: true | undefined;
  /** Of a promised call: when it is due. */
  readonly at?: string | undefined;
  /** Of a promised call: whether it was made or given up. */
  readonly over?: boolean | undefined;
}

/** What a search finds. */
export interface FoundList {
  readonly found: readonly Found[];
  /** Whether more may fit than was looked at. */
  readonly isCut: boolean;
}

export const mostShown = 10;
/** One more than is shown, so that the answer says that there is more. */
const mostFound = mostShown + 1;
/** What is looked at for one search by name, of filed things and of supplies: a common surname has thousands. */
const mostFiledLookedAt = 200;
const mostLookedAt = 40;

const filedRow = ({ what, id, code, name, former }: Filed): Found => ({
  ...{ what, id, number: code, name },
  ...(former && { former }),
});
const callRow = ({ callBackId: id, supplyCode: number = "", at, over }: PromisedCall): Found => ({
  ...{ what: "call-back", id, number, name: "", at, over },
});

/**
 * Finds by name: first what was filed with the office, then supplies by their holder. A name fits if each typed word
 * begins one of its words. Looks at 200 filed things with the longest word and 40 supplies at most, and says if there
 * are more.
 */
export async function foundByName(deps: CaseworkDeps, typed: string): Promise<FoundList> {
  const office = deps.tenant.office.code.value;
  const words = wordsOf(typed);
  const fits = (name: string): boolean => {
    const known = wordsOf(name);
    return words.every((word) => known.some((each) => each.startsWith(word)));
  };
  const [longest = ""] = words.toSorted((a, b) => b.length - a.length);
  const [filed, ...lists] = await Promise.all([
    deps.filedSearch.beginning(office, { kind: "word", value: longest }, mostFiledLookedAt),
    ...words.map((word) => deps.supplyTerms.beginning("word", word)),
  ]);
  const [first = [], ...others] = lists.map((list) => list.map(({ supplyCode }) => supplyCode));
  const inAll = first.filter((code) => others.every((list) => list.includes(code)));
  const supplies = await Promise.all(inAll.slice(0, mostLookedAt).map((code) => supplyRow(deps, code)));
  // A term may be older than the register: the name of today decides.
  const named = [...filed.map(filedRow), ...supplies.flatMap((row) => row ?? [])].filter(({ name }) => fits(name));
  const isCut = filed.length === mostFiledLookedAt || inAll.length > mostLookedAt;
  return { found: distinct(named), isCut };
}

/**
 * Finds supplies, and what was filed with the office, by a typed number. A document or a telephone is found only by its
 * whole number, a telephone also if it was given later, or one was promised a call. A supply, a receipt and a number
 * that the office gave are also found by their last digits. First comes what has exactly this number of the office,
 * then promised calls that are open at `now`, supplies, what was filed, and calls that are over.
 */
export async function foundByNumber(deps: CaseworkDeps, typed: string, now: string): Promise<FoundList> {
  const { tenant, caseFiles, filedSearch, supplyTerms } = deps;
  const office = tenant.office.code.value;
  const plain = normalizeDocument(typed);
  const { claimCode, problemCode, submissionCode, observationCode } = tenant.office;
  const code = [claimCode, problemCode, submissionCode, observationCode]
    .map(({ value }) => parseCode(value, typed))
    .find((each) => each !== undefined);
  const receiptNumber = normalizeReceiptNumber(typed);
  const receipt = receiptNumber === undefined ? reversed(typed) : receiptTerm(receiptNumber).value;
  const [whole, byDocument, byTelephone, promised, byEnd, receipts, supplies, ofDocument] = await Promise.all([
    code === undefined ? undefined : caseFiles.numbered(code),
    filedSearch.under(office, { kind: "document", value: plain }, mostFound),
    filedSearch.under(office, { kind: "telephone", value: telephoneDigits(typed) }, mostFound),
    filedSearch.promisedTo(office, typed, mostFound, now),
    filedSearch.beginning(office, { kind: "number", value: reversed(typed) }, mostFound),
    supplyTerms.beginning("receipt", receipt),
    supplyTerms.beginning("supply", reversed(typed)),
    supplyTerms.beginning("document", plain),
  ]);
  const exact = normalizeSupplyCode(typed, tenant.supplyCodeLength.value);
  const codes = [
    exact,
    ...ofDocument.filter(({ value }) => value === plain).map(({ supplyCode }) => supplyCode),
    ...supplies.map(({ supplyCode }) => supplyCode),
  ];
  const rows = await Promise.all([
    ...[...new Set(codes)].slice(0, mostFound).map((each) => supplyRow(deps, each)),
    ...receipts.slice(0, mostFound).map(({ supplyCode, value }) => supplyRow(deps, supplyCode, reversed(value))),
  ]);
  const filed = [...byDocument, ...byTelephone, ...byEnd].map(filedRow);
  const named = filed.filter(({ number }) => number === code);
  // What was filed before numbers had terms is found by its whole number only, without its name.
  if (whole && code !== undefined && named.length === 0) named.push({ ...whole, number: code, name: "" });
  const calls = promised.map(callRow);
  const [open, over] = [calls.filter((call) => !call.over), calls.filter((call) => call.over)];
  return { found: distinct([...named, ...open, ...rows.flatMap((row) => row ?? []), ...filed, ...over]), isCut: false };
}

/**
 * Returns a supply by what the register or its newest receipt says of it; undefined if neither exists. With
 * `receiptPlain`, a receipt's number without its dash, only if the supply has that receipt.
 */
async function supplyRow(
  { receiptReader }: CaseworkDeps,
  supplyCode: string,
  receiptPlain?: string,
): Promise<Found | undefined> {
  const months = receiptPlain === undefined ? 1 : monthsLookedAt;
  const [receipts, registered] = await Promise.all([
    receiptReader.lastMonths(supplyCode, months),
    receiptReader.registeredOf(supplyCode),
  ]);
  const today = supplyToday(receipts[0]?.receipt, registered);
  if (!today) return undefined;
  const numbers = receipts.map(({ receipt }) => receiptKey(receipt).number);
  const receiptNumber = numbers.find((number) => normalizeDocument(number) === receiptPlain);
  if (receiptPlain !== undefined && receiptNumber === undefined) return undefined;
  const { holderName: name, locality } = today;
  return {
    what: "supply",
    id: supplyCode,
    number: supplyCode,
    name,
    locality,
    ...(receiptNumber && { receiptNumber }),
  };
}

/** Months in which a receipt found by its number is looked for. */
const monthsLookedAt = 13;

/** The rows without repeats, in their order. A supply found by a receipt is no repeat of the supply itself. */
function distinct(rows: readonly Found[]): readonly Found[] {
  const seen = new Set<string>();
  return rows.filter(({ what, id, receiptNumber = "" }) => {
    const key = `${what} ${id} ${receiptNumber}`;
    return !seen.has(key) && seen.add(key);
  });
}
