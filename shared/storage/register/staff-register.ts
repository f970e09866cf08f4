import { PutCommand, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { type StaffRole, staffRoles } from "../../domain/work/people.ts";
import { isConditionRefused, type Table, type Write } from "../dynamodb.ts";

/** A member of staff. */
export interface StaffRecord {
  readonly sub: string;
  readonly name: string;
  readonly extension: string;
  /** The number of their document of identity, with which a signer's certificate is compared. */
  readonly document?: string | undefined;
  readonly roles: readonly StaffRole[];
  /** Whether they are given new work. */
  readonly onDuty: boolean;
  /** The last day of their absence, as it was recorded when they were taken off duty; it puts nobody on duty. */
  readonly absentUntil?: string | undefined;
  /** How many open claims they own. */
  readonly openClaims: number;
}

/** A claim, a visit or a delivery that passed from somebody who is absent to another. */
export interface HandedPiece {
  readonly kind: "claims" | "visits" | "deliveries";
  readonly claimId: string;
  /** The visit or the notice; of a claim, `-`. */
  readonly id: string;
  /** Who got it. */
  readonly to: string;
}

/**
 * The staff of an office. `list` returns them with one query, in the order of `sub`; `openClaims` is 0 for whom none
 * was counted.
 */
export interface StaffRegister {
  list(office: string): Promise<readonly StaffRecord[]>;
  /** Returns what `list` returned at most a minute before `now`, or reads it anew. */
  recent(office: string, now: string): Promise<readonly StaffRecord[]>;
  /** Adds a member of staff, or replaces what is known of them; the claims they own stay theirs. */
  save(office: string, record: Omit<StaffRecord, "openClaims">): Promise<void>;
  /**
   * Records whether a member of staff is given new work, and the last day of their absence, or that none is known;
   * false if the register does not have them.
   */
  setDuty(office: string, sub: string, onDuty: boolean, absentUntil?: string): Promise<boolean>;
  /** Returns what passed to others in somebody's absence and was not forgotten since. */
  handed(office: string, sub: string): Promise<readonly HandedPiece[]>;
  /** Returns the write that notes a piece that passes from `sub` to another. It is never refused. */
  noteHanded(office: string, sub: string, piece: HandedPiece): Write;
  /** Forgets pieces that were noted; nothing if there are none. */
  forgetHanded(office: string, sub: string, pieces: readonly HandedPiece[]): Promise<void>;
  /**
   * Takes every role from a member of staff and gives them no new work: from a minute later on they write nothing.
   * Their name stays for what they did. Returns false if the register does not have them.
   */
  leave(office: string, sub: string): Promise<boolean>;
  /**
   * Returns the write that adds one open claim to its owner (`by` 1) or takes one off (`by` -1). It is never refused.
   */
  count(office: string, sub: string, by: 1 | -1): Write;
}

const stored = z.object({
  sub: z.string(),
  name: z.string(),
  extension: z.string(),
  document: z.string().optional(),
  roles: z.array(z.enum(staffRoles)),
  onDuty: z.boolean(),
  absentUntil: z.string().optional(),
});
/** How long a member of staff that was added or taken off is not known to a running function. */
const rememberedMs = 60_000;
const load = z.object({ sk: z.string(), openClaims: z.number() });
const pkOf = (office: string) => `STAFF#${office}`;
/** What passed from one of the staff: an attribute for each piece, named by it, whose value is who got it. */
const handedKeyOf = (office: string, sub: string) => ({ pk: `HANDED#${office}#${sub}`, sk: "WORK" });
const pieceName = ({ kind, claimId, id }: HandedPiece): string => `${kind}#${claimId}#${id}`;
const pieceNamed = z.tuple([z.enum(["claims", "visits", "deliveries"]), z.string(), z.string()]);
const ownsPrefix = "OWNS#";

/**
 * Opens the register of the office's staff in a table. A person's data and their count of open claims are separate
 * items. `list` skips an item that it cannot read.
 */
export function openStaffRegister({ client, name }: Table): StaffRegister {
  const remembered = new Map<string, { readonly at: number; readonly staff: Promise<readonly StaffRecord[]> }>();
  /** Replaces parts of a member's record, or takes off those undefined; false if the register does not have them. */
  const change = async (office: string, sub: string, parts: Partial<StaffRecord>): Promise<boolean> => {
    const fields = Object.entries(parts).map(([part, value], at) => ({ part, value, at }));
    const set = fields.filter(({ value }) => value !== undefined);
    const removed = fields.filter(({ value }) => value === undefined);
    try {
      await client.send(
        new UpdateCommand({
          TableName: name,
          Key: { pk: pkOf(office), sk: `IS#${sub}` },
          UpdateExpression: [
            `SET ${set.map(({ at }) => `#p${at} = :p${at}`).join(", ")}`,
            ...(removed.length > 0 ? [`REMOVE ${removed.map(({ at }) => `#p${at}`).join(", ")}`] : []),
          ].join(" "),
          ConditionExpression: "attribute_exists(#name)",
          ExpressionAttributeNames: {
            "#name": "name",
            ...Object.fromEntries(fields.map(({ part, at }) => [`#p${at}`, part])),
          },
          ExpressionAttributeValues: Object.fromEntries(set.map(({ value, at }) => [`:p${at}`, value])),
        }),
      );
      return true;
    } catch (failure) {
      if (isConditionRefused(failure)) return false;
      throw failure;
    }
  };
  const register: StaffRegister = {
    recent: (office, now) => {
      const before = remembered.get(office);
      const at = Date.parse(now);
      if (before && at >= before.at && at - before.at < rememberedMs) return before.staff;
      const staff = register.list(office);
      remembered.set(office, { at, staff });
      // A read that failed is not kept.
      staff.catch(() => remembered.delete(office));
      return staff;
    },
    list: async (office) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: name,
          KeyConditionExpression: "pk = :pk",
          ExpressionAttributeValues: { ":pk": pkOf(office) },
          ConsistentRead: true,
        }),
      );
      const loads = new Map(
        Items.flatMap((item) => load.safeParse(item).data ?? []).map(({ sk, openClaims }) => [sk, openClaims]),
      );
      return Items.flatMap((item) => stored.safeParse(item).data ?? []).map((record) => ({
        ...record,
        openClaims: loads.get(`${ownsPrefix}${record.sub}`) ?? 0,
      }));
    },
    save: async (office, record) => {
      await client.send(
        new PutCommand({ TableName: name, Item: { pk: pkOf(office), sk: `IS#${record.sub}`, ...record } }),
      );
    },
    setDuty: (office, sub, onDuty, absentUntil) => change(office, sub, { onDuty, absentUntil }),
    handed: async (office, sub) => {
      const { pk, sk } = handedKeyOf(office, sub);
      const { Items: [item = {}] = [] } = await client.send(
        new QueryCommand({
          TableName: name,
          KeyConditionExpression: "pk = :pk AND sk = :sk",
          ExpressionAttributeValues: { ":pk": pk, ":sk": sk },
          ConsistentRead: true,
        }),
      );
      return Object.entries(item).flatMap(([named, to]) => {
        const { data } = pieceNamed.safeParse(named.split("#"));
        return data ? [{ kind: data[0], claimId: data[1], id: data[2], to: String(to) }] : [];
      });
    },
    noteHanded: (office, sub, piece) => ({
      Update: {
        TableName: name,
        Key: handedKeyOf(office, sub),
        UpdateExpression: "SET #piece = :to",
        ExpressionAttributeNames: { "#piece": pieceName(piece) },
        ExpressionAttributeValues: { ":to": piece.to },
      },
    }),
    forgetHanded: async (office, sub, pieces) => {
      if (pieces.length === 0) return;
      await client.send(
        new UpdateCommand({
          TableName: name,
          Key: handedKeyOf(office, sub),
          UpdateExpression: `REMOVE ${pieces.map((_, at) => `#p${at}`).join(", ")}`,
          ExpressionAttributeNames: Object.fromEntries(pieces.map((piece, at) => [`#p${at}`, pieceName(piece)])),
        }),
      );
    },
    leave: (office, sub) => change(office, sub, { onDuty: false, roles: [] }),
    count: (office, sub, by) => ({
      Update: {
        TableName: name,
        Key: { pk: pkOf(office), sk: `${ownsPrefix}${sub}` },
        UpdateExpression: "ADD openClaims :by",
        ExpressionAttributeValues: { ":by": by },
      },
    }),
  };
  return register;
}

