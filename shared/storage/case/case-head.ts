import * as z from "zod";
import type { LateRisk } from "../../domain/board/late-risk.ts";
import type { ListPlace } from "../../domain/board/office-totals.ts";
import type { ForeseenActs } from "../../domain/case/awaits-claimant.ts";
import type { ClaimEnding } from "../../domain/case/claim-ending.ts";
import type { ClaimState } from "../../domain/case/claim-states.ts";
import type { ClaimType } from "../../domain/case/claim-types.ts";
import type { Owner } from "../../domain/case/fact-details.ts";
import type { HearingAccess } from "../../domain/conciliation/hearing.ts";
import type { PendingDelivery } from "../../domain/delivery/pending-delivery.ts";
import type { Cents } from "../../domain/receipt/money.ts";
import type { CalendarDay } from "../../domain/term/calendar-day.ts";
import { listedOn } from "../../domain/term/days-owed.ts";
import type { LeftAt } from "../../domain/term/left-words.ts";
import type { OfficeChannel } from "../../domain/term/office-hours.ts";
import type { WaitingAppointments } from "../../domain/visit/appointments.ts";
import { type Forecast, isToDo, queues } from "../../domain/work/work-list.ts";
import { awaitsTexts, ownerText, receiptText, riskText, stepTexts, storedTexts } from "../counter/head-text.ts";
import { itemsOf, type Table } from "../dynamodb.ts";
import { listedAttributes, riskAttributes } from "../tables.ts";
import { headKeyOf, openKeyOf, queueKeyOf } from "./claim-keys.ts";
import { packedHead, type StoredItem, unpackedHead } from "./packed-head.ts";

/** What lists show of a claim, without its history. */
export interface CaseHead {
  readonly claimId: string;
  readonly code: string;
  readonly office: string;
  readonly supplyCode: string;
  readonly claimType: ClaimType;
  readonly channel: OfficeChannel;
  readonly filedAt: string;
  readonly filedOn: string;
  readonly claimantName: string;
  readonly owner?: Owner | undefined;
  /** How it came to its owner from somebody else, until the owner records something in it. */
  readonly handedOver?:
    | { readonly on: string; readonly from?: string | undefined; readonly reason: string }
    | undefined;
  /** Its state now, and the states it will have from later days on if nothing is recorded. */
  readonly steps: readonly Forecast[];
  /** The acts its claimant may do, from a day on; absent in heads written before this was kept. */
  readonly awaits?: readonly ForeseenActs[] | undefined;
  /** The reminders its claimant got, by `reminderKey`. */
  readonly reminded?: readonly string[] | undefined;
  /**
   * What its receipts add up to as billed, in céntimos; absent without receipts, and in heads written before this was
   * kept.
   */
  readonly amount?: Cents | undefined;
  /** The receipts it is about, with the months added since; none for a problem. */
  readonly receipts: readonly { readonly number: string; readonly period: string }[];
  /** Whether the hold on the receipts was last reported as set, and how many holds and adjustments were reported. */
  readonly hold: { readonly held: boolean; readonly version: number };
  /** Numbers of the receipts whose hold was released while others are still held. */
  readonly freed?: readonly string[] | undefined;
  /** How it ended; absent while it goes on, and in heads written before this was kept. */
  readonly ended?: ClaimEnding | undefined;
  /**
   * What it leaves its receipts at, as far as the state that it had when this was written settles them; absent without,
   * and in heads written before this was kept.
   */
  readonly left?: LeftAt | undefined;
  /** Whether its decision may be notified late. */
  readonly risk?: LateRisk | undefined;
  /** The term to send the copy of a claim by telephone, while it was not sent. */
  readonly copyRisk?: LateRisk | undefined;
  /** Its decision while it is to be handed over at an address; absent in heads written before this was kept. */
  readonly delivery?: PendingDelivery | undefined;
  /** The alerts the manager got, by `alertKey`. */
  readonly alerts?: readonly string[] | undefined;
  /** Since when a file of the case waits for its check, if one does. */
  readonly attachmentSince?: string | undefined;
  /**
   * The hearing while it is still to be held, and what the case lacks for it where the office has no room of its own.
   */
  readonly hearing?:
    | (Pick<HearingAccess, "on" | "at" | "lacks"> & {
        /** Every visit has its acta, so that the hearing is what comes next. */
        readonly isNext?: true | undefined;
        /** The claimant accepted an offer, which the hearing's acta records. */
        readonly accepted?: true | undefined;
      })
    | undefined;
  /** The last state brought by time alone that the claimant was notified of. */
  readonly lapseNotified?: ClaimState | undefined;
  /** Why it waits for its hearing and visit, while it does and they can still be given. */
  readonly appointmentsWait?: WaitingAppointments | undefined;
  /** The settlements of its receipts reported to the commercial system, by key. */
  readonly adjusted?: readonly string[] | undefined;
  /** The day of its last entry, in Lima; absent in heads written before this was kept. */
  readonly changedOn?: CalendarDay | undefined;
  /** When time alone last moved it, without an entry. */
  readonly refreshedAt?: string | undefined;
}

