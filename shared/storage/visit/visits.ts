import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { PlannedVisit } from "../../domain/visit/appointments.ts";
import { deliveriesKeyOf, headOf, type StoredHead } from "../case/case-head.ts";
import { servedKeyOf, visitKeyOf } from "../case/claim-keys.ts";
import { newItem, type Table, type Write } from "../dynamodb.ts";
import { readingOf, roundsKeyOf, type StoredReading } from "../reading/atypical-readings.ts";

/** A visit, by its id and that of its claim. */
export interface NamedVisit {
  readonly claimId: string;
  readonly inspectionId: string;
}

/** A planned visit of a claim, with its inspector once it has one. */
export interface StoredVisit extends PlannedVisit {
  readonly claimId: string;
  readonly zone: string;
  /**
   * The visit of another claim of the supply that serves this one too: that one takes the slot, and both have its
   * inspector.
   */
  readonly shares?: NamedVisit | undefined;
  readonly inspector?: { readonly sub: string; readonly name: string } | undefined;
  readonly reportedAt?: string | undefined;
}

/** A visit of another claim that a visit of this case serves too; `of` is the id of this case's visit. */
export type ServedVisit = NamedVisit & { readonly of: string };

const storedVisit = z.object({
  claimId: z.string(),
  inspectionId: z.string(),
  on: z.string(),
  from: z.string(),
  to: z.string(),
  late: z.boolean(),
  zone: z.string(),
  shares: z.object({ claimId: z.string(), inspectionId: z.string() }).optional(),
  inspector: z.object({ sub: z.string(), name: z.string() }).optional(),
  reportedAt: z.string().optional(),
});

const storedServed = z.object({ of: z.string(), claimId: z.string(), inspectionId: z.string() });

/** Returns the visit that a stored item of its case's partition holds. Throws if the item is no visit. */
export function visitOf(item: unknown): StoredVisit {
  return storedVisit.parse(item) as unknown as StoredVisit;
}

/**
 * Returns the visit of another claim that a visit of this case (`of`) serves too, from an item of this case's
 * partition. Throws if the item is of another kind.
 */
export function servedOf(item: unknown): ServedVisit {
  return storedServed.parse(item);
}

export interface Agenda {
  /**
   * Returns the visits of an inspector on a day, reported ones included, in the order of their hours; empty if there
   * are none.
   */
  of(inspector: string, day: string): Promise<readonly StoredVisit[]>;
  /**
   * Returns at most `limit` claims of an office whose decision is to be handed over at an address, the earliest last
   * day first. Reads no other claim.
   */
  toHandOver(office: string, limit: number): Promise<readonly StoredHead[]>;
  /** Returns the readings whose visit an office has on a day, made ones included, in the order of their hours. */
  readingsOn(office: string, day: string): Promise<readonly StoredReading[]>;
}

export function openAgenda({ client, name }: Table): Agenda {
  return {
    of: async (inspector, day) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: name,
          IndexName: "byAgenda",
          KeyConditionExpression: "agendaKey = :agenda",
          ExpressionAttributeValues: { ":agenda": `${inspector}#${day}` },
        }),
      );
      return Items.map(visitOf);
    },
    toHandOver: async (office, limit) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: name,
          IndexName: "byAgenda",
          KeyConditionExpression: "agendaKey = :agenda",
          ExpressionAttributeValues: { ":agenda": deliveriesKeyOf(office) },
          Limit: limit,
        }),
      );
      return Items.map(headOf);
    },
    readingsOn: async (office, day) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: name,
          IndexName: "byAgenda",
          KeyConditionExpression: "agendaKey = :agenda",
          ExpressionAttributeValues: { ":agenda": roundsKeyOf(office, day) },
        }),
      );
      return Items.map(readingOf);
    },
  };
}

/** Prepares the writes of visits: each is made with the entries of its case or not at all. */
export interface Visits {
  /**
   * Returns the writes of a new visit. If it shares the visit of another claim, one of them records that in the other
   * case. They are refused if either item exists.
   */
  plan(visit: StoredVisit): readonly Write[];
  /**
   * Returns the write that assigns a visit to an inspector. It is refused if the visit has an inspector or does not
   * exist.
   */
  assign(visit: StoredVisit, inspector: { sub: string; name: string }): Write;
  /**
   * Returns the write that gives a visit to another inspector. It is refused if the visit was reported, moved off its
   * slot, given to somebody else or deleted since it was read.
   */
  reassign(visit: StoredVisit, inspector: { sub: string; name: string }): Write;
  /**
   * Returns the write that moves a visit to another day and slot, for the same inspector; refused if it was reported,
   * moved off its day, assigned or deleted since it was read.
   */
  move(visit: StoredVisit, to: PlannedVisit): Write;
  /**
   * Returns the write that moves a visit to another day and slot and leaves it without an inspector; refused if it was
   * reported, moved off its slot or deleted since it was read.
   */
  reschedule(visit: StoredVisit, to: PlannedVisit): Write;
  /**
   * Returns the write that marks a visit as reported. It is refused if the visit was reported before or does not exist.
   */
  report(visit: StoredVisit, reportedAt: string): Write;
}

