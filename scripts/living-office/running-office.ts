import { isDeepStrictEqual } from "node:util";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient, ScanCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { credentials, region } from "../../local/cloud.ts";
import type { KeptObject, StoresInMemory } from "../../local/in-process/stores-in-memory.ts";

type Item = Readonly<Record<string, unknown>>;

/** The items of both tables of a running office at one time. */
export interface ReadOffice {
  readonly tables: ReadonlyMap<"claims" | "billing", readonly Item[]>;
  /** Whether anybody has claimed anything. */
  readonly hasClaims: boolean;
}

export interface RunningOffice {
  read(): Promise<ReadOffice>;
  /**
   * Writes how an office that was read has changed: its new files first, then its new and changed items, a claim at
   * once.
   * @throws if somebody wrote meanwhile an item that changed; no item is written then
   */
  write(before: ReadOffice, after: StoresInMemory): Promise<void>;
}

const tableNames = ["claims", "billing"] as const;
/** The quarantine is not among them: what came of it is evidence, and it is emptied after days. */
const bucketNames = ["evidence", "exports", "digests", "imports"] as const;
const filesAtOnce = 8;
/** The most writes of a transaction. */
const atOnce = 100;
const keyOf = ({ pk, sk }: Item): string => `${pk} ${sk}`;

/**
 * Opens the tables and buckets of a running local stack. Call it before this process replaces the AWS clients by stores
 * in memory: the clients opened here still reach the real stores.
 * @param environment the variables with the stack's endpoints, `AWS_ENDPOINT_URL_DYNAMODB` and `AWS_ENDPOINT_URL_S3`
 * @param resources the names of the tables and buckets, by `table-claims`, `bucket-evidence` and the like
 */
export function openRunningOffice(
  environment: Readonly<Record<string, string>>,
  resources: Readonly<Record<string, string>>,
): RunningOffice {
  // Given, not read from this process's variables: those will name the stores in memory when a client first looks.
  const endpoint = (service: string) => ({
    endpoint: environment[`AWS_ENDPOINT_URL_${service}`] ?? "",
    region,
    credentials,
  });
  const tables = unpatched(
    DynamoDBDocumentClient.from(new DynamoDBClient(endpoint("DYNAMODB")), {
      marshallOptions: { removeUndefinedValues: true },
    }),
  );
  const buckets = unpatched(
    new S3Client({ ...endpoint("S3"), forcePathStyle: true, requestChecksumCalculation: "WHEN_REQUIRED" }),
  );
  const scan = async (table: (typeof tableNames)[number]): Promise<readonly Item[]> => {
    const items: Item[] = [];
    let from: Record<string, unknown> | undefined;
    do {
      const page = await tables.send(
        new ScanCommand({ TableName: resources[`table-${table}`], ...(from && { ExclusiveStartKey: from }) }),
      );
      items.push(...(page.Items ?? []));
      from = page.LastEvaluatedKey;
    } while (from);
    return items;
  };
  const read = async (): Promise<ReadOffice> => {
    const read = new Map<(typeof tableNames)[number], readonly Item[]>();
    for (const table of tableNames) read.set(table, await scan(table));
    return { tables: read, hasClaims: (read.get("claims") ?? []).some(({ pk }) => String(pk).startsWith("CLAIM#")) };
  };
  const writeTable = async (table: (typeof tableNames)[number], changed: readonly Item[]): Promise<void> => {
    const TableName = resources[`table-${table}`];
    const byPartition = [...Map.groupBy(changed, ({ pk }) => String(pk)).values()];
    for (const items of byPartition)
      for (let from = 0; from < items.length; from += atOnce)
        await tables.send(
          new TransactWriteCommand({
            TransactItems: items.slice(from, from + atOnce).map((one) => ({ Put: { TableName, Item: one } })),
          }),
        );
  };
  const writeFiles = async (objects: readonly KeptObject[]): Promise<void> => {
    const left = [...objects];
    const write = async (): Promise<void> => {
      for (let one = left.pop(); one; one = left.pop())
        await buckets.send(
          new PutObjectCommand({
            Bucket: resources[`bucket-${one.bucket}`],
            Key: one.key,
            Body: one.bytes,
            ...(one.contentType !== undefined && { ContentType: one.contentType }),
            ChecksumAlgorithm: "SHA256",
          }),
        );
    };
    await Promise.all(Array.from({ length: filesAtOnce }, write));
  };
  return {
    read,
    write: async (before, after) => {
      await writeFiles(after.objects().filter(({ bucket }) => bucketNames.some((name) => name === bucket)));
      const now = await read();
      const changes = tableNames.map((table) => {
        const known = new Map((before.tables.get(table) ?? []).map((one) => [keyOf(one), one]));
        const found = new Map((now.tables.get(table) ?? []).map((one) => [keyOf(one), one]));
        const changed = after.tables.all(table).filter((one) => !isDeepStrictEqual(one, known.get(keyOf(one))));
        const taken = changed.find((one) => !isDeepStrictEqual(found.get(keyOf(one)), known.get(keyOf(one))));
        if (taken) throw new Error(`alguien presentó o cambió algo mientras se hacía (${keyOf(taken)})`);
        return [table, changed] as const;
      });
      for (const [table, changed] of changes) await writeTable(table, changed);
    },
  };
}

/** A client that keeps its own `send` when its class is answered in memory. */
function unpatched<Client extends { send: unknown }>(client: Client): Client {
  const { send } = client;
  Object.defineProperty(client, "send", { value: (send as (...given: unknown[]) => unknown).bind(client) });
  return client;
}
