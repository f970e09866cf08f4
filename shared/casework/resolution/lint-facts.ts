import { type CaseEvent, entriesOf, lastEntry } from "../../domain/case/case-events.ts";
import type { MeterTestResult } from "../../domain/case/claim-events.ts";
import type { Offer } from "../../domain/case/note-details.ts";
import type { DisputedReceipt, Request } from "../../domain/filing/claim-form.ts";
import { claimedReceipts } from "../../domain/receipt/claimed-receipts.ts";
import { addCents, type Cents, subtractCents } from "../../domain/receipt/money.ts";
import { receiptKey } from "../../domain/receipt/receipt.ts";
import type { Citable, Matter } from "../../domain/resolution/resolution-answers.ts";
import { figuresIn, figuresOf, type KnownFigures } from "../../domain/resolution/written-figures.ts";
import type { PaidReceipt } from "../../storage/billing/receipt-reader.ts";
import type { ResolutionDraft } from "../../storage/resolution/resolution-drafts.ts";
import type { Tenant } from "../../tenant/tenant.ts";
import type { CaseAt } from "../case/case-at.ts";
import { isPartOfFile } from "../case-copy/case-pieces.ts";
import { offersOf } from "../conciliation/offers.ts";
import { monthTotalAt } from "../conciliation/price-offer.ts";
import type { ConsumptionRuling } from "../receipt/consumption-months.ts";
import type { EvidenceView } from "./evidence-checklist.ts";
import { isReconsideration, remediesOf } from "./remedies.ts";
import { type BroughtProof, broughtProofs, citablesOf, mattersOf } from "./resolution-matters.ts";

/** An offer that nobody accepted. */
interface OpenOffer {
  /** What cites the offer and its answers: `entry:7`. */
  readonly cites: readonly string[];
  /** The figures of the offer and its counter-offers: `volume:12` in m³, `amount:5890` in céntimos. */
  readonly figures: readonly string[];
}

/** All that a draft is compared with. */
export interface LintFacts {
  /** What the resolution must answer. */
  readonly matters: readonly Matter[];
  /** What the resolution may cite. */
  readonly citables: readonly Citable[];
  /** What the claimant brought in this instance: the draft must weigh each. */
  readonly proofs: readonly BroughtProof[];
  /** The figures that the draft's texts may state. */
  readonly known: KnownFigures;
  /** The days of the file's acts and of the controls before billing: a visit's day is one of them, and no receipt's. */
  readonly visitDays: ReadonlySet<string>;
  /** Every text of the file, to look codes up in. */
  readonly texts: string;
  /** The words of those texts and of the utility's own names, as `wordsOf` writes them, to look names up in. */
  readonly words: ReadonlySet<string>;
  readonly openOffers: readonly OpenOffer[];
  /** Whether something was proposed and nothing agreed: then no proposal may be cited. */
  readonly isOnlyProposed: boolean;
  /** The m³ that were agreed for a receipt, by its number. */
  readonly agreed: ReadonlyMap<string, number>;
  /** The receipts that the claim is about. */
  readonly months: readonly DisputedReceipt[];
  /** By receipt, the m³ that give all that was asked; a receipt whose volume was not asked for has none. */
  readonly asked: ReadonlyMap<string, AskedVolume>;
  readonly request: Request;
  /** The last result of a meter test that was reported, and what cites it. */
  readonly meterTest?: { readonly result: MeterTestResult; readonly cite: string } | undefined;
  /** Whether the draft decides a reconsideration. */
  readonly isReconsideration: boolean;
  /** The working days to file any recourse that the law leaves. */
  readonly recourseDays: ReadonlySet<number>;
}

/**
 * The m³ at which a month has all that was asked: surely at `least` or below, surely not above `most`. Between the two
 * it is for the officer to say.
 */
export interface AskedVolume {
  readonly least: number;
  readonly most: number;
}

export interface LintContext {
  readonly tenant: Tenant;
  readonly receipts: readonly PaidReceipt[];
  readonly consumption: readonly ConsumptionRuling[];
  readonly evidence: readonly EvidenceView[];
}

/** Returns what a draft of this case's resolution is compared with, at the instant of `at`. Reads nothing. */
export function lintFacts(at: CaseAt, draft: ResolutionDraft, context: LintContext): LintFacts {
  const { events } = at.file;
  const { tenant, receipts, consumption, evidence } = context;
  const offers = offersOf(at);
  const open = new Set(offers.flatMap(({ offerId, accepted }) => (accepted ? [] : [offerId])));
  const held = lastEntry(events, "conciliation-held");
  const isAgreed =
    offers.some(({ accepted }) => accepted) || held?.agreement === "partial" || held?.agreement === "total";
  const read = events.filter((event) => isRead(event, events, open)).map(withoutProposals);
  const months = claimedReceipts(events);
  const reported = lastEntry(events, "meter-test-reported");
  const sources = [read, receipts, consumption, evidence, at.now];
  const { name, legalName, office } = tenant;
  const own = [name, legalName, office.city, office.areas, office.resolutionSigner].map(({ value }) => value);
  const articles = office.citedArticles.value.map((article) => `artículo ${article}`);
  const { request } = at.filing.details.form;
  return {
    matters: mattersOf(at, draft.outcome),
    citables: citablesOf(at, evidence),
    proofs: broughtProofs(at),
    known: figuresOf([...sources, correctedAmounts(months, draft, context), articles]),
    visitDays: figuresOf([read, consumption.map(({ control, repair }) => [control, repair]), at.now]).date,
    texts: [JSON.stringify(sources), ...receipts.map(({ receipt }) => receiptKey(receipt).number)].join(" "),
    words: new Set(wordsOf(JSON.stringify([sources, own]))),
    openOffers: openOffersOf(events, open),
    isOnlyProposed: !isAgreed && (open.size > 0 || hasProposal(held)),
    agreed: new Map(offers.flatMap(({ receiptNumber, m3, accepted }) => (accepted ? [[receiptNumber, m3]] : []))),
    months,
    asked: isReconsideration(at) ? new Map() : askedOf(request, consumption),
    request,
    meterTest: reported && { result: reported.result, cite: `entry:${reported.seq}` },
    isReconsideration: isReconsideration(at),
    recourseDays: new Set(remediesOf(at, tenant).map(({ days }) => days)),
  };
}

