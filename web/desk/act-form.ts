import type { FunctionComponent } from "preact";
import type { ClientProblem, Outcome } from "../client.ts";
import type { AttachmentCounter, SentAttachment } from "../look/send-attachment.ts";
import { api } from "./api.ts";
import type { CaseFile } from "./case-file.ts";

export interface ActFieldsProps {
  readonly file: CaseFile;
  readonly problem: ClientProblem | undefined;
  /** Reads the case anew, where something of the form was recorded by itself. */
  readonly again: () => void;
  readonly onAttachments: (attachments: readonly SentAttachment[]) => void;
}

/** What is sent of an act: on which version of which case, with the key that makes a repeat harmless. */
export interface ActSending {
  readonly file: CaseFile;
  readonly write: { readonly params: { readonly claimId: string }; readonly version: number; readonly key: string };
  readonly typed: (name: string) => string;
  readonly form: HTMLFormElement;
  readonly uploadIds: string[];
}

/** What staff fill in to record an act, and how it is sent. */
export interface ActForm {
  readonly Fields: FunctionComponent<ActFieldsProps>;
  readonly send: (sending: ActSending) => Promise<Outcome<unknown>>;
}

/** Where one of the staff sends files. */
export const staffCounter: AttachmentCounter = {
  start: api.startStaffUpload,
  renew: api.renewStaffUpload,
  show: api.showStaffUpload,
};
