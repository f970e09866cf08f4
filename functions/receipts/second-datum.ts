import { type Answer, refused } from "../../shared/contract/refusals.ts";
import {
  normalizeDocument,
  normalizeReceiptNumber,
  normalizeSupplyCode,
  receiptKey,
} from "../../shared/domain/receipt.ts";
import { supplyToday } from "../../shared/domain/register-file.ts";
import { ok } from "../../shared/domain/result.ts";
import { type GuessCounter, secondsToNextHour } from "../../shared/storage/guess-counter.ts";
import type { PaidReceipt, ReceiptReader } from "../../shared/storage/receipt-reader.ts";
import { monthsShown } from "./receipt-sheet.ts";

/** What someone says of a supply: its code, and one more datum that only who holds a receipt knows. */
export interface Guess {
  readonly supplyCode: string;
  readonly receiptNumber?: string | undefined;
  readonly documentNumber?: string | undefined;
}

export interface SecondDatum {
  /**
   * A supply's receipts, newest first, for who knows a second datum of them or the holder's document in a newer register;
   * and its code as it is looked up.
   */
  check(
    guess: Guess,
    now: string,
  ): Promise<
    Answer<{ supplyCode: string; receipts: readonly PaidReceipt[] }, "receipt-not-found" | "too-many-guesses">
  >;
}

/** Right guesses are given back, so this is how many wrong ones an hour allows at one supply, whoever makes them. */
const guessesPerHour = 5;

/**
 * The code alone reveals nothing: a supply that does not exist, one that does and a wrong second datum give the same
 * answer after the same work, and all of them use up a guess, which is taken before anything is read.
 */
export function secondDatum(
  stores: { receiptReader: ReceiptReader; guessCounter: GuessCounter },
  supplyCodeLength: number,
): SecondDatum {
  return {
    check: async (guess, now) => {
      const supplyCode = normalizeSupplyCode(guess.supplyCode, supplyCodeLength);
      if (!(await stores.guessCounter.reserve(supplyCode, now, guessesPerHour))) {
        return refused("too-many-guesses", { retryAfterSeconds: secondsToNextHour(now) });
      }
      const [receipts, registered] = await Promise.all([
        stores.receiptReader.lastMonths(supplyCode, monthsShown),
        // A guess at a receipt's number does not need it; whether it is read depends on what was asked, not on what is there.
        guess.documentNumber === undefined ? undefined : stores.receiptReader.registeredOf(supplyCode),
      ]);
      const today = supplyToday(receipts[0]?.receipt, registered);
      const known = receipts.some(knows(guess)) || isDocumentOf(guess, today?.holderDocNumber);
      if (receipts.length === 0 || !known) return refused("receipt-not-found");
      await stores.guessCounter.giveBack(supplyCode, now);
      return ok({ supplyCode, receipts });
    },
  };
}

function knows(guess: Guess): (paid: PaidReceipt) => boolean {
  const number = guess.receiptNumber === undefined ? undefined : normalizeReceiptNumber(guess.receiptNumber);
  return ({ receipt }) =>
    (number !== undefined && receiptKey(receipt).number === number) || isDocumentOf(guess, receipt.holderDocNumber);
}

function isDocumentOf({ documentNumber = "" }: Guess, onRecord = ""): boolean {
  const document = normalizeDocument(documentNumber);
  return document !== "" && normalizeDocument(onRecord) === document;
}
