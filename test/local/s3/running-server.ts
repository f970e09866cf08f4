import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CreateBucketCommand,
  GetObjectCommand,
  S3Client,
  type S3ClientConfig,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { vi } from "vitest";
import { type BucketNotification, type S3ServerOptions, startS3Server } from "../../../local/s3/server.ts";

export const credentials = { accessKeyId: "LOCALKEY", secretAccessKey: "local-secret" };

export interface RunningServer {
  endpoint: string;
  folder: string;
  /** What the server delivered so far. */
  delivered: BucketNotification[];
  /** As the product makes it: no path style asked for. */
  client: S3Client;
  /** As the product signs URLs: without the checksum of a body that is not there yet. */
  presigner: S3Client;
  stop(): Promise<void>;
}

/** The SDK warns of each refused stream; here they are meant to be refused. */
const silent = { trace() {}, debug() {}, info() {}, warn() {}, error() {} };

export function clientOf(endpoint: string, config: S3ClientConfig = {}): S3Client {
  return new S3Client({ endpoint, region: "us-east-1", credentials, maxAttempts: 1, logger: silent, ...config });
}

/** Starts a server in a folder of its own, with buckets of these names. */
export async function runServer(buckets: string[], options: Partial<S3ServerOptions> = {}): Promise<RunningServer> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), "caudal-s3-")));
  const delivered: BucketNotification[] = [];
  const notify = async (notification: BucketNotification) => void delivered.push(notification);
  const server = await startS3Server({ folder, ...credentials, notify, ...options });
  const { endpoint } = server;
  const client = clientOf(endpoint);
  const presigner = clientOf(endpoint, { requestChecksumCalculation: "WHEN_REQUIRED" });
  for (const Bucket of buckets) await client.send(new CreateBucketCommand({ Bucket }));
  async function stop(): Promise<void> {
    client.destroy();
    presigner.destroy();
    await server.close();
    if (options.folder === undefined) await rm(folder, { recursive: true });
  }
  return { endpoint, folder, delivered, client, presigner, stop };
}

/** Waits for what comes after the answer, with time enough for a busy machine. */
export function eventually(check: () => unknown): Promise<unknown> {
  return vi.waitFor(check, { timeout: 10_000, interval: 10 });
}

/** "200", or the status and code of a refusal: `403 AccessDenied`. */
export async function outcome(sent: Promise<unknown>): Promise<string> {
  try {
    await sent;
    return "200";
  } catch (error) {
    if (!(error instanceof S3ServiceException)) throw error;
    return `${error.$metadata.httpStatusCode} ${error.name}`;
  }
}

/** As `outcome`, of a plain HTTP answer. */
export async function answerOf(response: Response): Promise<string> {
  const [, code] = /<Code>(\w+)<\/Code>/.exec(await response.text()) ?? [];
  return code === undefined ? String(response.status) : `${response.status} ${code}`;
}

/** Adds headers to what a client sends, signed as the rest. */
export function withHeaders(client: S3Client, headers: Record<string, string>): S3Client {
  client.middlewareStack.add(
    (next) => async (args) => {
      Object.assign((args.request as { headers: object }).headers, headers);
      return next(args);
    },
    { step: "build", priority: "low" },
  );
  return client;
}

/** Changes the body on its way, after it was signed and summed. */
export function withTamperedBody(client: S3Client, body: (sent: unknown) => unknown): S3Client {
  client.middlewareStack.add(
    (next) => async (args) => {
      const request = args.request as { body: unknown };
      request.body = body(request.body);
      return next(args);
    },
    { step: "finalizeRequest", priority: "low" },
  );
  return client;
}

/** Signs any method and path, as the SDK has no command for what it does not know. */
export async function sendSigned(endpoint: string, method: string, path: string): Promise<string> {
  const bare = { requestChecksumCalculation: "WHEN_REQUIRED", responseChecksumValidation: "WHEN_REQUIRED" } as const;
  const client = clientOf(endpoint, bare);
  const [pathname = "", search = ""] = path.split("?");
  client.middlewareStack.add(
    (next) => async (args) => {
      const request = args.request as { method: string; path: string; query: Record<string, string> };
      Object.assign(request, { method, path: pathname });
      request.query = Object.fromEntries(new URLSearchParams(search));
      return next(args);
    },
    { step: "build" },
  );
  const url = await getSignedUrl(client, new GetObjectCommand({ Bucket: "b", Key: "k" }));
  client.destroy();
  return answerOf(await fetch(url, { method }));
}
