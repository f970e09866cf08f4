import { apiToday } from "../../api-clock.ts";
import type { Outcome } from "../../client.ts";
import { sitePages } from "../../paths.ts";
import type { Receipt } from "../../words/receipt.ts";
import { api, session } from "../api.ts";
import type { Warning } from "../claim/claim-step-view.ts";
import { type Answers, isOfAccount, textOf } from "../filing/answers.ts";
import { receiptStepWords } from "../filing/claim-receipt.words.ts";
import { carriedIn } from "../filing/draft.ts";
import { addressOf } from "../page.tsx";
import { receiptsOf } from "../resolution/draft-answers.ts";

/** At most this many open claims of the supply are looked at. */
const most = 5;
const orNone = <Value>(outcome: Outcome<Value>): readonly Value[] => (outcome.ok ? [outcome.value] : []);

/** Returns the account's open claims of a supply, read page by page, the last filed first, until there are `most`. */
async function openClaimsOf(supply: string, cursor?: string): Promise<readonly { readonly claimId: string }[]> {
  const [page] = orNone(await api.listClaims({ query: { cursor } }));
  const open = (page?.claims ?? []).filter(({ supplyCode, next }) => next !== "nobody" && supplyCode === supply);
  const isEnough = page?.cursor === undefined || open.length >= most;
  return isEnough ? open : [...open, ...(await openClaimsOf(supply, page.cursor))];
}

/**
 * Returns a warning about an open claim of the account on one of the chosen receipts. Empty if there is none or the API
 * does not answer.
 */
async function openClaimWarnings(answers: Answers): Promise<readonly Warning[]> {
  const chosen = receiptsOf(answers);
  const open = await openClaimsOf(textOf(answers, "supplyCode"));
  const views = await Promise.all(open.slice(0, most).map(({ claimId }) => api.showClaim({ params: { claimId } })));
  const same = views
    .flatMap(orNone)
    .find(({ receipts }) => receipts.some((receipt) => chosen.some(({ number }) => number === receipt.number)));
  if (!same) return [];
  return [
    {
      title: receiptStepWords.openTitle,
      text: receiptStepWords.openText(same.code),
      go: receiptStepWords.openGo,
      link: { href: addressOf("claim", { claimId: same.claimId }), label: receiptStepWords.openSee },
    },
  ];
}

interface Standing {
  readonly number: string;
  readonly status: Receipt["status"];
}

/**
 * Returns a warning that a claim, which may be anybody's, holds one of the receipts. Empty if none is held, or only the
 * one from whose page the draft began, which said so.
 */
function heldWarnings(answers: Answers, receipts: readonly Standing[]): readonly Warning[] {
  const isNews = receipts.some(({ number, status }) => status === "IN_CLAIM" && number !== answers["explained"]);
  if (!isNews) return [];
  return [
    {
      title: receiptStepWords.heldTitle,
      text: [receiptStepWords.heldText],
      go: receiptStepWords.openGo,
      link: { href: sitePages.claimState.path, label: sitePages.claimState.title },
    },
  ];
}

interface Claimable {
  readonly period: string;
  readonly claimUntil: string;
}

/** Returns a warning that the normal term to claim some of the receipts is over. Empty if it is over for none. */
function lateWarnings(receipts: readonly Claimable[]): readonly Warning[] {
  const late = receipts.filter(({ claimUntil }) => claimUntil < apiToday());
  if (late.length === 0) return [];
  return [
    {
      title: receiptStepWords.lateTitle,
      text: [
        ...late.map(({ period, claimUntil }) => receiptStepWords.lateText(period, claimUntil)),
        receiptStepWords.lateAnyway,
      ],
      go: receiptStepWords.lateGo,
    },
  ];
}

/**
 * Returns what to warn of before a draft goes on: a chosen receipt that has an open claim, the account's own or, if the
 * account has none, anybody's; and a chosen receipt whose normal term to claim is over. Empty if there is neither. What
 * the API does not answer gives no warning. At most five open claims of the supply are looked at.
 */
export async function receiptWarnings(draftId: string, answers: Answers): Promise<readonly Warning[]> {
  const chosen = receiptsOf(answers);
  const isChosen = (receipt: { readonly number: string }) => chosen.some(({ number }) => number === receipt.number);
  if (!isOfAccount(answers)) {
    const own = session.isOpen() ? await openClaimWarnings(answers) : [];
    const carried = carriedIn(draftId);
    if (!carried) return own;
    return [
      ...(own.length > 0 ? own : heldWarnings(answers, carried.history.filter(isChosen))),
      ...lateWarnings([carried.receipt].filter(isChosen)),
    ];
  }
  const linkId = textOf(answers, "linkId");
  const [sheets, own] = await Promise.all([
    Promise.all(chosen.map(({ period }) => api.showReceipt({ params: { linkId, period } }))),
    openClaimWarnings(answers),
  ]);
  const receipts = sheets.flatMap(orNone).map(({ receipt }) => receipt);
  return [...(own.length > 0 ? own : heldWarnings(answers, receipts)), ...lateWarnings(receipts)];
}
