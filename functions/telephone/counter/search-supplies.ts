import { awaitedIn } from "../../../shared/casework/case/awaited-facts.ts";
import { claimLaw } from "../../../shared/casework/case/claim-law.ts";
import { actView, staffRowOf } from "../../../shared/casework/claim/claim-summary.ts";
import { holderMatch } from "../../../shared/casework/counter/holder-match.ts";
import { claimWindowRules } from "../../../shared/casework/filing/claim-window-in-force.ts";
import { solutionDueAt } from "../../../shared/casework/problem/problems.ts";
import { isProof, type StatedProof, statedReceipt } from "../../../shared/casework/receipt/look-up-proof.ts";
import { withLines } from "../../../shared/casework/receipt/receipt-lines.ts";
import { receiptRules } from "../../../shared/casework/receipt/receipt-rules.ts";
import { monthsUpTo, receiptOfMonth, sheetOf, standingOf } from "../../../shared/casework/receipt/receipt-sheet.ts";
import { searchSupplies as route } from "../../../shared/contract/counter/intake-routes.ts";
import type { AnswerOf, RequestOf } from "../../../shared/contract/route.ts";
import { type RegisteredSupply, supplyToday } from "../../../shared/domain/billing/register-file.ts";
import { lastEntry } from "../../../shared/domain/case/case-events.ts";
import { isOver } from "../../../shared/domain/case/claim-states.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { claimantOf } from "../../../shared/domain/claim/claimant-contact.ts";
import { isCallBackOver, personIn, type SaidLanguage } from "../../../shared/domain/counter/contact.ts";
import type { SearchWay } from "../../../shared/domain/counter/search-terms.ts";
import { type ClaimWindowRules, lastDayToClaim } from "../../../shared/domain/filing/claim-window.ts";
import { problemStateAt } from "../../../shared/domain/problem/problem.ts";
import { formatCents } from "../../../shared/domain/receipt/money.ts";
import { type Receipt, receiptKey } from "../../../shared/domain/receipt/receipt.ts";
import { normalizeSupplyCode } from "../../../shared/domain/supply/supply-code.ts";
import { holderOf, isSameHolder } from "../../../shared/domain/supply/supply-holder.ts";
import { calendarDay, limaDay } from "../../../shared/domain/term/calendar-day.ts";
import type { PaidReceipt } from "../../../shared/storage/billing/receipt-reader.ts";
import { serve } from "../../runtime/serve.ts";
import type { TelephoneDeps } from "../telephone-deps.ts";

type View = AnswerOf<typeof route>;
type Row = View["receipts"][number];
type Asked = RequestOf<typeof route>["body"];

/** This month and the twelve before it. */
const monthsShown = 13;
const claimsShown = 50;
const problemsShown = 20;
const contactsShown = 10;
/** The last claims whose claimants are asked for their language; each is a case file to read. */
const claimsAsked = 2;

/**
 * Answers the page of a supply about which somebody calls, after logging the look. By default it is masked: it has the
 * months that can be claimed, without figures, and how many claims and requests are open. It is whole if the body has a
 * look-up credential of the holder today, or names (`claimId`) a claim of the supply. The code may lack its first
 * zeros. Refuses nothing: a supply without receipts has none, and an unknown one has no `today` either.
 */
export const searchSupplies = (deps: TelephoneDeps) =>
  serve(route, async ({ body, caller, now, requestId }) => {
    const { receiptReader, tenant } = deps;
    const supplyCode = normalizeSupplyCode(body.supplyCode, tenant.supplyCodeLength.value);
    // The month asked for is compared with the twelve before it.
    const months = body.period === undefined ? monthsShown : 2 * monthsShown;
    const [receipts, registered] = await Promise.all([
      receiptReader.lastMonths(supplyCode, months),
      receiptReader.registeredOf(supplyCode),
    ]);
    const today = supplyToday(receipts[0]?.receipt, registered);
    const how = await lookOf(deps, supplyCode, body, receipts, registered);
    await deps.searchLog.note(tenant.office.code.value, {
      ...{ at: now, requestId, by: caller.sub, how },
      shown: [`supply ${supplyCode}`],
    });
    const rules = claimWindowRules(tenant, limaDay(now), now);
    const about = {
      supplyCode,
      ...(body.documentNumber && { holder: holderMatch(receipts, body.documentNumber, registered) }),
      ...(today && { today: todayOf(today) }),
      receipts: lastOf(receipts).map((paid) => receiptRow(paid, rules)),
    };
    const matters = await mattersOf(deps, supplyCode, now);
    if (how === "masked")
      return ok({ ...about, shown: "masked", open: matters.open, claims: [], problems: [], contacts: [] });
    return ok({
      ...about,
      shown: "full",
      ...(about.today && {
        today: { ...about.today, water: registered?.waterState, sewer: registered?.sewerState },
      }),
      receipts: lastOf(receipts).map((paid) => ({ ...receiptRow(paid, rules), ...figuresOf(paid) })),
      explained: await explainedOf(deps, receipts, body.period, now),
      ...matters,
      ...(await contactsOf(
        deps,
        supplyCode,
        matters.claims.map(({ claimId }) => claimId),
        now,
      )),
    });
  });

function todayOf(today: NonNullable<ReturnType<typeof supplyToday<Receipt>>>): NonNullable<View["today"]> {
  const { category, useUnits } = today;
  return { category, useUnits, asOf: "updatedOn" in today ? today.updatedOn : today.issueDate };
}

/**
 * The last contacts of a supply, with the calls promised in them, and what they and its last claims say of the person.
 */
