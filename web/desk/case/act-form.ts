import type { FunctionComponent } from "preact";
import type { ClientProblem, Outcome } from "../../client.ts";
import type { AttachmentCounter, SentAttachment } from "../../look/send-attachment.ts";
import { api } from "../api.ts";
import type { CaseFile } from "./case-file.ts";

export interface ActFieldsProps {
  readonly file: CaseFile;
  readonly problem: ClientProblem | undefined;
  /** Reads the case again, after a part of the form was recorded by itself. */
  readonly again: () => void;
  readonly onAttachments: (attachments: readonly SentAttachment[]) => void;
}

/** What an act is sent with. `write` has the case, the version it must still be at, and the idempotency key. */
export interface ActSending {
  readonly file: CaseFile;
  readonly write: { readonly params: { readonly claimId: string }; readonly version: number; readonly key: string };
  readonly typed: (name: string) => string;
  readonly form: HTMLFormElement;
  readonly uploadIds: string[];
}

/** An act's fields, and the function that sends it or returns the problem of what is not filled in. */
export interface ActForm {
  readonly Fields: FunctionComponent<ActFieldsProps>;
  readonly send: (sending: ActSending) => Promise<Outcome<unknown>>;
}

/** The operations with which staff upload files. */
export const staffCounter: AttachmentCounter = {
  start: api.startStaffUpload,
  renew: api.renewStaffUpload,
  show: api.showStaffUpload,
};
