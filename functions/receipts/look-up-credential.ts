import { type Answer, type Refusal, type RefusalKind, refused } from "../../shared/contract/refusals.ts";
import { asksInARow, type LookUpStep, triesNeighbours } from "../../shared/domain/look-up-trail.ts";
import { readSoles } from "../../shared/domain/money.ts";
import {
  normalizeDocument,
  normalizeReceiptNumber,
  normalizeSupplyCode,
  receiptKey,
} from "../../shared/domain/receipt.ts";
import { supplyToday } from "../../shared/domain/register-file.ts";
import { ok } from "../../shared/domain/result.ts";
import { type AttemptCounter, secondsToNextHour } from "../../shared/storage/attempt-counter.ts";
import { type LookUpTrails, secondsToNextTrail } from "../../shared/storage/look-up-trails.ts";
import type { PaidReceipt, ReceiptReader } from "../../shared/storage/receipt-reader.ts";
import { monthsShown } from "./receipt-sheet.ts";

/** What someone says of a supply: its code, and a receipt of it by number and total due, or the holder's document. */
export interface Attempt {
  readonly supplyCode: string;
  readonly receiptNumber?: string | undefined;
  /** As it was written: "S/ 58.90", "58,9". */
  readonly total?: string | undefined;
  readonly documentNumber?: string | undefined;
}

type Known = { readonly supplyCode: string; readonly receipts: readonly PaidReceipt[] };
type Checked<Kind extends RefusalKind> = Promise<Answer<Known, "receipt-not-found" | "too-many-attempts" | Kind>>;

/**
 * Checks what somebody says of a supply. Whoever knows the number and total of a receipt of the last 13 months, or the
 * holder's document, gets the supply's receipts, newest first, and its code without spaces or missing zeros.
 */
export interface LookUpCredential {
  /** Checks what somebody who is not signed in says; sources are distinguished by the address the edge saw. */
  ofAnybody(attempt: Attempt, viewerAddress: string, now: string): Checked<"sign-in-to-continue">;
  ofAccount(attempt: Attempt, sub: string, now: string): Checked<never>;
}

interface Stores {
  readonly receiptReader: ReceiptReader;
  readonly attemptCounter: AttemptCounter;
  readonly lookUpTrails: LookUpTrails;
  /** Waits so many milliseconds. */
  readonly pause: (ms: number) => Promise<void>;
}

/** Wrong attempts an hour allows at one supply: to all who are not signed in together, and to each account. */
const attemptsPerHour = 5;
/** Wrong numbers and totals an hour allows at one supply to all accounts together. */
const accountsAttemptsPerHour = 50;
/** A refusal leaves at a whole multiple of this since its request came: how long it took tells nothing. */
const evenMs = 100;

/** Who asks, as the guards know them. */
interface Asker<Kind extends RefusalKind> {
  /** Names their trail. */
  readonly source: string;
  readonly walks: (others: readonly LookUpStep[]) => boolean;
  /** What a source that walks is refused with. */
  readonly challenge: Refusal<Kind>;
  /** What counts their wrong attempts at a supply, and how many each allows an hour. */
  readonly counters: (supplyCode: string, attempt: Attempt) => readonly (readonly [string, number])[];
  /** What they are told once those are used up, in place of the refusal's own sentence. */
  readonly usedUp?: string;
}

function anybody(viewerAddress: string): Asker<"sign-in-to-continue"> {
  return {
    source: `address ${networkOf(viewerAddress)}`,
    walks: (others) => asksInARow(others) || triesNeighbours(others),
    challenge: refused("sign-in-to-continue"),
    counters: (supplyCode) => [[supplyCode, attemptsPerHour]],
  };
}

/** Others' wrong attempts do not count for an account. It may ask for a whole building in a row: it is one person's. */
function account(sub: string, now: string): Asker<"too-many-attempts"> {
  return {
    source: `account ${sub}`,
    walks: triesNeighbours,
    challenge: refused("too-many-attempts", {
      detail:
        "Desde tu cuenta se probaron varios suministros con datos que no coinciden. Espera, o trae tus recibos a la oficina.",
      retryAfterSeconds: secondsToNextTrail(now),
    }),
    counters: (supplyCode, { documentNumber }) => [
      [`${sub}#${supplyCode}`, attemptsPerHour],
      // Nobody finds a document by trying: many accounts that attempt at totals do not stop its holder.
      ...(documentNumber === undefined ? ([[`accounts#${supplyCode}`, accountsAttemptsPerHour]] as const) : []),
    ],
    usedUp:
      "Por seguridad, espera a la próxima hora para volver a intentarlo con este suministro, o trae tu recibo a la oficina.",
  };
}

