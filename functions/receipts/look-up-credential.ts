import { isProof, type StatedProof } from "../../shared/casework/receipt/look-up-proof.ts";
import { monthsShown } from "../../shared/casework/receipt/receipt-sheet.ts";
import { type Answer, type Refusal, type RefusalKind, refused } from "../../shared/contract/refusals.ts";
import type { RegisteredSupply } from "../../shared/domain/billing/register-file.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { networkOf } from "../../shared/domain/network.ts";
import { asksInARow, type LookUpStep, triesNeighbours } from "../../shared/domain/receipt/look-up-trail.ts";
import { normalizeSupplyCode } from "../../shared/domain/supply/supply-code.ts";
import { type AttemptCounter, type Guess, secondsToNextHour } from "../../shared/storage/attempt-counter.ts";
import type { PaidReceipt, ReceiptReader } from "../../shared/storage/billing/receipt-reader.ts";
import { type LookUpTrails, type NotedStep, secondsToNextTrail } from "../../shared/storage/receipt/look-up-trails.ts";
import { untilEven } from "../runtime/even-time.ts";

/** What someone states about a supply: its code and a look-up credential. */
export interface Attempt extends StatedProof {
  readonly supplyCode: string;
}

/** What an attempt is for: the look-ups that are answered are counted by day. */
export type AttemptFor = "look-up" | "link";

type Known = {
  readonly supplyCode: string;
  readonly receipts: readonly PaidReceipt[];
  /** The supply by the register, if the attempt was by a document. */
  readonly registered: RegisteredSupply | undefined;
};
type Checked<Kind extends RefusalKind> = Promise<Answer<Known, "receipt-not-found" | "too-many-attempts" | Kind>>;

/**
 * Checks a look-up credential. Whoever knows the number and total of a receipt of the last 13 months, or the holder's
 * document, gets the supply's receipts, newest first, and its code with all its zeros and without spaces.
 */
export interface LookUpCredential {
  /** Checks an attempt of somebody not signed in; `viewerAddress`, which the edge saw, distinguishes the sources. */
  ofAnybody(attempt: Attempt, viewerAddress: string, now: string): Checked<"sign-in-to-continue">;
  ofAccount(attempt: Attempt, sub: string, now: string, what: AttemptFor): Checked<never>;
}

interface Stores {
  readonly receiptReader: ReceiptReader;
  readonly attemptCounter: AttemptCounter;
  readonly lookUpTrails: LookUpTrails;
  readonly pause: (ms: number) => Promise<void>;
}

/** Wrong keys and documents of one source at one supply in an hour; of an account, also wrong numbers and totals. */
const attemptsPerHour = 5;

/** Who attempts, as the limits count them. */
interface Asker<Kind extends RefusalKind> {
  /** The source under which their look-ups are noted. */
  readonly source: string;
  /** Whether the look-ups of other supplies show that the source goes from supply to supply. */
  readonly walks: (others: readonly LookUpStep[]) => boolean;
  /** The refusal of a source that tries supply after supply. */
  readonly challenge: Refusal<Kind>;
  /** The refusal of a number and a total once others tried too often at this supply or those beside it. */
  readonly usedUp: Refusal<Kind | "too-many-attempts">;
  /** Notes a number and a total, and returns whether their outcome may be shown. */
  readonly mayGuess: (counter: AttemptCounter, attempt: Guess, now: string) => Promise<boolean>;
}

function anybody(viewerAddress: string): Asker<"sign-in-to-continue"> {
  return {
    source: `address ${networkOf(viewerAddress)}`,
    walks: (others) => asksInARow(others) || triesNeighbours(others),
    challenge: refused("sign-in-to-continue"),
    usedUp: refused("sign-in-to-continue"),
    mayGuess: (counter, attempt, now) => counter.mayGuess("anybody", attempt, now),
  };
}

/**
 * Returns the limits of an account. Unlike somebody not signed in, it may look up a whole building in a row, which may
 * be one person's. Once accounts tried too often at supplies beside this one, an account that has not is heard still,
 * until its first wrong attempt there.
 */