/** A head as stored. */
export interface StoredHead extends CaseHead {
  /** How many entries the case has. */
  readonly version: number;
  /** The hash of the last entry's envelope. */
  readonly chainHead: string;
  /** Its place on its list as it was written: a release before may have put it elsewhere. */
  readonly queueOrder?: string | undefined;
}

/** A position on a work list. */
export interface QueuePosition {
  readonly dueOn: string;
  readonly claimId: string;
}

const farAway = "9999-12-31";

const storedHead = z.object({
  claimId: z.string(),
  code: z.string(),
  office: z.string(),
  supplyKey: z.string(),
  claimType: z.string(),
  channel: z.string(),
  filedAt: z.string(),
  filedOn: z.string(),
  claimantName: z.string(),
  owner: storedTexts.owner.optional(),
  handedOver: z.object({ on: z.string(), from: z.string().optional(), reason: z.string() }).optional(),
  steps: storedTexts.steps,
  awaits: storedTexts.awaits.optional(),
  amount: z.number().optional(),
  receipts: z.array(storedTexts.receipt),
  hold: z.object({ held: z.boolean(), version: z.number() }),
  freed: z.array(z.string()).optional(),
  ended: z.string().optional(),
  left: z
    .object({
      figures: z.array(
        z.object({
          period: z.string().optional(),
          count: z.number().optional(),
          before: z.string(),
          after: z.string(),
          instalments: z.number().optional(),
        }),
      ),
      from: z.string().optional(),
    })
    .optional(),
  risk: storedTexts.risk.optional(),
  copyRisk: storedTexts.risk.optional(),
  delivery: z
    .object({
      noticeId: z.string(),
      number: z.string().optional(),
      to: z.string(),
      zone: z.string().optional(),
      telephone: z.string().optional(),
      until: z.string().optional(),
      attempts: z.number(),
      nextOn: z.string().optional(),
      inspector: z.object({ sub: z.string(), name: z.string() }).optional(),
    })
    .optional(),
  alerts: z.array(z.string()).optional(),
  reminded: z.array(z.string()).optional(),
  hearing: z
    .object({
      on: z.string(),
      at: z.string(),
      lacks: z.string().optional(),
      isNext: z.literal(true).optional(),
      accepted: z.literal(true).optional(),
    })
    .optional(),
  lapseNotified: z.string().optional(),
  attachmentSince: z.string().optional(),
  appointmentsWait: z
    .object({
      giveBy: z.string(),
      sameAs: z.object({ claimId: z.string(), code: z.string() }).optional(),
      sameDay: z.number().optional(),
      unconfirmed: z.literal(true).optional(),
      sameMail: z.literal(true).optional(),
      holdBy: z.string().optional(),
    })
    .optional(),
  adjusted: z.array(z.string()).optional(),
  changedOn: z.string().optional(),
  refreshedAt: z.string().optional(),
  version: z.number(),
  chainHead: z.string(),
  queueOrder: z.string().optional(),
});

