import * as z from "zod";
import { chainFaults, type Link } from "../../shared/storage/case/case-chain.ts";
import { attempted, type Checked, type Finding, sha256Of } from "./finding.ts";
import { isOurs, type PublicKeys, sealIn, statedIn } from "./seal-file.ts";

export const manifestName = "manifiesto.json";
export const manifestSealName = "manifiesto.sello.json";

const envelope = z.looseObject({ seq: z.number(), contentHash: z.string(), previous: z.string() });
const manifest = z.object({
  claim: z.string(),
  chainHead: z.string(),
  files: z.array(z.object({ name: z.string(), sha256: z.string() })),
  pieces: z.array(z.object({ beside: z.string().optional(), sha256: z.string().optional() })).default([]),
  entries: z.array(
    z.object({ envelope, content: z.object({ salt: z.string(), event: z.looseObject({}) }).optional() }),
  ),
});

/** A copy of a case file in a folder: its manifest, the manifest's seal, and every file that the manifest names. */
export interface CasePackage {
  /** The names of all files in the folder. */
  readonly names: readonly string[];
  read(name: string): Uint8Array;
}

/** A case file's chain as its manifest has it, to check against daily digests. */
export interface PackagedChain {
  readonly claimCode: string;
  readonly links: readonly Link[];
}

/**
 * Checks a copy of a case file: the manifest's seal, then each file and each entry. Returns a finding for each file or
 * entry that is missing, changed or not in the manifest. If the manifest or its seal is missing, nothing else is
 * checked. `chain` is absent then, and if the manifest cannot be read.
 */
export function checkPackage(of: CasePackage, keys: PublicKeys): Checked & { readonly chain?: PackagedChain } {
  const looked = [...of.names];
  const lacking = [manifestName, manifestSealName].filter((name) => !of.names.includes(name));
  if (lacking.length > 0) return { looked, findings: lacking.map((where) => ({ where, what: "falta" })) };
  const findings: Finding[] = [];
  const bytes = of.read(manifestName);
  const seal = attempted(() => sealIn(Buffer.from(of.read(manifestSealName)).toString()));
  const isSealed = seal !== undefined && isOurs(seal, keys);
  if (!isSealed) findings.push({ where: manifestSealName, what: "este sello no es nuestro, o fue cambiado" });
  const stated = isSealed ? statedIn(seal) : undefined;
  if (stated && stated.sha256 !== sha256Of(bytes))
    findings.push({ where: manifestName, what: "fue cambiado: no son los bytes que se sellaron" });
  const said = attempted(() => manifest.parse(JSON.parse(Buffer.from(bytes).toString())));
  if (!said) {
    if (findings.length === 0) findings.push({ where: manifestName, what: "no se puede leer" });
    return { looked, findings };
  }
  findings.push(...filesFound(of, said));
  const links = said.entries as unknown as readonly Link[];
  for (const { seq, what } of chainFaults(links, stated?.chainHead ?? said.chainHead))
    findings.push({
      where: `asiento ${seq}`,
      what: what === "missing" ? "falta en la historia" : "fue cambiado, o falta lo que seguía",
    });
  return { looked, findings, chain: { claimCode: said.claim, links } };
}

function filesFound(of: CasePackage, { files, pieces }: z.output<typeof manifest>): readonly Finding[] {
  const beside = pieces.flatMap(({ beside: name, sha256 }) => (name && sha256 ? [{ name, sha256 }] : []));
  const named = new Map([...files, ...beside].map(({ name, sha256 }) => [name, sha256]));
  const findings = [...named].flatMap(([where, sha256]): readonly Finding[] => {
    if (!of.names.includes(where)) return [{ where, what: "falta" }];
    return sha256Of(of.read(where)) === sha256 ? [] : [{ where, what: "fue cambiado" }];
  });
  const own = new Set([manifestName, manifestSealName, ...named.keys()]);
  return [
    ...findings,
    ...of.names.filter((name) => !own.has(name)).map((where) => ({ where, what: "sobra: el manifiesto no lo nombra" })),
  ];
}