function account(sub: string, now: string): Asker<"too-many-attempts"> {
  return {
    source: `account ${sub}`,
    walks: triesNeighbours,
    challenge: refused("too-many-attempts", {
      detail:
        "Desde tu cuenta se probaron varios suministros con datos que no coinciden. Espera, o trae tus recibos a la oficina.",
      retryAfterSeconds: secondsToNextTrail(now),
    }),
    usedUp: refused("too-many-attempts", {
      detail: "Por seguridad, escribe la clave del recibo o el documento del titular, o trae tu recibo a la oficina.",
      retryAfterSeconds: secondsToNextHour(now),
    }),
    mayGuess: async (counter, attempt, now) =>
      (await counter.mayReveal(`${sub}#${attempt.supplyCode}`, now, {
        right: attempt.right,
        allowed: attemptsPerHour,
      })) &&
      ((await counter.mayGuess("accounts", attempt, now)) || counter.mayGuess(sub, { ...attempt, allowed: 1 }, now)),
  };
}

/**
 * Returns the checks of look-up credentials. A check refuses `receipt-not-found` if the supply does not exist or the
 * credential is wrong. A source that tries supply after supply is refused first: a network `sign-in-to-continue`, an
 * account `too-many-attempts`. So is, right or wrong, a number and total after too many wrong ones (`mayGuess`); a key
 * or document is refused `too-many-attempts` after five wrong ones of that source at the supply in a clock hour.
 */
export function lookUpCredential(stores: Stores, supplyCodeLength: number): LookUpCredential {
  const { receiptReader, pause } = stores;
  const checked = async <Kind extends RefusalKind>(
    attempt: Attempt,
    asker: Asker<Kind>,
    now: string,
    what: AttemptFor,
  ): Checked<Kind> => {
    const began = performance.now();
    const supplyCode = normalizeSupplyCode(attempt.supplyCode, supplyCodeLength);
    const [receipts, registered] = await Promise.all([
      receiptReader.lastMonths(supplyCode, monthsShown),
      // An attempt by a receipt does not need the register; whether it is read depends on what was asked, not on what
      // exists.
      attempt.documentNumber === undefined ? undefined : receiptReader.registeredOf(supplyCode),
    ]);
    const right = isProof(attempt, receipts, registered);
    const refusal = await guarded(stores, asker, attempt, { supplyCode, right, counts: what === "look-up" }, now);
    if (!refusal && right) return ok({ supplyCode, receipts, registered });
    await untilEven(began, pause);
    return refusal ?? refused("receipt-not-found");
  };
  return {
    ofAnybody: (attempt, viewerAddress, now) => checked(attempt, anybody(viewerAddress), now, "look-up"),
    ofAccount: (attempt, sub, now, what) => checked(attempt, account(sub, now), now, what),
  };
}

/**
 * Notes an attempt and returns why its outcome may not be shown; `undefined` if it may. A refused attempt is noted as a
 * wrong one, so that nothing shows what it was.
 */
async function guarded<Kind extends RefusalKind>(
  { attemptCounter, lookUpTrails }: Stores,
  { source, walks, challenge, usedUp, mayGuess }: Asker<Kind>,
  attempt: Attempt,
  step: NotedStep,
  now: string,
): Promise<Refusal<"too-many-attempts" | Kind> | undefined> {
  const { supplyCode, right } = step;
  const others = await lookUpTrails.note(source, step, now);
  if (!others) return challenge;
  if (walks(others)) {
    await lookUpTrails.refuse(source, step, now, true);
    return challenge;
  }
  // Nobody finds a key or a document by trying: who tries stops themselves, and not who has it.
  const isGuess = attempt.printedKey === undefined && attempt.documentNumber === undefined;
  const mayReveal = isGuess
    ? await mayGuess(attemptCounter, { supplyCode, right }, now)
    : await attemptCounter.mayReveal(`${source}#${supplyCode}`, now, { right, allowed: attemptsPerHour });
  if (mayReveal) return undefined;
  await lookUpTrails.refuse(source, step, now, false);
  return isGuess ? usedUp : refused("too-many-attempts", { retryAfterSeconds: secondsToNextHour(now) });
}