export function openVisits(table: Table): Visits {
  const { name } = table;
  return {
    plan: (visit) => {
      const { claimId, inspectionId, shares } = visit;
      const own = newItem(table, { ...visitKeyOf(claimId, inspectionId), ...visit });
      if (!shares) return [own];
      const { inspectionId: of } = shares;
      return [own, newItem(table, { ...servedKeyOf(shares.claimId, of, claimId), of, claimId, inspectionId })];
    },
    assign: (visit, inspector) => ({
      Update: {
        TableName: name,
        Key: { ...visitKeyOf(visit.claimId, visit.inspectionId) },
        UpdateExpression: "SET inspector = :inspector, agendaKey = :agenda, agendaOrder = :order",
        ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(inspector)",
        ExpressionAttributeValues: {
          ":inspector": inspector,
          ":agenda": `${inspector.sub}#${visit.on}`,
          ":order": `${visit.from}#${visit.inspectionId}`,
        },
      },
    }),
    reassign: (visit, inspector) => ({
      Update: {
        TableName: name,
        Key: { ...visitKeyOf(visit.claimId, visit.inspectionId) },
        UpdateExpression: "SET inspector = :inspector, agendaKey = :agenda, agendaOrder = :order",
        ConditionExpression: `#on = :on AND #from = :from AND attribute_not_exists(reportedAt) AND ${
          visit.inspector ? "inspector.#sub = :before" : "attribute_not_exists(inspector)"
        }`,
        ExpressionAttributeNames: { "#on": "on", "#from": "from", ...(visit.inspector && { "#sub": "sub" }) },
        ExpressionAttributeValues: {
          ":inspector": inspector,
          ":agenda": `${inspector.sub}#${visit.on}`,
          ":order": `${visit.from}#${visit.inspectionId}`,
          ":on": visit.on,
          ":from": visit.from,
          ...(visit.inspector && { ":before": visit.inspector.sub }),
        },
      },
    }),
    move: (visit, { on, from, to, late }) => ({
      Update: {
        TableName: name,
        Key: { ...visitKeyOf(visit.claimId, visit.inspectionId) },
        UpdateExpression: `SET #on = :on, #from = :from, #to = :to, late = :late${
          visit.inspector ? ", agendaKey = :agenda, agendaOrder = :order" : ""
        }`,
        ConditionExpression: `#on = :before AND attribute_not_exists(reportedAt) AND ${
          visit.inspector ? "attribute_exists" : "attribute_not_exists"
        }(inspector)`,
        ExpressionAttributeNames: { "#on": "on", "#from": "from", "#to": "to" },
        ExpressionAttributeValues: {
          ":on": on,
          ":from": from,
          ":to": to,
          ":late": late,
          ":before": visit.on,
          ...(visit.inspector && {
            ":agenda": `${visit.inspector.sub}#${on}`,
            ":order": `${from}#${visit.inspectionId}`,
          }),
        },
      },
    }),
    reschedule: (visit, { on, from, to, late }) => ({
      Update: {
        TableName: name,
        Key: { ...visitKeyOf(visit.claimId, visit.inspectionId) },
        UpdateExpression:
          "SET #on = :on, #from = :from, #to = :to, late = :late REMOVE inspector, agendaKey, agendaOrder",
        ConditionExpression: "#on = :before AND #from = :beforeFrom AND attribute_not_exists(reportedAt)",
        ExpressionAttributeNames: { "#on": "on", "#from": "from", "#to": "to" },
        ExpressionAttributeValues: {
          ":on": on,
          ":from": from,
          ":to": to,
          ":late": late,
          ":before": visit.on,
          ":beforeFrom": visit.from,
        },
      },
    }),
    report: (visit, reportedAt) => ({
      Update: {
        TableName: name,
        Key: { ...visitKeyOf(visit.claimId, visit.inspectionId) },
        UpdateExpression: "SET reportedAt = :at",
        ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(reportedAt)",
        ExpressionAttributeValues: { ":at": reportedAt },
      },
    }),
  };
}
