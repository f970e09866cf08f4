import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import {
  CopyObjectCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  type ObjectVersion,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";

interface SiteFile {
  readonly key: string;
  readonly contentType: string;
  readonly cacheControl: string;
}

const contentTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** Whether a file has its content's hash in its name. */
const isHashed = (key: string): boolean => key.startsWith("assets/");

/**
 * Returns the files of a site folder in the order to upload them: first those in `assets/`, which pages name, then all
 * others. The files in `assets/` have their content's hash in their name and are cached for a year; browsers ask for
 * the others again each time.
 * @throws if a kind of file has no content type.
 */
export function siteFiles(folder: string): readonly SiteFile[] {
  const keys = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"));
  return [...keys.filter(isHashed), ...keys.filter((key) => !isHashed(key))].map((key) => {
    const contentType = contentTypes[extname(key)];
    if (!contentType) throw new Error(`${key}: scripts/site-files.ts knows no content type for it`);
    return { key, contentType, cacheControl: isHashed(key) ? "public, max-age=31536000, immutable" : "no-cache" };
  });
}

/** Which files of a site are uploaded: a release needs a version of all, since only then each has one before. */
export type Pages = "all" | "those that differ";

/**
 * Uploads the files of a folder to the site's bucket: first those in `assets/`, which pages name, then all others. If
 * only `those that differ` are asked for, leaves what already stands in the bucket with the same bytes.
 * @throws if a file's ending has no known content type; nothing is uploaded then.
 */
export async function uploadSite(client: S3Client, bucket: string, folder: string, which: Pages): Promise<void> {
  const files = siteFiles(folder);
  const standing = new Set<string>();
  if (which === "those that differ")
    for await (const { Key, ETag, IsLatest } of versionsIn(client, bucket))
      if (IsLatest) standing.add(`${Key} ${ETag}`);
  for (const { key, contentType, cacheControl } of files) {
    const body = readFileSync(join(folder, key));
    // Of what is uploaded whole and under S3's own key, the tag is the MD5.
    if (standing.has(`${key} "${createHash("md5").update(body).digest("hex")}"`)) continue;
    await client.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        Body: body,
        ContentType: contentType,
        CacheControl: cacheControl,
      }),
    );
  }
}

/** Yields every version of every object in a bucket; those of a key come newest first. */
async function* versionsIn(client: S3Client, bucket: string): AsyncGenerator<ObjectVersion> {
  let after: { readonly KeyMarker?: string; readonly VersionIdMarker?: string } | undefined = {};
  while (after) {
    const page: ListObjectVersionsCommandOutput = await client.send(
      new ListObjectVersionsCommand({ Bucket: bucket, ...after }),
    );
    yield* page.Versions ?? [];
    const { NextKeyMarker: KeyMarker, NextVersionIdMarker: VersionIdMarker } = page;
    after = page.IsTruncated && KeyMarker && VersionIdMarker ? { KeyMarker, VersionIdMarker } : undefined;
  }
}

/**
 * Puts back the version before the newest of every file outside `assets/`. Returns how many files were put back. A file
 * with only one version stays as it is: the last deployment brought it, and no earlier page names it.
 */
export async function takeBackPages(client: S3Client, bucket: string): Promise<number> {
  const versions = new Map<string, string[]>();
  for await (const { Key = "", VersionId = "" } of versionsIn(client, bucket))
    if (!isHashed(Key)) versions.set(Key, [...(versions.get(Key) ?? []), VersionId]);
  const earlier = [...versions].flatMap(([key, [, before]]) => (before === undefined ? [] : [{ key, before }]));
  for (const { key, before } of earlier)
    await client.send(
      new CopyObjectCommand({
        Bucket: bucket,
        Key: key,
        CopySource: `${bucket}/${encodeURIComponent(key)}?versionId=${before}`,
      }),
    );
  return earlier.length;
}
