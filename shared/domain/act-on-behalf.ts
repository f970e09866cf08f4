import { type Attachment, type Claimant, isMobile } from "./claim-form.ts";

/** How a claimant comes who lets staff write their act down: in person, or by a document they handed in before. */
export const intakeChannels = ["telephone", "counter", "document-desk"] as const;
export type IntakeChannel = (typeof intakeChannels)[number];

/** Acts that count only once the person confirmed what was written down. */
const confirmedActs = ["reconsideration", "appeal", "withdrawal", "agreement"] as const;
export type ConfirmedAct = (typeof confirmedActs)[number];

/**
 * How a person confirmed an act: the code we sent them, their own voice in a recorded call, an attachment they signed, as it was
 * scanned, or what they handed in: an attachment with the stamp of its day, or a document of the document desk.
 */
export type Confirmation =
  | { readonly by: "code"; readonly confirmationId: string }
  | {
      readonly by: "voice";
      /** The claim's own telephone, which the office called. */
      readonly to?: string | undefined;
      /** Names the recording where the office keeps its calls. */
      readonly recording: string;
    }
  | { readonly by: "signature"; readonly attachments: readonly Attachment[] }
  | {
      readonly by: "paper";
      readonly receivedAt: string;
      /** Why it was written down on a later day. */
      readonly reason?: string | undefined;
      readonly attachments: readonly Attachment[];
    }
  | { readonly by: "submission"; readonly submissionId: string; readonly submissionNumber: string };

/** How a person may be asked to confirm what staff wrote down for them. */
export const confirmingWays = ["sms", "email", "voice", "signature", "paper", "submission"] as const;
export type ConfirmingWay = (typeof confirmingWays)[number];

/** Where an act is confirmed: as its person came, or in a hearing, which is held in the office or from afar. */
export type Confirming = IntakeChannel | "hearing";

const waysOf: Readonly<Record<Confirming, readonly ConfirmingWay[]>> = {
  telephone: ["sms", "email", "voice"],
  counter: ["sms", "email", "signature"],
  "document-desk": ["paper", "submission"],
  hearing: ["sms", "email", "voice", "signature"],
};

const confirmationOf = {
  sms: "code",
  email: "code",
  voice: "voice",
  signature: "signature",
  paper: "paper",
  submission: "submission",
} as const satisfies Readonly<Record<ConfirmingWay, Confirmation["by"]>>;

/**
 * How each may confirm. By telephone, with a code to the claim's own mobile or mail; whoever has neither, with their voice in
 * a recorded call (digest 1.3 and 3.5: a recorded voice stands for a signature from afar). At the counter, by code or
 * signature. In a hearing, by any of these. A document that was handed in confirms itself. There is always a way.
 */
export function waysToConfirm(
  how: Confirming,
  { telephone, email }: Pick<Claimant, "telephone" | "email">,
): readonly ConfirmingWay[] {
  const hasMobile = isMobile(telephone);
  const hasMail = email !== undefined;
  const isClosed: Readonly<Partial<Record<ConfirmingWay, boolean>>> = {
    sms: !hasMobile,
    email: !hasMail,
    voice: hasMobile || hasMail,
  };
  return waysOf[how].filter((way) => !isClosed[way]);
}

/** What confirms an act there, whatever telephone or mail the claim has. */
export function confirmationsIn(how: Confirming): ReadonlySet<Confirmation["by"]> {
  return new Set(waysOf[how].map((way) => confirmationOf[way]));
}

/** What an act says besides its content when staff wrote it down for its claimant. */
export interface ActOnBehalf {
  readonly taken?: { readonly came: IntakeChannel; readonly confirmed?: Confirmation | undefined } | undefined;
}

/** How many attempts at a code are taken, and for how long it is good. */
export const codeTries = 5;
export const codeMinutes = 15;
