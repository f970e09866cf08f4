import type { FunctionComponent } from "preact";
import type { ClientProblem, Outcome } from "../client.ts";
import type { SentAttachment } from "../look/send-attachment.ts";
import type { StepSlug } from "../words/claim-steps.ts";
import type { Answers } from "./answers.ts";

/** What a person should know before going on; nothing here stops them. */
export interface Warning {
  readonly title: string;
  readonly text: readonly string[];
  readonly go: string;
  /** Where it is better to go: then that is the main button. */
  readonly link?: { readonly href: string; readonly label: string };
}

export interface StepContentProps {
  readonly answers: Answers;
  readonly problem: ClientProblem | undefined;
  readonly onAttachments: (attachments: readonly SentAttachment[]) => void;
  /** Where a step is answered again, to come back to the review. */
  readonly addressToChange: (step: StepSlug) => string;
  /** The explanation was enough: no claim is filed. */
  readonly onClear: (claimUntil: string) => void;
}

/** A step of a claim: what it asks, what is wrong with what was typed, and what follows once it is saved. */
export interface StepView {
  readonly Content: FunctionComponent<StepContentProps>;
  /** The step where a field is answered, where this one is about the fields of all. */
  readonly stepOf?: (field: string) => StepSlug;
  /** What its button says, where it is not «Continuar». */
  readonly action?: string;
  readonly check: (answers: Answers, attachments: readonly SentAttachment[]) => ClientProblem | undefined;
  /** Warnings, or the id of the claim that was filed. */
  readonly finish?: (draftId: string, answers: Answers) => Promise<Outcome<readonly Warning[] | string>>;
}