/** Returns the words of a text, in small letters without accents, each as often as it stands there. */
export function wordsOf(text: string): readonly string[] {
  const plain = text.toLowerCase().normalize("NFD").replaceAll(/\p{M}/gu, "");
  return plain.match(/\p{L}+/gu) ?? [];
}

/**
 * What the request comes to in m³, where less than was billed: for normal use, what the rules give the month and its
 * historical average, or the assignment without one; for a reading, the difference once corrected. Nothing is known of
 * a month without such a figure.
 */
function askedOf(request: Request, consumption: readonly ConsumptionRuling[]): ReadonlyMap<string, AskedVolume> {
  const asked = consumption.flatMap(({ receiptNumber, billedM3, measuredM3, average, assignment, outcome }) => {
    const normal = [outcome.m3, average.m3 ?? assignment?.m3];
    const figures = request === "bill-normal-use" ? normal : request === "correct-reading" ? [measuredM3] : [];
    const less = figures.filter((m3) => m3 !== undefined).filter((m3) => m3 < billedM3);
    if (less.length === 0) return [];
    return [[receiptNumber, { least: Math.min(...less), most: Math.max(...less) }] as const];
  });
  return new Map(asked);
}

/**
 * Whether a resolution may take figures from an entry: it is part of the file, or the text of a resolution that was
 * signed, and no offer that nobody accepted. An override names what is wrong, and proves none of it.
 */
function isRead(event: CaseEvent, events: readonly CaseEvent[], open: ReadonlySet<string>): boolean {
  if (event.type === "resolution-issued")
    return entriesOf(events, "resolution-signed").some(({ details }) => details.number === event.number);
  if (event.type === "offer-made" || event.type === "offer-answered") return !open.has(event.details.offerId);
  return event.type !== "checklist-overridden" && isPartOfFile(event);
}

/** A hearing without what was proposed in it; any other entry as it is. */
function withoutProposals(event: CaseEvent): unknown {
  if (event.type !== "conciliation-held") return event;
  const { companyProposal: _, claimantProposal: __, disagreed: ___, ...details } = event.details;
  return { ...event, details };
}

function hasProposal(held: ReturnType<typeof lastEntry<"conciliation-held">>): boolean {
  return held !== undefined && (held.details.companyProposal !== "" || held.details.claimantProposal !== "");
}

/** The figures of an offer, or of what a claimant proposes instead. */
function figuresOfProposal({
  m3,
  after,
  instalments = [],
}: Pick<Offer, "m3" | "after" | "instalments">): readonly string[] {
  return [`volume:${m3}`, ...[after, ...instalments].map((amount) => `amount:${amount}`)];
}

function openOffersOf(events: readonly CaseEvent[], open: ReadonlySet<string>): readonly OpenOffer[] {
  return entriesOf(events, "offer-made").flatMap(({ seq, details }) => {
    if (!open.has(details.offerId)) return [];
    const answers = entriesOf(events, "offer-answered").filter((one) => one.details.offerId === details.offerId);
    const counters = answers.flatMap((answer) => answer.details.counter ?? []);
    const texts = [details.terms, ...counters.map(({ says }) => says)];
    const stated = texts.flatMap(figuresIn).map(({ kind, value }) => `${kind}:${value}`);
    return [
      {
        cites: [seq, ...answers.map((answer) => answer.seq)].map((one) => `entry:${one}`),
        figures: [...[details, ...counters].flatMap(figuresOfProposal), ...stated],
      },
    ];
  });
}

/**
 * What the draft's own volumes cost, with what each month and all of them go down by, and the sums of what was billed:
 * the amounts that a text of it may state without an entry.
 */
function correctedAmounts(
  months: readonly DisputedReceipt[],
  { months: drafted }: ResolutionDraft,
  { tenant, receipts }: LintContext,
): readonly unknown[] {
  const lists = tenant.billing.tariffLists.value;
  const corrected = drafted.flatMap(({ receiptNumber, correctedM3: m3 }) => {
    const amount = m3 === undefined ? undefined : monthTotalAt(receipts, receiptNumber, m3, lists);
    const billed = receipts.find(({ receipt }) => receiptKey(receipt).number === receiptNumber)?.receipt;
    if (m3 === undefined || amount === undefined || billed === undefined) return [];
    return [{ m3, amount, less: subtractCents(billed.monthTotal, amount), lessM3: billed.billedM3 - m3 }];
  });
  const total = (amounts: readonly Cents[]) => addCents(...amounts);
  return [
    corrected,
    {
      billed: total(months.map(({ amount }) => amount)),
      billedM3: months.reduce((sum, { m3 }) => sum + m3, 0),
      left: total(corrected.map(({ amount }) => amount)),
      less: total(corrected.map(({ less }) => less)),
      lessM3: corrected.reduce((sum, { lessM3 }) => sum + lessM3, 0),
    },
  ];
}
