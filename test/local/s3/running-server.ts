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
  /** The notifications the server has delivered so far. */
  delivered: BucketNotification[];
  /** Configured as the product's client: without forcing path style. */
  client: S3Client;
  /** Configured as the product's presigner: without the checksum of a body that does not exist yet. */
  presigner: S3Client;
  stop(): Promise<void>;
}

/** A logger that drops the SDK's warnings about refused streams, which these tests intend. */
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

/** Retries a check for up to ten seconds, for effects that follow the answer. */
export function eventually(check: () => unknown): Promise<unknown> {
  return vi.waitFor(check, { timeout: 10_000, interval: 10 });
}

/** "200", or the status and code of a refusal, as `403 AccessDenied`. */
export async function outcome(sent: Promise<unknown>): Promise<string> {
  try {
    await sent;
    return "200";
  } catch (error) {
    if (!(error instanceof S3ServiceException)) throw error;
    return `${error.$metadata.httpStatusCode} ${error.name}`;
  }
}

/** Like `outcome`, for a plain HTTP answer. */
export async function answerOf(response: Response): Promise<string> {
  const [, code] = /<Code>(\w+)<\/Code>/.exec(await response.text()) ?? [];
  return code === undefined ? String(response.status) : `${response.status} ${code}`;
}

/** Makes a client add headers to each request before it is signed. */
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

/** Makes a client change each body after it was signed and its checksum computed. */
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

/** Sends a signed request with any method and path, also such as no SDK command sends; returns its outcome. */
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
