import { ListObjectsV2Command } from "@aws-sdk/client-s3";
import type { Folder } from "../s3.ts";

/** A file that an item says is kept in the evidence bucket. */
export interface KeptFile {
  readonly key: string;
  readonly sizeBytes: number;
  /** Hexadecimal SHA-256. */
  readonly sha256: string;
}

/** The objects of the evidence by their names and sizes alone: what is in them is not read. */
export interface KeptObjects {
  /** Returns what is wrong with each of these files: it is not kept, or has another size. */
  faults<File extends KeptFile>(files: readonly File[]): Promise<readonly { file: File; says: string }[]>;
  /**
   * Returns the ids of kept attachments in their order, at most a thousand; with `after`, only those after that one.
   */
  attachments(after?: string): Promise<readonly string[]>;
}

/** What is said of a file whose object has `bytes`, or that has none. Undefined if nothing is wrong. */
export function sizeFault({ key, sizeBytes }: KeptFile, bytes: number | undefined): string | undefined {
  if (bytes === undefined) return `${key} is not kept`;
  return bytes === sizeBytes ? undefined : `${key} has ${bytes} bytes of ${sizeBytes}`;
}

/** Lists that are read at the same time. */
const listsAtOnce = 8;

/**
 * Opens the folders of documents and attachments. A list begins at the first file asked for and goes on at the next one
 * behind its page: it makes no more requests than there are files, nor than there are pages of a thousand.
 */
export function openKeptObjects(documents: Folder, attachments: Folder): KeptObjects {
  return {
    faults: async (files) => {
      const found = [documents, attachments].flatMap((folder) => {
        const own = files.filter(({ key }) => key.startsWith(folder.prefix));
        const sorted = own.toSorted((a, b) => (a.key < b.key ? -1 : 1));
        const each = Math.ceil(sorted.length / listsAtOnce);
        return Array.from({ length: listsAtOnce }, (_, at) =>
          faultsInOrder(folder, sorted.slice(at * each, (at + 1) * each)),
        );
      });
      return (await Promise.all(found)).flat();
    },
    attachments: async (after) => {
      const { client, name: Bucket, prefix: Prefix } = attachments;
      const StartAfter = after === undefined ? undefined : `${Prefix}${after}`;
      const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket, Prefix, StartAfter }));
      return Contents.map(({ Key = "" }) => Key.slice(Prefix.length));
    },
  };
}

/** Returns what is wrong with files of a folder that are in the order of their keys. */
async function faultsInOrder<File extends KeptFile>(
  { client, name: Bucket, prefix: Prefix }: Folder,
  files: readonly File[],
): Promise<readonly { file: File; says: string }[]> {
  const found: { file: File; says: string }[] = [];
  let [at, last] = [0, ""];
  for (let file = files[at]; file; file = files[at]) {
    // A list begins behind the key that it is given.
    const before = file.key.slice(0, -1);
    const { Contents = [], IsTruncated } = await client.send(
      new ListObjectsV2Command({ Bucket, Prefix, StartAfter: [last, before].toSorted().at(-1) }),
    );
    const sizes = new Map(Contents.map(({ Key = "", Size }) => [Key, Size]));
    last = Contents.at(-1)?.Key ?? last;
    for (; file && (file.key <= last || !IsTruncated); file = files[at]) {
      const says = sizeFault(file, sizes.get(file.key));
      if (says) found.push({ file, says });
      at += 1;
    }
  }
  return found;
}
