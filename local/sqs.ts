import { type BuildAppOptions, buildApp } from "fauxqs";

type Stores = NonNullable<BuildAppOptions["stores"]>;
type Persistence = NonNullable<Stores["sqsStore"]["persistence"]>;

export interface Sqs {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/**
 * Starts the queues on a free port of this machine only, stored in `folder`. Messages that a stopped stack had taken
 * are shown again at once. The library's `startFauxqs` listens on every interface and its `buildApp` stores nothing,
 * hence the inner modules here.
 */
export async function startSqs(folder: string): Promise<Sqs> {
  const inner = (path: string) => import(new URL(path, import.meta.resolve("fauxqs")).href);
  const { SqsStore }: { SqsStore: new () => Stores["sqsStore"] } = await inner("./sqs/sqsStore.js");
  const { SnsStore }: { SnsStore: new () => Stores["snsStore"] } = await inner("./sns/snsStore.js");
  const { S3Store }: { S3Store: new () => Stores["s3Store"] } = await inner("./s3/s3Store.js");
  const { PersistenceManager }: { PersistenceManager: new (folder: string) => Persistence } =
    await inner("./persistence.js");
  const stores: Stores = { sqsStore: new SqsStore(), snsStore: new SnsStore(), s3Store: new S3Store() };
  const persistence = new PersistenceManager(folder);
  // It would fail on a column that may not be empty, and a message given back early need not be written: see below.
  persistence.updateMessageReady = () => {};
  persistence.loadSqsAndSns(stores.sqsStore, stores.snsStore);
  stores.sqsStore.persistence = persistence;
  for (const queue of stores.sqsStore.allQueues()) {
    queue.persistence = persistence;
    // The stack that took these messages has stopped, so they are shown again at once.
    for (const handle of [...queue.inflightMessages.keys()]) queue.changeVisibility(handle, 0);
  }
  const app = buildApp({ logger: false, stores });
  const endpoint = await app.listen({ host: "127.0.0.1", port: 0 });
  return {
    endpoint,
    stop: async () => {
      await app.close();
      persistence.close();
    },
  };
}
