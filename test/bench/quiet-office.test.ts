import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { quietOffice } from "../../bench/quiet-office.ts";

const counts = ["1", "0"];
let asked = 0;
const queues = createServer({ keepAliveTimeout: 60_000 }, (_, response) => {
  asked += 1;
  const count = counts.shift() ?? "0";
  const Attributes = { ApproximateNumberOfMessages: count, ApproximateNumberOfMessagesNotVisible: "0" };
  response.writeHead(200, { "content-type": "application/x-amz-json-1.0" }).end(JSON.stringify({ Attributes }));
});
beforeAll(() => new Promise<void>((listening) => void queues.listen(0, "127.0.0.1", listening)));
afterAll(() => {
  queues.close();
  queues.closeAllConnections();
});

it("waits two seconds from the last message on, each time it is asked, and leaves no connection open", async () => {
  const { port } = queues.address() as AddressInfo;
  const quiet = quietOffice(`http://127.0.0.1:${port}`, ["http://127.0.0.1/queue"]);
  await quiet();
  expect(asked).toBe(1 + 8);
  await quiet();
  expect(asked).toBe(1 + 8 + 8);
  const connections = promisify(queues.getConnections.bind(queues));
  await expect.poll(() => connections()).toBe(0);
});
