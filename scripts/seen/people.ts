import { claimantOf } from "../../shared/domain/claim/claimant-contact.ts";
import type { Opened } from "../../shared/domain/counter/openings.ts";
import { type Claimant, fullName } from "../../shared/domain/filing/claim-form.ts";
import { normalizeSupplyCode } from "../../shared/domain/supply/supply-code.ts";
import { openUploads } from "../../shared/storage/attachment/uploads.ts";
import { openReceiptReader } from "../../shared/storage/billing/receipt-reader.ts";
import { openCaseFiles } from "../../shared/storage/case/case-files.ts";
import { openContacts } from "../../shared/storage/counter/contacts.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";
import { openProfiles } from "../../shared/storage/notice/profiles.ts";
import { openProblems } from "../../shared/storage/problem/problems.ts";
import { openSubmissions } from "../../shared/storage/submission/submissions.ts";
import type { Tenant } from "../../shared/tenant/tenant.ts";

/**
 * Where to write to somebody. `account` is an account that the office knows no address of: its pool has the mail or the
 * mobile. `everybody` is a file of many people, `nobody` a log of staff, and `unknown` what is not kept any more.
 */
export type Channel = "email" | "telephone" | "address" | "account" | "everybody" | "nobody" | "unknown";

/** Whose data something is, and no more of them than writing to them needs. */
export interface Person {
  /** Of the claim, request or document, or the supply's code, or the id of anything else. */
  readonly number: string;
  /** Empty if the office does not know it. */
  readonly name: string;
  readonly channel: Channel;
  readonly to: string;
}

export interface People {
  /** Returns what a text names: a number of the office, the id of a claim, or else the code of a supply. */
  named(text: string): Promise<Pick<Opened, "what" | "id">>;
  /** Returns whose data a thing is; asked again, from memory. */
  find(thing: Pick<Opened, "what" | "id">): Promise<Person>;
  /** Returns whether what was opened is a thing, or a file that was filed with it. */
  isOf(opened: Opened, thing: Pick<Opened, "what" | "id">): Promise<boolean>;
}

type Contact = Partial<Record<"email" | "telephone" | "address", string | undefined>>;

/** The first way of three to write to somebody, else their account. */
function wayTo({ email, telephone, address }: Contact, account?: string): Pick<Person, "channel" | "to"> {
  if (email) return { channel: "email", to: email };
  if (telephone) return { channel: "telephone", to: telephone };
  if (address) return { channel: "address", to: address };
  return account ? { channel: "account", to: account } : { channel: "unknown", to: "" };
}
const personOf = (number: string, of: Claimant): Person => ({ number, name: fullName(of), ...wayTo(of) });

export function openPeople(claims: Table, billing: Table, tenant: Tenant): People {
  const caseFiles = openCaseFiles(claims);
  const submissions = openSubmissions(claims);
  const problems = openProblems(claims);
  const uploads = openUploads(claims);
  const contacts = openContacts(claims);
  const profiles = openProfiles(claims);
  const receipts = openReceiptReader(billing);

  const unknown = (number: string): Person => ({ number, name: "", channel: "unknown", to: "" });
  const finders: Readonly<Record<Opened["what"], (id: string) => Promise<Person>>> = {
    claim: async (id) => {
      const file = await caseFiles.read(id);
      const claimant = file && claimantOf(file.events);
      return claimant ? personOf(file.head.code, claimant) : unknown(id);
    },
    problem: async (id) => {
      const problem = await problems.find(id);
      return problem ? personOf(problem.code, problem.applicant) : unknown(id);
    },
    submission: async (id) => {
      const submission = await submissions.find(id);
      if (!submission) return unknown(id);
      const { number, presenter: name, sub, claim } = submission;
      const own = wayTo(submission);
      if (own.channel !== "unknown") return { number, name, ...own };
      const ofClaim = claim && (await finders.claim(claim.claimId));
      if (ofClaim && ofClaim.channel !== "unknown") return { ...ofClaim, number, name };
      return { number, name, ...wayTo((sub && (await profiles.find(sub))) || {}, sub) };
    },
    attachment: async (id) => {
      const [upload] = await uploads.named([id]);
      const filed = upload && filedWith(upload);
      if (filed) return finders[filed.what](filed.id);
      return upload ? { ...unknown(id), ...wayTo({}, upload.by) } : unknown(id);
    },
    "call-back": async (id) => {
      const callBack = await contacts.find(id);
      return callBack ? { number: callBack.supplyCode ?? id, name: "", ...wayTo(callBack) } : unknown(id);
    },
    supply: async (id) => {
      const [registered, [last]] = await Promise.all([receipts.registeredOf(id), receipts.lastMonths(id, 1)]);
      const holder = registered ?? last?.receipt;
      return holder ? { number: id, name: holder.holderName, ...wayTo({ address: holder.address }) } : unknown(id);
    },
    import: async (id) => ({ number: id, name: "", channel: "everybody", to: "" }),
    register: async (id) => ({ number: id, name: "", channel: "everybody", to: "" }),
    log: async (id) => ({ number: id, name: "", channel: "nobody", to: "" }),
  };
  const known = new Map<string, Promise<Person>>();
  return {
    named: async (text) => {
      const numbered = await caseFiles.numbered(text.toUpperCase());
      if (numbered && numbered.what !== "observation") return { what: numbered.what, id: numbered.id };
      if ((await caseFiles.heads([text])).length > 0) return { what: "claim", id: text };
      return { what: "supply", id: normalizeSupplyCode(text, tenant.supplyCodeLength.value) };
    },
    find: ({ what, id }) => {
      const key = `${what} ${id}`;
      const person = known.get(key) ?? finders[what](id);
      known.set(key, person);
      return person;
    },
    isOf: async (opened, thing) => {
      if (opened.what === thing.what) return opened.id === thing.id;
      if (opened.what !== "attachment") return false;
      const [upload] = await uploads.named([opened.id]);
      const filed = upload && filedWith(upload);
      return filed?.what === thing.what && filed.id === thing.id;
    },
  };
}

/** What a file was filed with; undefined if it was not. */
function filedWith({
  claimId,
  submissionId,
  problemId,
}: {
  readonly claimId?: string | undefined;
  readonly submissionId?: string | undefined;
  readonly problemId?: string | undefined;
}): { readonly what: "claim" | "submission" | "problem"; readonly id: string } | undefined {
  if (claimId !== undefined) return { what: "claim", id: claimId };
  if (submissionId !== undefined) return { what: "submission", id: submissionId };
  return problemId === undefined ? undefined : { what: "problem", id: problemId };
}
