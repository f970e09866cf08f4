import type { CalendarDay } from "../domain/calendar-day.ts";
import type { CaseEvent, CaseEventOf, CorrectedReceipt, MonthDecision } from "../domain/case-events.ts";
import type { ResolutionOutcome } from "../domain/claim-events.ts";
import type { DisputedReceipt } from "../domain/claim-form.ts";
import type { DueDate } from "../domain/due-dates.ts";
import type { Receipt } from "../domain/receipt.ts";
import type { Letterhead, Sheet } from "./sheet.ts";

/** The letters of a utility, each a function of facts alone: one that is missing does not compile. */
export interface Letters {
  readonly claimCargo: (facts: ClaimCargo) => Sheet;
  readonly doNotCut: (facts: DoNotCut) => Sheet;
  readonly rectification: (facts: RectificationFacts) => Sheet;
  readonly resolution: (facts: ResolutionFacts) => Sheet;
  readonly silenceCertificate: (facts: SilenceFacts) => Sheet;
}

/** What the cargo of a claim is made of. */
export interface ClaimCargo {
  readonly letterhead: Letterhead;
  /** The form the claim is filed by, as the law names it: `Formato 2`. */
  readonly formName: string;
  readonly filing: CaseEventOf<"claim-filed">;
  /** The regulator's name of its type. */
  readonly claimType: string;
  /** The page that opens the claim with its key, the key in it. */
  readonly accessAddress: string;
}

/** What a «No cortar» is made of. */
export interface DoNotCut {
  readonly letterhead: Letterhead;
  readonly code: string;
  readonly supplyCode: string;
  readonly receipts: readonly string[];
  readonly since: CalendarDay;
  readonly madeAt: string;
  /** The page that says whether the hold stands, the key in it. */
  readonly holdAddress: string;
  readonly seal: { readonly statement: string; readonly signature: string; readonly checkCode: string };
}

/** What the rectification of a signed resolution is made of. */
export interface RectificationFacts {
  readonly letterhead: Letterhead;
  readonly city: string;
  /** The office that signs. */
  readonly signer: string;
  readonly regulation: string;
  readonly claimCode: string;
  /** The resolution's number and day. */
  readonly number: string;
  readonly issuedAt: string;
  readonly says: string;
  readonly should: string;
  readonly rectifiedAt: string;
}

/** A recourse that is left: its form as the law names it, and the working days to present it. */
export interface Remedy {
  readonly recourse: "reconsideration" | "appeal";
  readonly formName: string;
  readonly days: number;
}

/** A month of the billing report. */
export type BilledMonth = Pick<
  Receipt,
  "period" | "billingType" | "readingPrev" | "readingCurr" | "billedM3" | "monthTotal"
>;

/** What a resolution is made of: facts of the case, what was drafted, and what the law adds. */
export interface ResolutionFacts {
  readonly letterhead: Letterhead;
  readonly city: string;
  /** The officer who signs, and the norm it is decided by, as the utility's data names them. */
  readonly signer: string;
  readonly regulation: string;
  readonly number: string;
  /** The instant it was sent to signature: its day is the act's date. */
  readonly issuedAt: string;
  /** The regulator's name of its type, as it is now, and the receipts it is about. */
  readonly claimType: string;
  readonly receipts: readonly DisputedReceipt[];
  /** Whether its type asks that the right to a meter test was told. */
  readonly meterTestRight: boolean;
  /** The case so far. */
  readonly events: readonly CaseEvent[];
  readonly decision: {
    readonly outcome: ResolutionOutcome;
    readonly decision: string;
    readonly reasons: string;
    readonly months: readonly MonthDecision[];
  };
  /** What the file holds of the company's evidence, besides its visits, and what each shows. */
  readonly held: readonly { readonly name: string; readonly detail?: string }[];
  /** What is missing of the evidence, and why it was decided without it. */
  readonly without: readonly { readonly name: string; readonly reason: string }[];
  /** The last months billed, newest first. */
  readonly billing: readonly BilledMonth[];
  /** A resolution that does not say what is left against it, before whom and in what time cannot be made. */
  readonly remedies: readonly [Remedy, ...Remedy[]];
}

/** What the certificate of a positive silence is made of. */
export interface SilenceFacts {
  readonly letterhead: Letterhead;
  readonly city: string;
  /** The norm it follows from, as the utility's data name it. */
  readonly regulation: string;
  readonly filing: CaseEventOf<"claim-filed">;
  readonly claimType: string;
  /** Of the claim, or of its reconsideration. */
  readonly of: "claim" | "reconsideration";
  /** The first day on which it was deemed granted. */
  readonly since: CalendarDay;
  /** The term that lapsed; absent where the silence was declared by who decides above the utility. */
  readonly term?: DueDate | undefined;
  readonly granted: readonly {
    readonly receipt: DisputedReceipt;
    readonly corrected?: CorrectedReceipt | undefined;
    readonly explanation: readonly string[];
  }[];
  readonly certifiedAt: string;
}
