import * as z from "zod";
import { headAt } from "../../shared/storage/case/case-chain.ts";
import { type DayDigest, digestListHash, digestStatement } from "../../shared/storage/check/day-digests.ts";
import type { PackagedChain } from "./case-package.ts";
import { attempted, type Checked, type Finding, sha256Of } from "./finding.ts";
import { isOurs, type PublicKeys, sealFile } from "./seal-file.ts";
import type { NamedFile } from "./sealed-document.ts";

const digestFile = z.strictObject({
  seal: sealFile,
  claims: z.array(z.strictObject({ claimCode: z.string(), version: z.number(), chainHead: z.string() })),
});

/** A digest with a valid seal of the utility, whose list is the sealed one. */
interface WholeDigest extends DayDigest {
  readonly name: string;
  readonly sealed: string;
}

/**
 * Checks the seal and the list of claims of each digest, and returns in `digests`, by day, those in which both are
 * right. Returns a finding for each digest in which one is wrong, and for each digest of `digests` that does not name
 * the one before it.
 */
export function checkDigests(
  files: readonly NamedFile[],
  keys: PublicKeys,
): Checked & { readonly digests: readonly WholeDigest[] } {
  const findings: Finding[] = [];
  const digests: WholeDigest[] = [];
  for (const { name, bytes } of files) {
    const said = attempted(() => digestFile.parse(JSON.parse(Buffer.from(bytes).toString())));
    const stated =
      said && isOurs(said.seal, keys)
        ? attempted(() => digestStatement.parse(JSON.parse(said.seal.statement)))
        : undefined;
    if (!said || !stated) {
      findings.push({ where: name, what: "no es un resumen nuestro, o fue cambiado" });
      continue;
    }
    const { seal, claims: list } = said;
    if (list.length !== stated.count || digestListHash(list) !== stated.claims)
      findings.push({ where: name, what: "fue cambiada la lista de reclamos" });
    else digests.push({ name, sealed: seal.statement, day: stated.day, previous: stated.previous, claims: list });
  }
  const ordered = digests.toSorted((a, b) => a.day.localeCompare(b.day));
  for (const [at, { name, previous }] of ordered.entries()) {
    const before = ordered[at - 1];
    if (before && previous !== sha256Of(Buffer.from(before.sealed)))
      findings.push({ where: name, what: `no sigue al resumen de ${before.day}: falta uno, o fue puesto después` });
  }
  return { looked: files.map(({ name }) => name), findings, digests: ordered };
}

/**
 * Compares a claim's chain with what each digest states of it. Returns a finding for each digest that differs, because
 * entries were cut off or rewritten since. Empty if all agree or no digest names the claim.
 */
export function checkAgainst({ claimCode, links }: PackagedChain, digests: readonly WholeDigest[]): readonly Finding[] {
  return digests.flatMap(({ day, claims: said }) =>
    said
      .filter((claim) => claim.claimCode === claimCode)
      .flatMap(({ version, chainHead }): readonly Finding[] => {
        const head = headAt(links, version);
        if (head === chainHead) return [];
        const what =
          head === undefined
            ? `la historia tenía ${version} asientos el ${day} y ahora tiene ${links.length}`
            : `la historia hasta el asiento ${version} no es la que había el ${day}`;
        return [{ where: `reclamo ${claimCode}`, what }];
      }),
  );
}
