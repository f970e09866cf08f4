import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from "@aws-sdk/client-s3";
import * as z from "zod";
import type { Seal } from "../../domain/case/issued-documents.ts";
import { addDays, type CalendarDay, calendarDay } from "../../domain/term/calendar-day.ts";
import { canonicalJson } from "../canonical-json.ts";
import { openPresigned } from "../resolution/presigned.ts";
import type { Bucket } from "../s3.ts";
import type { DayChain } from "./day-digests.ts";

/** A digest as it is stored and handed out. */
export interface DigestFile {
  readonly seal: Seal;
  readonly claims: readonly DayChain[];
}

export interface KeptDigest {
  readonly day: CalendarDay;
  /** The statement that was sealed. */
  readonly statement: string;
}

/** The digests of days, in a bucket of their own: each is written once and never replaced. */
export interface DigestFiles {
  /**
   * Returns the digest of the latest day stored; `undefined` if there is none. It looks among the last 400 days before
   * `today` first, and among all days only if those have none.
   */
  last(today: CalendarDay): Promise<KeptDigest | undefined>;
  /** Stores a day's digest unless there is one already; returns the one that is stored. */
  keep(day: CalendarDay, file: DigestFile): Promise<KeptDigest>;
}

export interface DigestReader {
  /** Whether the digest of a day lists a claim; `undefined` if that day has no digest. */
  names(day: CalendarDay, claimCode: string): Promise<boolean | undefined>;
}

const folder = "days/";
const keyOf = (day: string): string => `${folder}${day}.json`;
const kept = z.object({ seal: z.object({ statement: z.string() }) });
const named = z.object({ claims: z.array(z.object({ claimCode: z.string() })) });
const isThere = z.object({ name: z.literal("PreconditionFailed") });
/** One page of a listing holds the names of so many days; only after a longer pause all names are read. */
const usualDays = 400;

export function openDigestReader({ name }: Pick<Bucket, "name">): DigestReader {
  return {
    names: async (day, claimCode) => {
      const digest = await openPresigned(name, keyOf(day));
      if (!digest) return undefined;
      const { claims } = named.parse(await digest.json());
      return claims.some((claim) => claim.claimCode === claimCode);
    },
  };
}

export function openDigestFiles({ client, name }: Bucket): DigestFiles {
  const read = async (day: CalendarDay): Promise<KeptDigest> => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: name, Key: keyOf(day) }));
    return { day, statement: kept.parse(JSON.parse((await Body?.transformToString()) ?? "")).seal.statement };
  };
  const lastDayAfter = async (start: string): Promise<CalendarDay | undefined> => {
    let last: string | undefined;
    let from: string | undefined;
    do {
      const { Contents = [], NextContinuationToken } = await client.send(
        new ListObjectsV2Command({ Bucket: name, Prefix: folder, StartAfter: start, ContinuationToken: from }),
      );
      last = Contents.at(-1)?.Key ?? last;
      from = NextContinuationToken;
    } while (from !== undefined);
    return last === undefined ? undefined : calendarDay(last.slice(folder.length, -".json".length));
  };
  return {
    last: async (today) => {
      const day = (await lastDayAfter(keyOf(addDays(today, -usualDays)))) ?? (await lastDayAfter(folder));
      return day && read(day);
    },
    keep: async (day, file) => {
      try {
        await client.send(
          new PutObjectCommand({
            Bucket: name,
            Key: keyOf(day),
            Body: canonicalJson(file),
            ContentType: "application/json",
            // The bucket takes no other write.
            IfNoneMatch: "*",
            ChecksumAlgorithm: "SHA256",
          }),
        );
        return { day, statement: file.seal.statement };
      } catch (failure) {
        if (isThere.safeParse(failure).success) return read(day);
        throw failure;
      }
    },
  };
}
