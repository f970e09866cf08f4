import type { FunctionComponent } from "preact";
import type { ClientProblem, Outcome } from "../../client.ts";
import type { SentAttachment } from "../../look/send-attachment.ts";
import type { Answers } from "../filing/answers.ts";
import type { StepSlug } from "../filing/claim-steps.words.ts";

/** A warning shown before a draft goes on, which it never stops. `go` is the button that goes on. */
export interface Warning {
  readonly title: string;
  readonly text: readonly string[];
  /** The words of the button that goes on. */
  readonly go: string;
  /** A better way than going on: it becomes the main button. */
  readonly link?: { readonly href: string; readonly label: string };
}

export interface StepContentProps {
  readonly draftId: string;
  readonly answers: Answers;
  readonly problem: ClientProblem | undefined;
  /** Called with the step's whole list of files, on every change of it. */
  readonly onAttachments: (attachments: readonly SentAttachment[]) => void;
  /** Returns the address where a step is answered again, after which the person is back at the review. */
  readonly addressToChange: (step: StepSlug) => string;
  /** Called if the explanation was enough, with the last day to claim: no claim is filed. */
  readonly onClear: (claimUntil: string) => void;
}

/** A step of a claim: its fields, the check before it is saved, and what is done once it is saved. */
export interface StepView {
  readonly Content: FunctionComponent<StepContentProps>;
  /** The step where a field is answered; only the review has it, whose problems are about the fields of all steps. */
  readonly stepOf?: (field: string) => StepSlug;
  /** The words of the submit button; «Continuar» without it. */
  readonly action?: string;
  /** Shown while the step is being saved and finished. */
  readonly Sending?: FunctionComponent;
  /** Returns the problem for which the step is not saved; undefined if it can be. */
  readonly check: (answers: Answers, attachments: readonly SentAttachment[]) => ClientProblem | undefined;
  /**
   * Called once the step is saved. Returns warnings to show before the next step, or the id of the claim that it filed.
   */
  readonly finish?: (draftId: string, answers: Answers) => Promise<Outcome<readonly Warning[] | string>>;
}
