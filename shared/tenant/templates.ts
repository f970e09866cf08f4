import type { DocumentKind, PrintedKind } from "../domain/case/issued-documents.ts";
import type { NoticeTemplates, NoticeType } from "./notice-templates.ts";
import type { TenantValue } from "./tenant-value.ts";

/** How what a template writes reaches people: on a document, or by mail and by text message. */
export type TemplateMeans = "document" | "mail-and-text";

/** The status and source of the words of each template of a tenant. Its texts stand in `letters/` and `notices/`. */
export interface Templates {
  readonly documents: Readonly<Record<DocumentKind | PrintedKind, TenantValue<TemplateMeans>>>;
  /** By the entry of a case that they notify. */
  readonly notices: Readonly<Record<NoticeType, TenantValue<TemplateMeans>>>;
  readonly submissions: Readonly<Record<keyof NoticeTemplates["submissions"], TenantValue<TemplateMeans>>>;
  readonly account: Readonly<Record<keyof NoticeTemplates["account"], TenantValue<TemplateMeans>>>;
  /** The link that staff send during a call, and how every mail begins and ends. */
  readonly frame: Readonly<Record<"link" | "frame", TenantValue<TemplateMeans>>>;
}
