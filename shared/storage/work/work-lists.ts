import * as z from "zod";
import type { Queue } from "../../domain/work/work-list.ts";
import {
  headOf,
  type ListedHead,
  listedHeadOf,
  type QueuePosition,
  queueOrderOf,
  type StoredHead,
} from "../case/case-head.ts";
import { type ListedCopies, listCopies } from "../case-copy/copy-list.ts";
import type { Table } from "../dynamodb.ts";
import { queuePage } from "../queue-page.ts";
import { listToSign, type ToSign, type ToSignPosition, type WaitingFor } from "../resolution/signature-list.ts";
import { listedAttributes } from "../tables.ts";
import { type ListedOverride, listOverrides } from "../value/override-list.ts";

/**
 * The lists of an office's work, ordered by legal day: a claim stands on them as the last write of its case left it.
 */
export interface WorkLists {
  /**
   * Returns at most `limit` claims of a list, the earliest legal day first. With `after`, only those after that
   * position.
   */
  inQueue(office: string, queue: Queue, limit: number, after?: QueuePosition): Promise<readonly StoredHead[]>;
  /** Returns the same claims with no more than a row of a list shows, in less time. */
  rowsOf(office: string, queue: Queue, limit: number, after?: QueuePosition): Promise<readonly ListedHead[]>;
  /**
   * Returns at most `limit` claims with a pending queja, by the day the first pending queja was filed. With `after`,
   * the `place` (position) of the last one seen, only those after it.
   */
  withQuejas(office: string, limit: number, after?: string): Promise<readonly { claimId: string; place: string }[]>;
  /** Returns at most `limit` claims with copies to post, the one with the oldest first. */
  withCopiesToPost(office: string, limit: number): Promise<readonly ListedCopies[]>;
  /** Returns at most `limit` claims with an override that was asked for, the oldest first, also decided ones. */
  withOverridesAsked(office: string, limit: number): Promise<readonly ListedOverride[]>;
  /**
   * Returns at most `limit` documents that wait for a signature, or for a second look at one, the oldest day first.
   * With `after`, only those after that position.
   */
  toSign(office: string, waitsFor: WaitingFor, limit: number, after?: ToSignPosition): Promise<readonly ToSign[]>;
}

const listedQueja = z.object({ claimId: z.string(), queueOrder: z.string() });

export function openWorkLists(table: Table): WorkLists {
  return {
    inQueue: async (office, queue, limit, after) => {
      const items = await queuePage(table, office, queue, limit, after && queueOrderOf(after));
      return items.map(headOf);
    },
    rowsOf: async (office, queue, limit, after) => {
      const items = await queuePage(table, office, queue, limit, after && queueOrderOf(after), [
        ...listedAttributes,
        "queueOrder",
      ]);
      return items.map(listedHeadOf);
    },
    withQuejas: async (office, limit, after) => {
      const items = await queuePage(table, office, "quejas", limit, after);
      return items.map((item) => {
        const { claimId, queueOrder: place } = listedQueja.parse(item);
        return { claimId, place };
      });
    },
    withCopiesToPost: (office, limit) => listCopies(table, office, limit),
    withOverridesAsked: (office, limit) => listOverrides(table, office, limit),
    toSign: (office, waitsFor, limit, after) => listToSign(table, office, waitsFor, limit, after),
  };
}
