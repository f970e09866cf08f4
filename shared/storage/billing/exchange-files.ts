import { PutObjectCommand } from "@aws-sdk/client-s3";
import type { Bucket } from "../s3.ts";

/** The folder of the imports bucket that the commercial system reads. */
export interface ExchangeFiles {
  /** Writes a file, replacing the one of that name. */
  write(fileName: string, text: string): Promise<void>;
}

export function openExchangeFiles({ client, name }: Bucket): ExchangeFiles {
  return {
    write: async (fileName, text) => {
      await client.send(
        new PutObjectCommand({
          Bucket: name,
          Key: `exchange/${fileName}`,
          Body: Buffer.from(text),
          ContentType: "text/csv; charset=utf-8",
        }),
      );
    },
  };
}
