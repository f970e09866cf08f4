import { type Answer, refused } from "../../shared/contract/refusals.ts";
import {
  normalizeDocument,
  normalizeReceiptNumber,
  normalizeSupplyCode,
  receiptKey,
} from "../../shared/domain/receipt.ts";
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
  /** A supply's receipts, newest first, for who knows a second datum of them; and its code as it is looked up. */
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
      const receipts = await stores.receiptReader.lastMonths(supplyCode, monthsShown);
      if (!receipts.some(knows(guess))) return refused("receipt-not-found");
      await stores.guessCounter.giveBack(supplyCode, now);
      return ok({ supplyCode, receipts });
    },
  };
}

function knows({ receiptNumber, documentNumber }: Guess): (paid: PaidReceipt) => boolean {
  const number = receiptNumber === undefined ? undefined : normalizeReceiptNumber(receiptNumber);
  const document = documentNumber === undefined ? "" : normalizeDocument(documentNumber);
  return ({ receipt }) =>
    (number !== undefined && receiptKey(receipt).number === number) ||
    (document !== "" && normalizeDocument(receipt.holderDocNumber ?? "") === document);
}
