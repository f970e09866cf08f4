import { type Attachment, type Claimant, isMobile } from "../filing/claim-form.ts";

/**
 * Intake channels: how the claimant reached the staff member who records an act for them. `document-desk` means a
 * document that they handed in.
 */
export const intakeChannels = ["telephone", "counter", "document-desk"] as const;
export type IntakeChannel = (typeof intakeChannels)[number];

/**
 * Acts that staff record for a claimant, and that take effect only once the claimant has confirmed what was written
 * down.
 */
const confirmedActs = ["reconsideration", "appeal", "withdrawal", "agreement"] as const;
export type ConfirmedAct = (typeof confirmedActs)[number];

/**
 * How a claimant confirmed an act that staff recorded: a code that the office sent, their voice as recorded in one
 * attachment, a scanned attachment that they signed, a physical document stamped with its day, or a submission at the
 * document desk.
 */
export type Confirmation =
  | { readonly by: "code"; readonly confirmationId: string }
  | {
      readonly by: "voice";
      /** The claim's own telephone number, which the office called. */
      readonly to?: string | undefined;
      /** Identifies the recording in the archive of the office's calls; in entries written before it was uploaded. */
      readonly recording?: string | undefined;
      /** The recording; absent in entries written before it was uploaded. */
      readonly attachments?: readonly Attachment[] | undefined;
    }
  | { readonly by: "signature"; readonly attachments: readonly Attachment[] }
  | {
      readonly by: "paper";
      readonly receivedAt: string;
      /** Why staff recorded the act on a later day than `receivedAt`. */
      readonly reason?: string | undefined;
      readonly attachments: readonly Attachment[];
    }
  | { readonly by: "submission"; readonly submissionId: string; readonly submissionNumber: string };

/** Ways in which a claimant may be asked to confirm an act that staff recorded. `sms` and `email` carry a code. */
export const confirmingWays = ["sms", "email", "voice", "signature", "paper", "submission"] as const;
export type ConfirmingWay = (typeof confirmingWays)[number];

/** Where an act is confirmed: in its intake channel, or in a hearing, held in the office or remotely. */
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
 * Returns the ways in which the claimant may confirm an act (digest 1.3, 3.5); never empty. For `document-desk`:
 * `paper` and `submission`. For `telephone`, `counter` and `hearing`: `sms` if `telephone` is a Peruvian mobile, and
 * `email` if `email` is present. `counter` and `hearing` always have `signature` too. `telephone` and `hearing` also
 * have `voice`, but only if neither `sms` nor `email` is possible.
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

/**
 * Returns every kind of confirmation that a channel or a hearing accepts, whatever telephone or e-mail the claimant
 * has. `telephone`: `code`, `voice`. `counter`: `code`, `signature`. `document-desk`: `paper`, `submission`. `hearing`:
 * `code`, `voice`, `signature`.
 */
export function confirmationsIn(how: Confirming): ReadonlySet<Confirmation["by"]> {
  return new Set(waysOf[how].map((way) => confirmationOf[way]));
}

/**
 * Added to the details of an act of the claimant. `taken` is present if staff recorded the act for them: `came` is the
 * intake channel, and `confirmed` how the claimant confirmed it.
 */
export interface ActOnBehalf {
  readonly taken?: { readonly came: IntakeChannel; readonly confirmed?: Confirmation | undefined } | undefined;
}

/**
 * Returns whether an entry records an act of the claimant. True if the claimant recorded it (`by.kind` is `customer`),
 * or if staff recorded it for them (`details.taken` is present).
 */
export function isOfClaimant({
  by,
  details,
}: {
  readonly by: { readonly kind: string };
  readonly details: ActOnBehalf;
}): boolean {
  return by.kind === "customer" || details.taken !== undefined;
}
