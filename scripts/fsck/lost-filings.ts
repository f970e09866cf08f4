import { GetObjectCommand, paginateListObjectsV2, type S3Client } from "@aws-sdk/client-s3";
import * as z from "zod";
import type { DocumentKind } from "../../shared/domain/case/issued-documents.ts";

/**
 * What a seal states of a cargo or constancia of something filed: its kind, and the number that whoever filed was
 * given.
 */
const kinds: readonly DocumentKind[] = ["claim-cargo", "submission-cargo", "submission-constancia"];
const seal = z.object({ statement: z.string().transform((text) => JSON.parse(text)) });
const filing = z.object({ kind: z.enum(kinds), number: z.string() });

const ending = ".seal.json";

/** Seals that are read at the same time. */
const sealsAtOnce = 32;

/**
 * Yields what was filed and acknowledged, found by the seals of cargos and constancias in the evidence bucket alone:
 * the number of the claim or submission, and the key of its document. Leaves out each document for which `isKnown(key)`
 * is true. Reads no table.
 */
export async function* filingsSealed(
  { client, bucket: Bucket }: { readonly client: S3Client; readonly bucket: string },
  isKnown: (key: string) => boolean,
): AsyncGenerator<{ readonly number: string; readonly key: string }> {
  const filingOf = async (key: string) => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: `${key}${ending}` }));
    const { statement } = seal.parse(JSON.parse((await Body?.transformToString()) ?? "{}"));
    const { success, data } = filing.safeParse(statement);
    return success ? [{ number: data.number, key }] : [];
  };
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket, Prefix: "documents/" })) {
    const keys = Contents.flatMap(({ Key = "" }) => (Key.endsWith(ending) ? Key.slice(0, -ending.length) : []));
    const unknown = keys.filter((key) => !isKnown(key));
    for (let from = 0; from < unknown.length; from += sealsAtOnce)
      yield* (await Promise.all(unknown.slice(from, from + sealsAtOnce).map(filingOf))).flat();
  }
}
