import { beforeAll, describe, expect, it } from "vitest";
import { attachmentPages } from "../../../../functions/accept-uploads/attachment-pages.ts";
import { isCause, isSilence } from "../../../../functions/accept-uploads/causes.ts";
import { fileChecks } from "../../../../functions/accept-uploads/file-checks.ts";
import { foundIn, idleChecks, inItsThread } from "../../../corpora/checked-corpus.ts";
import type { CorpusFile, HostileFile } from "../../../corpora/corpus.ts";
import { goodFiles } from "../../../corpora/good-files.ts";
import { heavyDictionary, heavyDrawings, heavyFiles, hostileFiles } from "../../../corpora/hostile-files.ts";
import { isWhole } from "../../../whole.ts";

/**
 * Read here, without a thread each, and with the largest files made smaller; `npm run figures -- corpora` does it
 * whole.
 */
let good: readonly CorpusFile[];
let hostile: readonly HostileFile[];
let found: (Awaited<ReturnType<typeof foundIn>> & { readonly file: HostileFile })[];
beforeAll(async () => {
  good = await goodFiles({ quick: true });
  hostile = await hostileFiles({ quick: true });
  found = [];
  for (const file of hostile.filter(({ cause }) => !outside.includes(cause)))
    found.push({ ...(await foundIn(file)), file });
}, 120_000);

const named = ({ contentType, name }: CorpusFile) => `${contentType}: ${name}`;
/** What is wrong before a file is looked into. */
const outside = ["empty", "not-as-announced"];

describe("the corpora", { timeout: 120_000 }, () => {
  it("are large enough, and no file stands in them twice", () => {
    expect(hostile.length).toBeGreaterThanOrEqual(120);
    expect(good.length).toBeGreaterThanOrEqual(60);
    for (const files of [good, hostile]) expect(new Set(files.map(named)).size).toBe(files.length);
    expect(hostile.filter(({ cause }) => !isCause(cause))).toEqual([]);
  });

  it("hostile: each is refused for what is wrong with it, or cannot be read; none passes", async () => {
    const wrong = found.filter(({ file, cause }) => cause !== file.cause);
    expect(wrong.map(({ file, cause }) => `${named(file)}: ${cause}, not ${file.cause}`)).toEqual([]);
    for (const file of hostile.filter(({ cause }) => outside.includes(cause)))
      expect([named(file), await inItsThread(file)]).toEqual([named(file), file.cause]);
  });

  it("good: none is refused", async () => {
    const refused: string[] = [];
    for (const file of good) {
      const { cause } = await foundIn(file);
      if (cause !== undefined) refused.push(`${named(file)}: ${cause}`);
    }
    expect(refused).toEqual([]);
  });

  it("switch off any check, and a hostile file passes", async () => {
    expect(fileChecks.length).toBeGreaterThan(25);
    expect(await idleChecks(found)).toEqual([]);
  });

  it("a sample of them reads the same in a thread of its own", async () => {
    const sample = <File extends CorpusFile>(files: readonly File[]) =>
      files.filter((_, index) => index % (isWhole ? 40 : 120) === 7);
    for (const file of sample(good)) expect([named(file), await inItsThread(file)]).toEqual([named(file), undefined]);
    for (const file of sample(hostile))
      expect([named(file), await inItsThread(file)]).toEqual([named(file), file.cause]);
  });

  it("what is too much for its thread ends with it, and is no reason to lose what was filed", async () => {
    for (const heavy of isWhole ? heavyFiles() : [heavyDictionary()])
      expect([named(heavy), await inItsThread(heavy)]).toEqual([named(heavy), "too-hard"]);
    expect(isSilence("too-hard")).toBe(true);
  });

  it("what takes minutes to draw passes, and its drawing ends with the seconds it has, without a page", async () => {
    for (const heavy of isWhole ? heavyDrawings() : heavyDrawings().slice(0, 1)) {
      expect([named(heavy), await inItsThread(heavy)]).toEqual([named(heavy), undefined]);
      const started = process.cpuUsage();
      expect(await attachmentPages(heavy.contentType, heavy.bytes)).toEqual({ pages: [], isWhole: false });
      const { user, system } = process.cpuUsage(started);
      expect((user + system) / 1_000_000).toBeLessThan(20);
    }
  });
});