/** How many open claims each of the staff owns, to be put right by a count of all claims. */
export interface OwnedClaims {
  /** Returns the counts of an office by account (`sub`). */
  all(office: string): Promise<ReadonlyMap<string, number>>;
  /** Replaces a count. Returns `false`, with nothing written, if it is not `before` any more. */
  replace(office: string, sub: string, before: number, openClaims: number): Promise<boolean>;
}

export function openOwnedClaims({ client, name }: Table): OwnedClaims {
  return {
    all: async (office) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: name,
          KeyConditionExpression: "pk = :pk AND begins_with(sk, :owns)",
          ExpressionAttributeValues: { ":pk": pkOf(office), ":owns": ownsPrefix },
          ConsistentRead: true,
        }),
      );
      const loads = Items.map((item) => load.parse(item));
      return new Map(loads.map(({ sk, openClaims }) => [sk.slice(ownsPrefix.length), openClaims]));
    },
    replace: async (office, sub, before, openClaims) => {
      try {
        await client.send(
          new UpdateCommand({
            TableName: name,
            Key: { pk: pkOf(office), sk: `${ownsPrefix}${sub}` },
            UpdateExpression: "SET openClaims = :openClaims",
            ConditionExpression: "openClaims = :before",
            ExpressionAttributeValues: { ":openClaims": openClaims, ":before": before },
          }),
        );
        return true;
      } catch (failure) {
        if (isConditionRefused(failure)) return false;
        throw failure;
      }
    },
  };
}
