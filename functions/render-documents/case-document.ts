import { askedAt, holdAsked } from "../../shared/casework/billing/hold-asked.ts";
import { checkCodeOf, holdStatement } from "../../shared/casework/billing/hold-statement.ts";
import { type CaseAt, caseUpTo } from "../../shared/casework/case/case-at.ts";
import { claimLaw } from "../../shared/casework/case/claim-law.ts";
import type { CaseMessage } from "../../shared/casework/case/entry-queues.ts";
import { readUpTo, record } from "../../shared/casework/case/record.ts";
import { filedConsentUndoUntil } from "../../shared/casework/notice/notice-consent.ts";
import { holdLink, openingLink } from "../../shared/casework/notice/site-links.ts";
import { issueDocument, type SealedFacts } from "../../shared/casework/seal/issue-document.ts";
import { caseSealFacts } from "../../shared/casework/seal/sealed-facts.ts";
import { letterheadOf } from "../../shared/documents/letterhead.ts";
import type { Sheet } from "../../shared/documents/sheet.ts";
import type { CaseEvent, CaseEventOf } from "../../shared/domain/case/case-events.ts";
import { lawKnowing } from "../../shared/domain/case/claim-law.ts";
import type { OfficeDocument } from "../../shared/domain/case/issued-documents.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { holdAwaited } from "../../shared/domain/filing/guest-claims.ts";
import { lawInForce } from "../../shared/tenant/tenant.ts";
import { asksForLetters, type Letter, lettersFor } from "./case-letters.ts";
import { problemFormOf } from "./problem-form.ts";
import type { RenderDeps } from "./render-deps.ts";
import { submissionConstanciaOf } from "./submission-document.ts";

const by = { kind: "system", name: "render-documents" } as const;

/**
 * Makes the documents that entry `seq` of a case asks for, and records each in the case as `document-added`, once for
 * the entry. Throws, so that the message goes back to its queue, if there is no such case or entry, or no document is
 * made of entries of its type.
 */
export async function renderCaseDocument(deps: RenderDeps, { claimId, seq }: CaseMessage): Promise<void> {
  const mark = `render-documents:${claimId}:${seq}`;
  // What an entry's documents are stands in the entries up to it.
  const known = await readUpTo(deps.caseFiles, claimId, seq);
  const recorded = await record(
    deps,
    { claimId, now: deps.now(), write: { key: mark, contentHash: mark }, slow: true, known },
    async ({ file, now }) => {
      const source = file.envelopes[seq - 1]?.contentHash ?? mark;
      const asked = {
        source,
        at: caseUpTo(file, seq, deps.tenant),
        facts: { ...caseSealFacts(file, seq), sealedAt: now },
      };
      const made = await documentsOf(deps, file.events[seq - 1], asked);
      return ok({
        entries: made.map(
          (document) => ({ type: "document-added", effectiveAt: now, by, details: { document } }) as const,
        ),
      });
    },
  );
  if (!recorded.ok) throw new Error(`no document was added to ${mark}: ${recorded.error}`);
}

/**
 * What an entry's documents are made from: the source of their codes, the case up to the entry, the facts their seals
 * state.
 */
interface Asked {
  readonly source: string;
  readonly at: CaseAt;
  readonly facts: Omit<SealedFacts, "number">;
}

async function documentsOf(
  deps: RenderDeps,
  entry: CaseEvent | undefined,
  asked: Asked,
): Promise<readonly OfficeDocument[]> {
  if (!entry) throw new Error("the case has no such entry to make documents of");
  const made = [...(await cargosOf(deps, entry, asked))];
  for (const letter of await lettersFor(deps, asked.at, entry.type, entry))
    made.push(await issued(deps, letter, asked));
  return made;
}

function issued(deps: RenderDeps, { kind, name, number, sheet }: Letter, { source, at, facts }: Asked) {
  const { code } = at.file.head;
  const made = { kind, fileName: `${name}-${number ?? code}.pdf`, source } as const;
  return issueDocument(deps, made, sheet, { ...facts, number: number ?? code });
}

