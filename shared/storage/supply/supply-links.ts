import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { GetCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { LinkHolder } from "../../domain/supply/supply-holder.ts";
import { endedUntil, type LinkEnd, type LinkProof, linkEnds, linkProofs } from "../../domain/supply/supply-link.ts";
import { limaDay } from "../../domain/term/calendar-day.ts";
import { undeliveredSince } from "../check/outbox.ts";
import { newItem, queried, type Table, transact, type Write } from "../dynamodb.ts";

export interface SupplyLink {
  readonly linkId: string;
  readonly supplyCode: string;
  readonly linkedAt: string;
  readonly proof: LinkProof;
  /** Whether its account gave a receipt's printed key; without it, a link by a receipt was made by number and total. */
  readonly knewKey?: true | undefined;
  /** The supply's holder when it was linked; absent from links that were made before this was kept. */
  readonly holder?: LinkHolder | undefined;
}

/**
 * Whether the account of a link gave what no neighbour can hit on: the holder's document, or a receipt's printed key.
 * Such an account is shown the holder's name and address; a link by a number and a total, of before there were keys,
 * shows amounts alone.
 */
export function isProved(link: SupplyLink | undefined): boolean {
  return link?.proof === "holder-document" || link?.knewKey === true;
}

/** Whether a link that exists has all that was given to link its supply again. */
function isEnough(
  had: SupplyLink,
  { proof, holder, knewKey }: Pick<SupplyLink, "proof" | "holder" | "knewKey">,
): boolean {
  if (proof === "receipt") return !knewKey || isProved(had);
  return had.proof === proof && isDeepStrictEqual(had.holder, holder);
}

/** A link as its supply has it: with the account that made it. */
export type AccountOfSupply = SupplyLink & { readonly sub: string };

/** A link that was ended, as the account that had it sees it. */
export interface EndedLink extends Omit<SupplyLink, "holder" | "knewKey"> {
  readonly endedAt: string;
  readonly because: LinkEnd;
  /** When its account was notified, or found to have no address. */
  readonly notifiedAt?: string | undefined;
}

/**
 * The supplies linked to an account, `sub`; an ended link is not among them. `find` returns undefined for no link;
 * `list` returns them in the order of their ids; `unlink` returns whether there was a link.
 */
export interface SupplyLinks {
  list(sub: string): Promise<readonly SupplyLink[]>;
  find(sub: string, linkId: string): Promise<SupplyLink | undefined>;
  /**
   * Links a supply to an account and returns the link, with the supply's holder now. A link that exists stays as it is,
   * unless `proof` is the holder's document and the link lacks that, or was made with another holder's; or unless
   * `knewKey` and the link has neither. A link that was ended is made anew.
   */
  link(
    sub: string,
    supplyCode: string,
    now: string,
    proof?: LinkProof,
    holder?: LinkHolder | undefined,
    knewKey?: true | undefined,
  ): Promise<SupplyLink>;
  unlink(sub: string, linkId: string): Promise<boolean>;
  /** Returns every account that has a supply linked, in the order of their links' ids. */
  accountsOf(supplyCode: string): Promise<readonly AccountOfSupply[]>;
  /**
   * Ends the link of an account: its account has the supply no more, and the link waits in the outbox until its account
   * is notified. Changes nothing if the account removed the link meanwhile.
   */
  end(link: AccountOfSupply, now: string, because?: LinkEnd): Promise<void>;
  /** Returns the links of an account that were ended in the last 13 months. */
  ended(sub: string): Promise<readonly EndedLink[]>;
}

/** Reads links and changes none. */
export type LinkReader = Pick<SupplyLinks, "list" | "accountsOf">;

/** What the worker that notifies of ended links does with them. */
export interface EndedLinks {
  find(sub: string, linkId: string): Promise<EndedLink | undefined>;
  /** Returns the write that notes when a link's account was notified. It is refused if the link was made anew. */
  notified(sub: string, link: EndedLink, now: string): Write;
}

const storedEnded = z.object({
  linkId: z.string(),
  supplyCode: z.string(),
  linkedAt: z.string(),
  // Links made before the proof was kept count as made by a receipt, which shows less.
  proof: z.enum(linkProofs).default("receipt"),
  endedAt: z.string(),
  // Links ended before the reason was kept were ended by somebody.
  because: z.enum(linkEnds).default("by-holder"),
  notifiedAt: z.string().optional(),
});
const storedHolder = z.object({ name: z.string(), document: z.string().optional(), asOf: z.string() });
const stored = storedEnded.omit({ endedAt: true, because: true, notifiedAt: true }).extend({
  knewKey: z.literal(true).optional(),
  holder: storedHolder.extend({ billedTo: storedHolder.optional() }).optional(),
});
const storedAccount = stored.extend({ sub: z.string() });

/** The most links of an account, which fit in one page. */
export const maxLinks = 50;

const keyOf = (sub: string, linkId: string) => ({ pk: `ACCOUNT#${sub}`, sk: `LINK#${linkId}` });
const supplyKeyOf = ({ supplyCode, linkId }: SupplyLink) => ({ pk: `SUPPLY#${supplyCode}`, sk: `LINK#${linkId}` });

type Stored = Readonly<Record<string, unknown>>;
const isEnded = (item: Stored): boolean => item["endedAt"] !== undefined;
/** Returns the link that an item stores, unless it was ended. */
const linkIn = (item: Stored | undefined): SupplyLink | undefined =>
  item && !isEnded(item) ? stored.parse(item) : undefined;

function reading(table: Table) {
  const { client, name } = table;
  return {
    one: async (sub: string, linkId: string): Promise<Stored | undefined> => {
      const { Item } = await client.send(
        new GetCommand({ TableName: name, Key: keyOf(sub, linkId), ConsistentRead: true }),
      );
      return Item;
    },
    all: (pk: string): Promise<readonly Stored[]> =>
      queried(table, {
        KeyConditionExpression: "pk = :pk AND begins_with(sk, :link)",
        ExpressionAttributeValues: { ":pk": pk, ":link": "LINK#" },
        ConsistentRead: true,
      }),
  };
}

export function openSupplyLinks(table: Table): SupplyLinks {
  const { client, name } = table;
  const { one, all } = reading(table);
  const put = (Item: Stored): Write => ({ Put: { TableName: name, Item } });
  /** Makes both writes, or none if a condition does not hold. Throws while other transactions keep the items busy. */
  const changed = async (writes: readonly Write[]): Promise<void> => {
    const outcome = await transact(client, writes);
    if (!outcome.done && outcome.refused.length === 0) throw new Error("others keep writing in this link");
  };
  const list = async (sub: string) =>
    (await all(`ACCOUNT#${sub}`)).filter((item) => !isEnded(item)).map((item) => stored.parse(item));
  return {
    list,
    find: async (sub, linkId) => linkIn(await one(sub, linkId)),
    link: async (sub, supplyCode, now, proof = "receipt", holder = undefined, knewKey = undefined) => {
      const linkId = linkIdOf(sub, supplyCode);
      for (;;) {
        const item = await one(sub, linkId);
        const had = linkIn(item);
        if (had && isEnough(had, { proof, holder, knewKey })) return had;
        const link = {
          ...{ linkId, supplyCode, linkedAt: now, ...had, proof },
          ...(holder && { holder }),
          ...(knewKey && { knewKey }),
        };
        const own = { ...keyOf(sub, linkId), ...link };
        const { done } = await transact(client, [
          item ? putInstead(table, item, own) : newItem(table, own),
          put({ ...supplyKeyOf(link), ...link, sub }),
        ]);
        if (done) return link;
      }
    },
    unlink: async (sub, linkId) => {
      const link = linkIn(await one(sub, linkId));
      if (!link) return false;
      await changed([
        { Delete: { TableName: name, Key: keyOf(sub, linkId) } },
        { Delete: { TableName: name, Key: supplyKeyOf(link) } },
      ]);
      return true;
    },
    accountsOf: async (supplyCode) => (await all(`SUPPLY#${supplyCode}`)).map((item) => storedAccount.parse(item)),
    end: async ({ sub, holder: _, knewKey: __, ...link }, now, because = "by-holder") => {
      const ended = {
        ...keyOf(sub, link.linkId),
        ...link,
        sub,
        endedAt: now,
        because,
        ...undeliveredSince(now),
        expiresAt: Math.floor(Date.parse(`${endedUntil(limaDay(now))}T00:00:00.000Z`) / 1000),
      };
      await changed([
        {
          Put: {
            TableName: name,
            Item: ended,
            ConditionExpression: "linkedAt = :linkedAt AND attribute_not_exists(endedAt)",
            ExpressionAttributeValues: { ":linkedAt": link.linkedAt },
          },
        },
        { Delete: { TableName: name, Key: supplyKeyOf(link) } },
      ]);
    },
    ended: async (sub) =>
      (await all(`ACCOUNT#${sub}`)).filter((item) => isEnded(item)).map((item) => storedEnded.parse(item)),
  };
}

/** Returns the write that stores a link in place of one that was read. It is refused if that one was replaced since. */
function putInstead({ name }: Table, { linkedAt }: Stored, Item: Stored): Write {
  const ExpressionAttributeValues = { ":linkedAt": linkedAt };
  return { Put: { TableName: name, Item, ConditionExpression: "linkedAt = :linkedAt", ExpressionAttributeValues } };
}

export function openEndedLinks(table: Table): EndedLinks {
  const { one } = reading(table);
  return {
    find: async (sub, linkId) => {
      const item = await one(sub, linkId);
      return item && isEnded(item) ? storedEnded.parse(item) : undefined;
    },
    notified: (sub, { linkId, endedAt }, now) => ({
      Update: {
        TableName: table.name,
        Key: keyOf(sub, linkId),
        UpdateExpression: "SET notifiedAt = :now",
        ConditionExpression: "endedAt = :endedAt",
        ExpressionAttributeValues: { ":now": now, ":endedAt": endedAt },
      },
    }),
  };
}

/**
 * Returns the id of a link: the same for the same account and supply; the supply's code cannot be read back from it.
 */
function linkIdOf(sub: string, supplyCode: string): string {
  return createHash("sha256").update(`${sub}\0${supplyCode}`).digest("base64url").slice(0, 22);
}
