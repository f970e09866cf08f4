import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { typedArguments } from "./typed-arguments.ts";
import { checkPackage, manifestName, type PackagedChain } from "./verify/case-package.ts";
import { checkAgainst, checkDigests } from "./verify/day-digests.ts";
import { type Checked, together } from "./verify/finding.ts";
import { type PublicKeys, publicKeysIn } from "./verify/seal-file.ts";
import { checkDocument, checkText, type NamedFile } from "./verify/sealed-document.ts";

export const usage = `npm run verify -- ARCHIVO O CARPETA [--keys claves.json] [--seal sello.json] [--digests CARPETA]
npm run verify -- --text "LO QUE DICE EL SEGUNDO QR DE UN «NO CORTAR»" [--keys claves.json]

Un PDF con su sello al lado (resolucion.pdf y resolucion.pdf.seal.json, o resolucion.seal.json), la carpeta de un
expediente, el resumen de un día o la carpeta de varios. Las claves públicas son las de /api/verifications/keys, o un PEM;
si no se dicen, «claves.json» al lado del archivo. No hace falta internet.`;

const isFolder = (path: string): boolean => statSync(path).isDirectory();
const named = (path: string): NamedFile => ({ name: basename(path), bytes: readFileSync(path) });

/** Returns the path of the seal beside a document, by the names it may have; undefined if there is none. */
function sealBeside(path: string): string | undefined {
  const bare = path.replace(/\.[^./]+$/, "");
  return [`${path}.seal.json`, `${bare}.seal.json`, `${bare}.sello.json`].find(existsSync);
}

const isDigest = (path: string): boolean => /^\d{4}-\d{2}-\d{2}\.json$/.test(basename(path));
const digestsIn = (folder: string): readonly NamedFile[] =>
  readdirSync(folder)
    .filter(isDigest)
    .toSorted()
    .map((file) => named(join(folder, file)));

/**
 * Checks, without internet, what is at a path: a document with its seal, the folder of a case file, the digest of a
 * day, or a folder of digests. With `digests`, a folder, also checks those digests, and a case file's chain against
 * them.
 * @param beside `seal` is the path of the document's seal; by default the seal is looked for beside the document
 * @throws RangeError, which says what to do, if nothing is at the path, the document has no seal or the folder has
 * nothing to check
 */
export function checkPath(path: string, keys: PublicKeys, beside: { seal?: string; digests?: string } = {}): Checked {
  if (!existsSync(path)) throw new RangeError(`No hay nada en «${path}».`);
  const days = beside.digests === undefined ? undefined : checkDigests(digestsIn(beside.digests), keys);
  const withDays = (checked: Checked): Checked => (days ? together(checked, days) : checked);
  if (!isFolder(path)) {
    if (isDigest(path)) return withDays(checkDigests([named(path)], keys));
    const seal = beside.seal ?? sealBeside(path);
    if (!seal) throw new RangeError(`Falta el sello de «${basename(path)}»: guárdalo al lado, o nómbralo con --seal.`);
    return withDays(checkDocument(named(path), named(seal), keys));
  }
  const manifest = readdirSync(path).find((name) => name === manifestName || name.endsWith(`-${manifestName}`));
  if (manifest === undefined) {
    const digests = digestsIn(path);
    if (digests.length === 0)
      throw new RangeError(`«${path}» no es un expediente (falta ${manifestName}) ni tiene resúmenes de días.`);
    return withDays(checkDigests(digests, keys));
  }
  const names = readdirSync(path, { recursive: true, encoding: "utf8" }).filter((name) => !isFolder(join(path, name)));
  // Downloaded files all begin with the claim's code.
  const prefix = manifest.slice(0, -manifestName.length);
  const files = new Map(names.map((name) => [name.startsWith(prefix) ? name.slice(prefix.length) : name, name]));
  // The keys may be in the folder that they check.
  files.delete(keysName);
  const read = (name: string) => readFileSync(join(path, files.get(name) ?? name));
  const checked = checkPackage({ names: [...files.keys()], read }, keys);
  return days ? together(checked, days, { looked: [], findings: against(checked.chain, days.digests) }) : checked;
}

const keysName = "claves.json";
const against = (chain: PackagedChain | undefined, digests: Parameters<typeof checkAgainst>[1]) =>
  chain ? checkAgainst(chain, digests) : [];

/**
 * Returns the lines to print for a check, in Spanish: one for each finding under a heading, or one that says that all
 * is complete and authentic.
 */
export function linesOf({ looked, findings }: Checked): readonly string[] {
  if (findings.length === 0)
    return [`Está completo y es auténtico: ${looked.length === 1 ? looked[0] : `${looked.length} archivos`}.`];
  return ["NO COINCIDE con lo que se selló:", ...findings.map(({ where, what }) => `  ${where}: ${what}`)];
}

function run(): Checked {
  const text = { type: "string" } as const;
  const { values, positionals } = typedArguments(usage, {
    options: { keys: text, seal: text, text, digests: text },
    allowPositionals: true,
  });
  const [path, ...rest] = positionals;
  if (rest.length > 0 || (path === undefined) === (values.text === undefined)) throw new RangeError(usage);
  const folder = path === undefined ? "." : existsSync(path) && isFolder(path) ? path : dirname(path);
  const keysPath = values.keys ?? join(folder, keysName);
  if (!existsSync(keysPath)) throw new RangeError(`Faltan las claves públicas: ${keysPath}.\n${usage}`);
  const keys = publicKeysIn(readFileSync(keysPath, "utf8"));
  if (path === undefined) return checkText("«No cortar»", values.text ?? "", keys);
  const { seal, digests } = values;
  return checkPath(path, keys, { ...(seal !== undefined && { seal }), ...(digests !== undefined && { digests }) });
}

if (import.meta.main) {
  try {
    const checked = run();
    for (const line of linesOf(checked)) console.log(line);
    process.exitCode = checked.findings.length === 0 ? 0 : 1;
  } catch (failure) {
    console.error(failure instanceof Error ? failure.message : failure);
    process.exitCode = 2;
  }
}