type HeadOf<Attribute extends string> = Pick<StoredHead, ("supplyCode" | Attribute) & keyof StoredHead>;

/** What a row of a work list is made of. */
export type ListedHead = HeadOf<(typeof listedAttributes)[number] | "queueOrder">;
/** What is said of a claim whose decision may be late. */
export type RiskHead = HeadOf<(typeof riskAttributes)[number]>;

const each = <Attribute extends string>(attributes: readonly Attribute[]) =>
  Object.fromEntries(attributes.map((name) => [name, true])) as Record<Attribute, true>;
const listedHead = storedHead.pick({ ...each(listedAttributes), queueOrder: true });
const riskHead = storedHead.pick(each(riskAttributes));

/** Returns what a row shows of a head, from its copy in an index. Throws if the item is no such copy. */
export function listedHeadOf(item: StoredItem): ListedHead {
  const { supplyKey: supplyCode, ...head } = listedHead.parse(unpackedHead(item));
  return { ...head, supplyCode } as unknown as ListedHead;
}

/** Returns what is said of a risk, from its copy in the index of risks. Throws if the item is no such copy. */
export function riskHeadOf(item: StoredItem): RiskHead {
  const { supplyKey: supplyCode, ...head } = riskHead.parse(unpackedHead(item));
  return { ...head, supplyCode } as unknown as RiskHead;
}

/** Returns the head that a stored item holds. Throws if the item is no head. */
export function headOf(item: StoredItem): StoredHead {
  const { supplyKey: supplyCode, ...head } = storedHead.parse(unpackedHead(item));
  return { ...head, supplyCode } as unknown as StoredHead;
}

/**
 * Returns the heads of claims in the order of `claimIds`, read consistently. Leaves out claims that do not exist. With
 * `recent`, for half the units, what was written in the last moments may be missing.
 */
export async function headsOf(
  table: Table,
  claimIds: readonly string[],
  how?: "recent",
): Promise<readonly StoredHead[]> {
  const heads = (await itemsOf(table, claimIds.map(headKeyOf), how)).map(headOf);
  const found = new Map(heads.map((head) => [head.claimId, head]));
  return claimIds.flatMap((claimId) => found.get(claimId) ?? []);
}

/** The position that a head is written to: by what is lost or is due first (`listedOn`), a claim without a day last. */
function newPositionOf({ steps, claimId }: Pick<CaseHead, "steps" | "claimId">): QueuePosition {
  return { dueOn: listedOn(steps) ?? farAway, claimId };
}

/**
 * Returns a claim's position on its work list: its id, and as `dueOn` the day by which it is listed, as it was stored.
 * Of a head that was not stored: the day by which it would be, `9999-12-31` if it has none.
 */
export function queuePositionOf(head: Pick<StoredHead, "steps" | "claimId" | "queueOrder">): QueuePosition {
  const { queueOrder, claimId } = head;
  return queueOrder === undefined ? newPositionOf(head) : { dueOn: queueOrder.slice(0, farAway.length), claimId };
}

/** Returns whether a release before put a stored head elsewhere on its list than this one would. */
export function isMisplaced(head: StoredHead): boolean {
  return head.steps[0]?.queue !== "over" && queuePositionOf(head).dueOn !== newPositionOf(head).dueOn;
}

/** Returns the sort key of a position on a work list: `YYYY-MM-DD#claimId`. */
export const queueOrderOf = ({ dueOn, claimId }: QueuePosition): string => `${dueOn}#${claimId}`;

/** What stands in place of an owner's account id for a claim without one. */
export const noOwner = "-";

/** The position of a claim on its work list by owner: the owner's account id, or `noOwner`, then the legal day. */
const ownerOrderOf = (owner: string | undefined, position: QueuePosition): string =>
  `${owner ?? noOwner}#${queueOrderOf(position)}`;

/** Returns the partition of the index of agendas in which an office's decisions to be handed over stand. */
export const deliveriesKeyOf = (office: string): string => `${office}#deliveries`;

/**
 * Returns a claim's keys in the index of agendas, by the last day to hand its decision over; none if it waits for no
 * delivery.
 */
