import { GetCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { buildStates, type ReportBuild, type ReportFile } from "../../domain/register/report-build.ts";
import { isConditionRefused, type Table } from "../dynamodb.ts";

/** The last build of the registers of each month, made or being made. */
export interface ReportBuilds {
  find(office: string, month: string): Promise<ReportBuild | undefined>;
  /**
   * Stores a new build of a month, over the one before. Returns `false`, with nothing written, while another build is
   * being made. A build that began more than an hour before this one is taken as given up and replaced.
   */
  begin(office: string, build: ReportBuild): Promise<boolean>;
  /**
   * Records that the build's current part was read and adds `read` claims to its count. Returns `false`, with nothing
   * written, if that part was recorded before or another build began.
   */
  advance(office: string, build: ReportBuild, read: number): Promise<boolean>;
  /** Records that a build is finished, and its files. Returns `false`, with nothing written, if another build began. */
  finish(office: string, build: ReportBuild, files: readonly ReportFile[], now: string): Promise<boolean>;
}

/** Days that a build and its files are kept; made again they are the same. */
const keptDays = 90;

/**
 * Returns the instant an hour before. A build that began earlier and is not finished never will be: its last try is
 * over.
 */
const hourBefore = (instant: string): string => new Date(Date.parse(instant) - 3_600_000).toISOString();

const stored = z.object({
  month: z.string(),
  buildId: z.string(),
  asOf: z.string(),
  by: z.string(),
  state: z.enum(buildStates),
  part: z.number(),
  done: z.number(),
  of: z.number(),
  finishedAt: z.string().optional(),
  files: z.array(z.object({ fileName: z.string(), sizeBytes: z.number(), sha256: z.string(), rows: z.number() })),
});

const keyOf = (office: string, month: string) => ({ pk: `REPORT#${office}#${month}`, sk: "BUILD" });

export function openReportBuilds({ client, name }: Table): ReportBuilds {
  const attempted = async (write: Promise<unknown>): Promise<boolean> => {
    try {
      await write;
      return true;
    } catch (failure) {
      if (isConditionRefused(failure)) return false;
      throw failure;
    }
  };
  return {
    find: async (office, month) => {
      const { Item } = await client.send(
        new GetCommand({ TableName: name, Key: keyOf(office, month), ConsistentRead: true }),
      );
      return Item && stored.parse(Item);
    },
    begin: (office, build) =>
      attempted(
        client.send(
          new PutCommand({
            TableName: name,
            Item: {
              ...keyOf(office, build.month),
              ...build,
              expiresAt: Math.floor(Date.parse(build.asOf) / 1000) + keptDays * 86_400,
            },
            ConditionExpression: "attribute_not_exists(pk) OR #state = :done OR asOf < :givenUp",
            ExpressionAttributeNames: { "#state": "state" },
            ExpressionAttributeValues: { ":done": "done", ":givenUp": hourBefore(build.asOf) },
          }),
        ),
      ),
    advance: (office, { month, buildId, part }, read) =>
      attempted(
        client.send(
          new UpdateCommand({
            TableName: name,
            Key: keyOf(office, month),
            UpdateExpression: "SET #part = :next ADD #done :read",
            ConditionExpression: "buildId = :buildId AND #part = :part",
            ExpressionAttributeNames: { "#part": "part", "#done": "done" },
            ExpressionAttributeValues: { ":buildId": buildId, ":part": part, ":next": part + 1, ":read": read },
          }),
        ),
      ),
    finish: (office, { month, buildId }, files, now) =>
      attempted(
        client.send(
          new UpdateCommand({
            TableName: name,
            Key: keyOf(office, month),
            UpdateExpression: "SET #state = :done, files = :files, finishedAt = :now",
            ConditionExpression: "buildId = :buildId",
            ExpressionAttributeNames: { "#state": "state" },
            ExpressionAttributeValues: { ":buildId": buildId, ":done": "done", ":files": files, ":now": now },
          }),
        ),
      ),
  };
}
