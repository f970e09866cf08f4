import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { open } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { corsHeaders, preflightHeaders } from "./cors.ts";
import { startDelivery } from "./delivery.ts";
import type { BucketNotification } from "./entries.ts";
import { openObjectStore } from "./object-store.ts";
import type { Reply } from "./operation.ts";
import { postObject } from "./post-object.ts";
import { isRefusal, statusOf } from "./refusals.ts";
import { parseRequest, type S3Request } from "./request.ts";
import { verifySignature } from "./request-signature.ts";
import { findOperation } from "./routes.ts";
import { element, renderXml } from "./xml.ts";

export type { BucketNotification } from "./entries.ts";

export interface S3ServerOptions {
  /** The folder of all the data; created if absent. One server per folder at a time. */
  folder: string;
  /** @default a free port, as with 0 */
  port?: number;
  accessKeyId: string;
  secretAccessKey: string;
  /** @default `us-east-1` */
  region?: string;
  now?: () => Date;
  /**
   * What `now` would be without the clock's last move: a request sent before the move is signed by that time. @default
   * `now`
   */
  unmoved?: () => Date;
  /** Called at least once for each notification due; if it rejects it is called again, also after a restart. */
  notify?: (notification: BucketNotification) => Promise<void>;
}

export interface S3Server {
  /** `http://127.0.0.1:PORT`: an IP address, so that the AWS SDK uses path style by itself. */
  endpoint: string;
  /** Returns once every request under way is answered. */
  close(): Promise<void>;
}

/**
 * Starts a server of S3's API on 127.0.0.1 over the folder's data, and gives `notify` the notifications that an earlier
 * server left undelivered. The server answers 501 to an operation that it lacks, and 500 to a failure of its own.
 * @throws if the folder's journal is damaged, or if the port is taken
 */
export async function startS3Server(options: S3ServerOptions): Promise<S3Server> {
  const { region = "us-east-1", now = () => new Date(), unmoved = now, notify = async () => {} } = options;
  const signer = { accessKeyId: options.accessKeyId, secretAccessKey: options.secretAccessKey, region };
  const store = await openObjectStore(options.folder);
  const delivery = startDelivery(store, notify);
  delivery.wake();

  async function answer(request: S3Request): Promise<Reply> {
    const call = { store, request, region, now: now() };
    const contentType = request.headers.get("content-type") ?? "";
    if (request.method === "POST" && request.key === "" && contentType.startsWith("multipart/form-data")) {
      return postObject(call, signer);
    }
    verifySignature(request, signer, call.now, unmoved());
    return findOperation(request)(call);
  }

  async function handle(incoming: IncomingMessage): Promise<Reply & { stream?: Readable | undefined }> {
    // A reader that stops early must not destroy the socket: the refusal is still to be sent over it.
    const body = incoming.iterator({ destroyOnReturn: false });
    let cors: Record<string, string> = {};
    try {
      const request = parseRequest(incoming, body);
      const bucket = store.state.buckets.get(request.bucket);
      if (request.method === "OPTIONS") return { status: 200, headers: preflightHeaders(bucket, request.headers) };
      cors = corsHeaders(bucket, request.headers, request.method);
      const reply = await answer(request);
      return { ...reply, headers: { ...reply.headers, ...cors }, stream: await openStream(reply, request.method) };
    } catch (error) {
      const { code, message, headers } = isRefusal(error) ? error : internalError(error, incoming);
      const listed = element("Error", element("Code", code), element("Message", message));
      return { status: statusOf(code), headers: { ...headers, ...cors }, body: listed };
    } finally {
      // The rest of a refused body must be read before the connection can be used again.
      await body.return?.();
      incoming.resume();
      delivery.wake();
    }
  }

  async function reply(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, headers, body, stream } = await handle(incoming);
    response.setHeader("x-amz-request-id", randomUUID());
    // The AWS SDK signs by the clock of the last answer, so it follows when this clock is moved.
    response.setHeader("date", now().toUTCString());
    if (typeof body === "object") response.setHeader("content-type", "application/xml");
    for (const [name, value] of Object.entries(headers ?? {})) {
      if (value !== undefined) response.setHeader(name, value);
    }
    response.writeHead(status);
    // Node itself sends no body in answer to HEAD, nor with 204 and 304.
    if (!stream) response.end(typeof body === "object" ? renderXml(body) : body);
    // If the client goes away, nobody is left to answer.
    else await pipeline(stream, response).catch(() => response.destroy());
  }

  const server = createServer((incoming, response) => {
    reply(incoming, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });
  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;

  async function close(): Promise<void> {
    server.close();
    await once(server, "close");
    await delivery.stop();
    await store.close();
  }

  return { endpoint: `http://127.0.0.1:${port}`, close };
}

function internalError(error: unknown, incoming: IncomingMessage) {
  // A client that goes away while it sends is no error of this server.
  if (!incoming.errored) console.error(error);
  return { code: "InternalError", message: "We encountered an internal error.", headers: {} } as const;
}

/**
 * Opens a stored body before the status is sent. Once open, it can be read even if its version is removed meanwhile.
 */
async function openStream({ file }: Reply, method: string): Promise<Readable | undefined> {
  if (!file || file.end < file.start || method === "HEAD") return undefined;
  const handle = await open(file.path);
  return handle.createReadStream({ start: file.start, end: file.end });
}
