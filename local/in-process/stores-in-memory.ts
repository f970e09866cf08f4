import { generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { SNSClient } from "@aws-sdk/client-sns";
import { SQSClient } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { type MemoryDynamoDb, memoryDynamoDb, type TableMark } from "../../test/doubles/memory-dynamodb.ts";

type Fields = Readonly<Record<string, unknown>>;

/** A change of an item of the claims table. */
export interface Change {
  readonly before: Fields | undefined;
  readonly after: Fields;
}

/** An object of a bucket, with what it was stored with. */
export interface KeptObject {
  readonly bucket: string;
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly contentType: string | undefined;
  readonly versionId: string;
}

export interface SentMessage {
  readonly to: string;
  readonly text: string;
  readonly subject?: string;
  readonly messageId: string;
}

export interface StoresInMemory {
  readonly tables: MemoryDynamoDb;
  /** Takes away and returns what changed in the claims table since the last call, in order. */
  takeChanges(): readonly Change[];
  /** Takes away and returns the messages put in queues since the last call, in order. */
  takeQueued(): readonly { readonly queue: string; readonly body: string }[];
  /** Takes away and returns the mails and texts sent since the last call, in order. */
  takeSent(): readonly SentMessage[];
  /** Every mail and text to an address or telephone, the first sent first. */
  sentTo(to: string): readonly SentMessage[];
  objects(): readonly KeptObject[];
  object(bucket: string, key: string): KeptObject | undefined;
  put(object: Omit<KeptObject, "versionId">): KeptObject;
  forget(object: KeptObject): void;
  /** Remembers all stores as they are, while nothing waits to be taken away. A mark made later ends this one. */
  mark(): StoresMark;
}

/** All stores as they were at some moment. */
export interface StoresMark extends TableMark {
  /** Every object that was put since. */
  newObjects(): readonly KeptObject[];
  /** Every mail and text since. */
  newMessages(): readonly SentMessage[];
}

const nameOfQueue = (input: Fields): string => String(input["QueueUrl"]);
const absent = () => Object.assign(new Error("The specified key does not exist."), { name: "NoSuchKey" });

/**
 * Replaces `send` of every AWS client of this process by answers from stores in memory, so that the functions' own
 * modules run here. This is not undone.
 * @param realKey leaves the key service's client as it is; by default a key for the seals is made in memory
 */
export function storesInMemory({ realKey = false }: { readonly realKey?: boolean } = {}): StoresInMemory {
  let changes: Change[] = [];
  let queued: { queue: string; body: string }[] = [];
  let sent: SentMessage[] = [];
  const mailbox = new Map<string, SentMessage[]>();
  const objects = new Map<string, KeptObject>();
  const tables = memoryDynamoDb(
    async (call) => call(),
    (table, after, before) => {
      if (table === "claims") changes.push({ before, after });
    },
  );
  const put: StoresInMemory["put"] = (object) => {
    const kept = { ...object, versionId: randomUUID() };
    objects.set(pathOf(object.bucket, object.key), kept);
    return kept;
  };
  const deliver = (to: unknown, text: unknown, subject?: unknown) => {
    const message = {
      to: String(to),
      text: String(text),
      ...(subject !== undefined && { subject: String(subject) }),
      messageId: randomUUID(),
    };
    mailbox.set(message.to, [...(mailbox.get(message.to) ?? []), message]);
    sent.push(message);
    return { MessageId: message.messageId };
  };
  const enqueue = (queue: string, body: unknown) => {
    queued.push({ queue, body: String(body) });
    return { MessageId: randomUUID() };
  };

  answerWith(DynamoDBDocumentClient, (command) => tables.client.send(command as never));
  answerWith(SQSClient, ({ input }) => {
    const entries = (input["Entries"] as readonly Fields[] | undefined) ?? [input];
    for (const { MessageBody } of entries) enqueue(nameOfQueue(input), MessageBody);
    return { MessageId: randomUUID(), Failed: [] };
  });
  answerWith(S3Client, (command) => bucketAnswer(command, objects, put));
  answerWith(SESv2Client, ({ input }) => {
    const { ToAddresses } = input["Destination"] as { ToAddresses: readonly string[] };
    const { Simple } = input["Content"] as {
      Simple: { Subject: { Data: string }; Body: { Text: { Data: string } } };
    };
    return deliver(ToAddresses[0], Simple.Body.Text.Data, Simple.Subject.Data);
  });
  answerWith(SNSClient, ({ input }) => deliver(input["PhoneNumber"], input["Message"]));
  answerWith(CognitoIdentityProviderClient, poolAnswer);
  if (!realKey) {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const KeyId = "arn:aws:kms:us-east-1:000000000000:key/seals";
    answerWith(KMSClient, ({ constructor: { name }, input }) =>
      name === "SignCommand"
        ? { KeyId, Signature: sign("sha256", input["Message"] as Uint8Array, privateKey) }
        : { KeyId, PublicKey: publicKey.export({ type: "spki", format: "der" }) },
    );
  }
  return {
    tables,
    takeChanges: () => {
      const taken = changes;
      changes = [];
      return taken;
    },
    takeQueued: () => {
      const taken = queued;
      queued = [];
      return taken;
    },
    takeSent: () => {
      const taken = sent;
      sent = [];
      return taken;
    },
    sentTo: (to) => mailbox.get(to) ?? [],
    objects: () => [...objects.values()],
    object: (bucket, key) => objects.get(pathOf(bucket, key)),
    put,
    forget: ({ bucket, key }) => void objects.delete(pathOf(bucket, key)),
    mark: () => {
      const [keptObjects, keptMail, ofTables] = [new Map(objects), new Map(mailbox), tables.mark()];
      return {
        ...ofTables,
        newObjects: () => [...objects].filter(([path, one]) => keptObjects.get(path) !== one).map(([, one]) => one),
        newMessages: () => [...mailbox].flatMap(([to, all]) => all.slice(keptMail.get(to)?.length ?? 0)),
        undo: () => {
          ofTables.undo();
          for (const [live, kept] of [
            [objects, keptObjects],
            [mailbox, keptMail],
          ] as const) {
            live.clear();
            for (const [name, value] of kept) (live as Map<string, unknown>).set(name, value);
          }
          [changes, queued, sent] = [[], [], []];
        },
      };
    },
  };
}

/** Answers a command of the pools: staff are added and put in groups, and nobody signed in whose contact is asked. */
function poolAnswer({ constructor: { name } }: Command): unknown {
  if (name === "AdminCreateUserCommand") return { User: { Attributes: [{ Name: "sub", Value: randomUUID() }] } };
  if (name !== "AdminGetUserCommand") return {};
  throw Object.assign(new Error("no such account"), { name: "UserNotFoundException" });
}

const pathOf = (bucket: unknown, key: unknown): string => `${bucket}/${key}`;

/** Answers a command of the buckets: it stores, lists or reads. */
function bucketAnswer(
  { constructor: { name }, input }: Command,
  objects: ReadonlyMap<string, KeptObject>,
  put: StoresInMemory["put"],
): unknown {
  if (name === "PutObjectCommand") return stored(input, objects, put);
  if (name === "ListObjectsV2Command") return listed(input, objects);
  const found = objects.get(pathOf(input["Bucket"], input["Key"]));
  if (!found) throw absent();
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(String(input["Range"] ?? "")) ?? [];
  const bytes = from === undefined ? found.bytes : found.bytes.subarray(Number(from), to ? Number(to) + 1 : undefined);
  return { Body: bodyOf(bytes), ContentLength: bytes.byteLength };
}

function stored(input: Fields, objects: ReadonlyMap<string, KeptObject>, put: StoresInMemory["put"]) {
  const [bucket, key] = [String(input["Bucket"]), String(input["Key"])];
  if (input["IfNoneMatch"] === "*" && objects.has(pathOf(bucket, key)))
    throw Object.assign(new Error("it exists"), { name: "PreconditionFailed" });
  const bytes = Buffer.from(input["Body"] as Uint8Array);
  const { versionId } = put({ bucket, key, bytes, contentType: input["ContentType"] as string | undefined });
  return { VersionId: versionId };
}

function listed(input: Fields, objects: ReadonlyMap<string, KeptObject>) {
  const prefix = pathOf(input["Bucket"], input["Prefix"]);
  const keys = [...objects.values()].filter((one) => pathOf(one.bucket, one.key).startsWith(prefix));
  const after = keys.filter(({ key }) => key > String(input["StartAfter"] ?? ""));
  const Contents = after.map(({ key, bytes }) => ({ Key: key, Size: bytes.byteLength }));
  return { Contents: Contents.toSorted((a, b) => (a.Key < b.Key ? -1 : 1)), IsTruncated: false };
}

export interface Command {
  readonly constructor: { readonly name: string };
  readonly input: Fields;
}

/** What a client is asked, as the SDK names it. */
type Heard = (command: Command) => void;
let [heard, answered]: readonly [Heard, Heard] = [() => {}, () => {}];

/**
 * Calls `listen` with each command that a client in memory is sent from now on, before its effect, and `after` once it
 * had its effect and before it is answered; what they throw is the client's failure. Those of an earlier call are no
 * longer called.
 */
export function hearCommands(listen: Heard, after: Heard = () => {}): void {
  [heard, answered] = [listen, after];
}

/** Has every client of a class answered by `answer`; what it throws is the client's failure. */
function answerWith(client: { readonly prototype: object }, answer: (command: Command) => unknown): void {
  Object.defineProperty(client.prototype, "send", {
    value: async (command: Command) => {
      heard(command);
      const reply = await answer(command);
      answered(command);
      return reply;
    },
  });
}

const bodyOf = (bytes: Uint8Array) => ({
  transformToByteArray: async () => Uint8Array.from(bytes),
  transformToString: async () => Buffer.from(bytes).toString(),
  async *[Symbol.asyncIterator]() {
    yield bytes;
  },
});