async function contactsOf(
  { caseFiles, contacts, staffRegister, tenant }: TelephoneDeps,
  supplyCode: string,
  claimIds: readonly string[],
  now: string,
): Promise<Pick<View, "contacts" | "preferential" | "languageChoice">> {
  const [last, staff, inClaims] = await Promise.all([
    contacts.ofSupply(supplyCode, contactsShown, now),
    staffRegister.list(tenant.office.code.value),
    Promise.all(claimIds.slice(0, claimsAsked).map((claimId) => languageIn(caseFiles, claimId))),
  ]);
  const callBacks = await contacts.found(last.flatMap(({ callBackId }) => callBackId ?? []));
  return {
    contacts: last.map(({ contactId, channel, at, by, question, answer, next, callBackId, link }) => {
      const promised = callBacks.find((one) => one.callBackId === callBackId);
      return {
        ...{ contactId, channel, at, question, answer, next },
        by: staff.find(({ sub }) => sub === by)?.name,
        ...(link && { link: { sentAt: link.sentAt, refused: link.refused } }),
        ...(promised && { callBack: { at: promised.at, over: isCallBackOver(promised) } }),
      };
    }),
    ...personIn(
      last,
      inClaims.flatMap((said) => said ?? []),
    ),
  };
}

/** The language that a claimant chose last, and when; undefined if they were not asked. */
async function languageIn(caseFiles: TelephoneDeps["caseFiles"], claimId: string): Promise<SaidLanguage | undefined> {
  const events = (await caseFiles.read(claimId, "recent"))?.events ?? [];
  const choice = claimantOf(events)?.languageChoice;
  const at = (lastEntry(events, "language-chosen") ?? events[0])?.recordedAt;
  return choice && at !== undefined ? { ...choice, at } : undefined;
}

/** The receipts of the last 13 billed months. */
function lastOf(receipts: readonly PaidReceipt[]): readonly PaidReceipt[] {
  const months = new Set(monthsUpTo(receipts, receipts[0]?.receipt.period ?? "").map(({ receipt }) => receipt.period));
  return receipts.filter(({ receipt }) => months.has(receipt.period));
}

/** How a look is logged: from a claim of the supply, with a look-up credential, or masked. */
async function lookOf(
  { caseFiles }: TelephoneDeps,
  supplyCode: string,
  { claimId, ...stated }: Asked,
  receipts: readonly PaidReceipt[],
  registered: RegisteredSupply | undefined,
): Promise<SearchWay> {
  const [head] = claimId === undefined ? [] : await caseFiles.heads([claimId]);
  if (head?.supplyCode === supplyCode) return "of-claim";
  return isProof(stated, receipts, registered) && !isOfFormerHolder(stated, receipts) ? "full" : "masked";
}

/** Whether the stated receipt names another holder than the newest one: it opens nothing of the later holder's. */
function isOfFormerHolder(stated: StatedProof, receipts: readonly PaidReceipt[]): boolean {
  const [newest] = receipts;
  const given = statedReceipt(stated, receipts);
  return (
    newest !== undefined && given !== undefined && !isSameHolder(holderOf(given.receipt), holderOf(newest.receipt))
  );
}

async function mattersOf(
  { supplyClaims, problems, tenant }: TelephoneDeps,
  supplyCode: string,
  now: string,
): Promise<Pick<View, "open" | "claims" | "problems">> {
  const [heads, requests] = await Promise.all([
    supplyClaims.heads(supplyCode, claimsShown),
    problems.ofSupply(supplyCode, problemsShown),
  ]);
  const claims = heads.map((head) => {
    const law = claimLaw(tenant, calendarDay(head.filedOn));
    return { ...staffRowOf(head, law, now), awaits: awaitedIn(head, now).map((act) => actView(act, law, now)) };
  });
  const asked = requests.map((problem) => {
    const { problemId, code, problemType, filedAt, entries } = problem;
    const until = solutionDueAt(problem, tenant);
    return { problemId, code, problemType, filedAt, state: problemStateAt(entries, until, now), until };
  });
  const open =
    claims.filter(({ state }) => !isOver(state)).length +
    asked.filter(({ state }) => state === "received" || state === "not-solved").length;
  return { open, claims, problems: asked };
}

/** The receipt of a month, or the newest, as its customer sees it; undefined if the month has none. */
async function explainedOf(
  { receiptReader, lastLoad, tenant }: TelephoneDeps,
  receipts: readonly PaidReceipt[],
  period: string | undefined,
  now: string,
): Promise<View["explained"]> {
  const asked = period === undefined ? receipts[0] : receiptOfMonth(receipts, period);
  if (!asked) return undefined;
  const [whole, loadedAt] = await Promise.all([withLines(receiptReader, asked), lastLoad.read()]);
  return sheetOf(receipts, whole, receiptRules(tenant, now), loadedAt);
}

function receiptRow({ receipt, payments }: PaidReceipt, rules: ClaimWindowRules): Row {
  const { period, dueDate } = receipt;
  const claimUntil = lastDayToClaim(receipt, payments, rules);
  return { number: receiptKey(receipt).number, period, dueDate, claimUntil };
}

/** What of a receipt is shown only to whoever gave a look-up credential. */
function figuresOf(of: PaidReceipt): Pick<Row, "m3" | "amount" | "status" | "corrected"> {
  const { billedM3: m3, monthTotal } = of.receipt;
  const { status, corrected } = standingOf(of, []);
  return {
    m3,
    amount: formatCents(monthTotal),
    status,
    ...(corrected && { corrected: formatCents(corrected.monthTotal) }),
  };
}