/**
 * Returns the documents of an entry that are not letters: the cargo, «No cortar», the constancia of its submission, and
 * the form of its request for attention (Formato 1). Throws if the entry asks for no document at all, letters included.
 */
async function cargosOf(deps: RenderDeps, entry: CaseEvent, asked: Asked): Promise<readonly OfficeDocument[]> {
  switch (entry.type) {
    case "claim-filed": {
      const { problem } = entry.details;
      return [
        await madeCargo(deps, entry, asked),
        ...(await madeDoNotCut(deps, asked)),
        ...(problem ? [await problemFormOf(deps, problem.problemId)] : []),
      ];
    }
    case "taken-as-problem":
      return [await problemFormOf(deps, entry.details.problemId)];
    case "contact-confirmed":
    case "appointments-given":
    case "standing-proved": {
      const isFirst = holdAwaited(asked.at.file.events.slice(0, entry.seq - 1)) !== undefined;
      return isFirst ? madeDoNotCut(deps, asked) : [];
    }
    case "claim-extended":
      return entry.details.receipts ? madeDoNotCut(deps, asked) : [];
    case "reconsideration-filed":
    case "appeal-filed":
    case "queja-filed":
      return [await submissionConstanciaOf(deps, entry.details.submissionId)];
    default:
      if (!asksForLetters(entry.type)) throw new Error(`no document is made of ${entry.type}`);
      return [];
  }
}

/**
 * Makes the «No cortar» of all receipts claimed so far, with a seal printed on it besides the seal of its bytes.
 * Returns none if the claim is about no receipt, or while its hold waits until somebody knows who claims.
 */
async function madeDoNotCut(deps: RenderDeps, { source, at, facts }: Asked): Promise<readonly OfficeDocument[]> {
  const { tenant, seals, siteAddress } = deps;
  const { filing } = at;
  const { events } = at.file;
  const held = holdStatement(events);
  const last = events.at(-1);
  if (!held || !last || holdAwaited(events)) return [];
  const { signature, statement } = await seals.seal(held);
  const { claimCode: code, supplyCode, receipts } = held;
  const sheet = tenant.letters.doNotCut({
    letterhead: letterheadOf(tenant),
    code,
    supplyCode,
    receipts,
    since: filing.filedOn,
    madeAt: last.recordedAt,
    holdAddress: holdLink(siteAddress, filing.details.holdKey),
    holdAsked: holdAsked(at, tenant),
    seal: { statement, signature, checkCode: checkCodeOf(statement) },
  });
  const made = { kind: "do-not-cut", fileName: `no-cortar-${code}.pdf`, source } as const;
  return [await issueDocument(deps, made, sheet, { ...facts, number: code })];
}

function madeCargo(
  deps: RenderDeps,
  filing: CaseEventOf<"claim-filed">,
  { source, facts }: Asked,
): Promise<OfficeDocument> {
  const { code } = filing.details;
  const made = { kind: "claim-cargo", fileName: `cargo-${code}.pdf`, source } as const;
  return issueDocument(deps, made, cargoSheet(deps, filing), { ...facts, number: code });
}

/**
 * Returns the cargo of a filed claim as a sheet, by the law of its filing day. The sheet bears a link with the claim's
 * key, which opens the claim. Throws `RangeError` if the office has no law for the filing day.
 */
export function cargoSheet(
  { tenant, siteAddress }: Pick<RenderDeps, "tenant" | "siteAddress">,
  filing: CaseEventOf<"claim-filed">,
): Sheet {
  const { code, claimKey, form, guest } = filing.details;
  const isAsked = form.receipts.length > 0 && guest?.holdBy === undefined;
  const law = lawInForce(tenant, filing.filedOn);
  const counted = lawKnowing(claimLaw(tenant, filing.filedOn), filing.recordedAt);
  return tenant.letters.claimCargo({
    letterhead: letterheadOf(tenant),
    formName: law.forms.claimForm.value,
    filing,
    claimType: law.claimTypes[filing.claimType].value.name,
    accessAddress: openingLink(siteAddress, code, claimKey),
    consentUndoUntil: filedConsentUndoUntil(filing, counted),
    holdAsked: isAsked ? askedAt(filing.recordedAt, tenant) : undefined,
  });
}