function placeToHandOver({ office, delivery, claimId }: CaseHead): Record<string, string> {
  if (!delivery) return {};
  const agendaOrder = queueOrderOf({ dueOn: delivery.until ?? farAway, claimId });
  return { agendaKey: deliveriesKeyOf(office), agendaOrder };
}

/**
 * Returns a claim's keys in the indexes by queue, owner, legal day and risk, from its state when it is written. A claim
 * that is over goes to `claims-over`, by the day it ended, and is in none of the others. A claim in state `not-filed`
 * goes there only after its claimant was notified of that.
 */
function placeInQueue(head: CaseHead): Record<string, string | undefined> {
  const [now] = head.steps;
  if (!now) return {};
  if (now.queue === "over" && (now.state !== "not-filed" || head.lapseNotified === now.state))
    return { queueKey: queueKeyOf(head.office, "claims-over"), queueOrder: `${now.since}#${head.claimId}` };
  const position = newPositionOf(head);
  return {
    queueKey: queueKeyOf(head.office, now.queue),
    queueOrder: queueOrderOf(position),
    ownerOrder: ownerOrderOf(head.owner?.sub, position),
    openIn: openKeyOf(head.office, isToDo(now.queue)),
    riskFrom: riskFrom(head),
  };
}

/**
 * Returns the first day of the first of a claim's risks, or the day of its hearing if that is earlier, by which
 * hearings are found; undefined if it has neither.
 */
function riskFrom({ risk, copyRisk, hearing }: CaseHead): string | undefined {
  const [first] = [risk?.from, copyRisk?.from, hearing?.on].flatMap((day) => day ?? []).toSorted();
  return first;
}

/**
 * Returns a claim's place on the work lists, read from its stored keys: the list from `queueKey`, the legal day from
 * `queueOrder`. Adds `owner`, the account id. Returns undefined if `queueKey` names no work list of claims, as for a
 * claim that is over.
 * @param keys the head's attributes `queueKey` and `queueOrder`; each may be missing
 */
export function listPlaceOf(
  keys: Readonly<Record<string, string | undefined>>,
  owner: string | undefined,
): ListPlace | undefined {
  const { queueKey = "", queueOrder = "" } = keys;
  const queue = queues.find((each) => each !== "over" && queueKey.endsWith(`#${each}`));
  return queue && { queue, dueOn: queueOrder.slice(0, farAway.length), owner };
}

/**
 * Returns a claim's place on the work lists, by the first of its head's `steps`: the list, the day as it is stored and
 * the owner's account id. Returns undefined if the claim is over or has no steps.
 */
export function listPlaceOfHead(head: StoredHead): ListPlace | undefined {
  const { queueOrder, ...keys } = placeInQueue(head);
  return listPlaceOf({ ...keys, queueOrder: head.queueOrder ?? queueOrder }, head.owner?.sub);
}

/**
 * Returns the item that stores a head, packed (`packedHead`), with its keys for the indexes (`placeInQueue` says which
 * a claim has that is over). Writes nothing.
 */
export function headItem(head: CaseHead, version: number, chainHead: string): StoredItem {
  const { supplyCode, owner, receipts, steps, awaits, risk, copyRisk, freed, adjusted, reminded, alerts, ...rest } =
    head;
  return packedHead({
    ...headKeyOf(head.claimId),
    ...rest,
    ...{ steps: stepTexts(steps), awaits: awaitsTexts(awaits), risk: riskText(risk), copyRisk: riskText(copyRisk) },
    ...{ owner: ownerText(owner), receipts: receipts.map(receiptText) },
    ...{ freed: filled(freed), adjusted: filled(adjusted), reminded: filled(reminded), alerts: filled(alerts) },
    version,
    chainHead,
    supplyKey: supplyCode,
    ...placeInQueue(head),
    ...placeToHandOver(head),
  });
}

/** A list, unless it is empty: a head that says nothing of it is read as one that has none. */
const filled = (list: readonly string[] | undefined): readonly string[] | undefined =>
  list && list.length > 0 ? list : undefined;
