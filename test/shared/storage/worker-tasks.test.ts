import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { buildApp } from "fauxqs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { credentials, region } from "../../../local/cloud.ts";
import { openSqs } from "../../../shared/storage/sqs.ts";
import { openWorkerQueue, type WorkerTask } from "../../../shared/storage/worker-tasks.ts";

const app = buildApp({ logger: false });
beforeAll(async () => {
  Object.assign(process.env, {
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_ENDPOINT_URL_SQS: await app.listen({ host: "127.0.0.1", port: 0 }),
  });
});
afterAll(() => app.close());

describe("the work of a case", () => {
  it.each<[string, WorkerTask]>([
    ["notices", { claimId: "c1", seq: 7 }],
    ["documents", { submissionId: "f1" }],
  ])("stands in its queue %s by ids only", async (QueueName, task) => {
    const sqs = new SQSClient({ useQueueUrlAsEndpoint: false });
    const { QueueUrl = "" } = await sqs.send(new CreateQueueCommand({ QueueName }));
    await openWorkerQueue({ client: openSqs(), name: QueueUrl }).send(task);
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
    expect(Messages.map(({ Body = "" }) => JSON.parse(Body))).toEqual([task]);
    sqs.destroy();
  });

  it("that cannot be queued is a failure", async () => {
    const lost = `${process.env["AWS_ENDPOINT_URL_SQS"]}/000000000000/nothing`;
    await expect(openWorkerQueue({ client: openSqs(), name: lost }).send({ claimId: "c1", seq: 1 })).rejects.toThrow();
  });
});
