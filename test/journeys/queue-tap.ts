import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** Starts a proxy between the functions and the queues that keeps the messages sent. */
export async function tapQueues(endpoint: string) {
  const sent: string[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const operation = String(request.headers["x-amz-target"] ?? "");
    if (operation.includes("SendMessage")) sent.push(body);
    const headers = { "content-type": "application/x-amz-json-1.0", "x-amz-target": operation };
    const answer = await fetch(new URL(request.url ?? "/", endpoint), { method: "POST", headers, body });
    response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "" });
    response.end(await answer.text());
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    sent,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