/**
 * The code alone reveals nothing: a supply that does not exist, one that does and a wrong second datum give the same answer
 * after the same work. No outcome is told to a source that walks from supply to supply, nor once an hour's attempts at the
 * supply are used up (docs/decisions/0031-look-up.md).
 */
export function lookUpCredential(stores: Stores, supplyCodeLength: number): LookUpCredential {
  const { receiptReader, pause } = stores;
  const checked = async <Kind extends RefusalKind>(
    attempt: Attempt,
    asker: Asker<Kind>,
    now: string,
  ): Checked<Kind> => {
    const began = performance.now();
    const supplyCode = normalizeSupplyCode(attempt.supplyCode, supplyCodeLength);
    const [receipts, registered] = await Promise.all([
      receiptReader.lastMonths(supplyCode, monthsShown),
      // An attempt at a receipt does not need it; whether it is read depends on what was asked, not on what is there.
      attempt.documentNumber === undefined ? undefined : receiptReader.registeredOf(supplyCode),
    ]);
    const today = supplyToday(receipts[0]?.receipt, registered);
    const known = receipts.some(knows(attempt)) || isDocumentOf(attempt, today?.holderDocNumber);
    const right = receipts.length > 0 && known;
    const refusal = await guarded(stores, asker, attempt, { supplyCode, right }, now);
    if (!refusal && right) return ok({ supplyCode, receipts });
    await pause(evenMs - ((performance.now() - began) % evenMs));
    return refusal ?? refused("receipt-not-found");
  };
  return {
    ofAnybody: (attempt, viewerAddress, now) => checked(attempt, anybody(viewerAddress), now),
    ofAccount: (attempt, sub, now) => checked(attempt, account(sub, now), now),
  };
}

/** Why the outcome of an attempt may not be told; what is not told leaves no trace of what it was. */
async function guarded<Kind extends RefusalKind>(
  { attemptCounter, lookUpTrails }: Stores,
  { source, walks, challenge, counters, usedUp }: Asker<Kind>,
  attempt: Attempt,
  step: LookUpStep,
  now: string,
): Promise<Refusal<"too-many-attempts" | Kind> | undefined> {
  const { supplyCode, right } = step;
  const others = await lookUpTrails.note(source, step, now);
  if (!others) return challenge;
  if (walks(others)) {
    await lookUpTrails.refuse(source, supplyCode, now, true);
    return challenge;
  }
  for (const [at, allowed] of counters(supplyCode, attempt)) {
    if (await attemptCounter.mayReveal(at, now, { right, allowed })) continue;
    await lookUpTrails.refuse(source, supplyCode, now, false);
    return refused("too-many-attempts", {
      ...(usedUp !== undefined && { detail: usedUp }),
      retryAfterSeconds: secondsToNextHour(now),
    });
  }
  return undefined;
}

/** Whoever has one address of IPv6 has the 2^64 beside it. */
function networkOf(address: string): string {
  if (!address.includes(":") || address.includes(".")) return address.slice(address.lastIndexOf(":") + 1);
  const [left = [], right = []] = address
    .toLowerCase()
    .split("::")
    .map((part) => part.split(":").filter(Boolean));
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0");
  return [...left, ...zeros, ...right].slice(0, 4).join(":");
}

function knows({ receiptNumber, total, documentNumber }: Attempt): (paid: PaidReceipt) => boolean {
  const number = receiptNumber === undefined ? undefined : normalizeReceiptNumber(receiptNumber);
  const amount = total === undefined ? undefined : readSoles(total);
  return ({ receipt }) =>
    (number !== undefined && receiptKey(receipt).number === number && receipt.totalDue === amount) ||
    isDocumentOf({ documentNumber }, receipt.holderDocNumber);
}

function isDocumentOf({ documentNumber = "" }: Pick<Attempt, "documentNumber">, onRecord = ""): boolean {
  const document = normalizeDocument(documentNumber);
  return document !== "" && normalizeDocument(onRecord) === document;
}
