import { attempted, type Checked, type Finding, sha256Of } from "./finding.ts";
import { isListWhole, isOurs, type PublicKeys, sealedText, sealIn, statedIn } from "./seal-file.ts";

/** A file to check: its name and its bytes. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Checks a document with its seal. If the seal cannot be read or is not the utility's, the only finding is about the
 * seal. Otherwise there is a finding about the document if its hash is not the sealed one, and one about the seal if
 * its list of received files was changed.
 */
export function checkDocument(document: NamedFile, sealed: NamedFile, keys: PublicKeys): Checked {
  const looked = [document.name, sealed.name];
  const seal = attempted(() => sealIn(Buffer.from(sealed.bytes).toString()));
  if (!seal || !isOurs(seal, keys))
    return { looked, findings: [{ where: sealed.name, what: "este sello no es nuestro, o fue cambiado" }] };
  const findings: Finding[] = [];
  if (statedIn(seal).sha256 !== sha256Of(document.bytes))
    findings.push({ where: document.name, what: "fue cambiado: no son los bytes que se sellaron" });
  if (!isListWhole(seal)) findings.push({ where: sealed.name, what: "fue cambiada la lista de archivos recibidos" });
  return { looked, findings };
}

/**
 * Checks the text of the second QR of a «No cortar», which holds a sealed statement. Returns one finding if the text is
 * no seal of the utility, none if it is.
 * @param name how findings name the text
 */
export function checkText(name: string, text: string, keys: PublicKeys): Checked {
  const seal = attempted(() => sealedText(text));
  const isWhole = seal !== undefined && isOurs(seal, keys);
  return { looked: [name], findings: isWhole ? [] : [{ where: name, what: "no es un sello nuestro, o fue cambiado" }] };
}
