import type { IncomingMessage } from "node:http";

/**
 * Reads the request to its end and returns the body, empty if there is none; undefined if it is longer than `most`
 * bytes.
 */
export async function bodyOf(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length <= most) chunks.push(chunk);
  }
  return length <= most ? Buffer.concat(chunks) : undefined;
}

/** Returns the request's body as UTF-8 text; empty if the body is longer than 1,000,000 bytes. */
export async function textOf(request: IncomingMessage): Promise<string> {
  return (await bodyOf(request, 1_000_000))?.toString("utf8") ?? "";
}
