import type { S3Client } from "@aws-sdk/client-s3";
import { expect, it } from "vitest";
import { openKeptObjects } from "../../../../shared/storage/attachment/kept-objects.ts";

const nameOf = (number: number) => `documents/${String(number).padStart(5, "0")}`;
const fileOf = (number: number, sizeBytes = 10) => ({ key: nameOf(number), sizeBytes, sha256: "" });

/** A bucket of objects of ten bytes that is listed by pages of a thousand, as S3 does, and the requests it got. */
function bucket(keys: readonly string[]) {
  const asked: string[] = [];
  const sorted = keys.toSorted();
  const send = async ({ input }: { readonly input: Readonly<Record<string, string>> }) => {
    const { Prefix = "", StartAfter = "" } = input;
    asked.push(StartAfter);
    const found = sorted.filter((key) => key.startsWith(Prefix) && key > StartAfter);
    return { Contents: found.slice(0, 1000).map((Key) => ({ Key, Size: 10 })), IsTruncated: found.length > 1000 };
  };
  const folder = (prefix: string) => ({ client: { send } as unknown as S3Client, name: "evidence", prefix });
  return { asked, objects: openKeptObjects(folder("documents/"), folder("attachments/")) };
}

it("finds what is absent, has another size or stands in the other folder", async () => {
  const { objects } = bucket([nameOf(1), nameOf(3), "attachments/a", `${nameOf(1)}.seal.json`]);
  const attachment = { ...fileOf(0), key: "attachments/a" };
  expect(await objects.faults([fileOf(1), attachment])).toEqual([]);
  const lost = [fileOf(2), fileOf(3, 11), { ...attachment, key: "attachments/b" }];
  const found = await objects.faults([fileOf(1), attachment, ...lost]);
  expect(found.map(({ says }) => says)).toEqual([
    "documents/00002 is not kept",
    "documents/00003 has 10 bytes of 11",
    "attachments/b is not kept",
  ]);
  expect(found.map(({ file }) => file)).toEqual(lost);
});

it("asks as often as there are files among many objects, and as there are pages of objects for many files", async () => {
  const all = Array.from({ length: 10_000 }, (_, number) => number);
  const few = bucket(all.map(nameOf));
  expect(await few.objects.faults([7, 4000, 4001, 9999].map((number) => fileOf(number)))).toEqual([]);
  expect(few.asked.length).toBeLessThanOrEqual(4);
  const many = bucket(all.filter((number) => number % 1000 !== 999).map(nameOf));
  expect((await many.objects.faults(all.map((number) => fileOf(number)))).map(({ file: { key } }) => key)).toEqual(
    all.filter((number) => number % 1000 === 999).map(nameOf),
  );
  // Eight lists at a time, of which each has two pages.
  expect(many.asked.length).toBeLessThanOrEqual(16);
});

it("lists the attachments that are kept, page after page", async () => {
  const ids = Array.from({ length: 1001 }, (_, number) => String(number).padStart(5, "0"));
  const { objects } = bucket([nameOf(1), ...ids.map((id) => `attachments/${id}`)]);
  const first = await objects.attachments();
  expect([first, await objects.attachments(first.at(-1))]).toEqual([ids.slice(0, 1000), ids.slice(1000)]);
  expect(await objects.attachments(ids.at(-1))).toEqual([]);
});

it("asks nothing for no files", async () => {
  const { asked, objects } = bucket([nameOf(1)]);
  expect([await objects.faults([]), asked]).toEqual([[], []]);
});
