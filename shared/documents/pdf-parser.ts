import {
  EncryptedPDFError,
  ParseSpeeds,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  type PDFObject,
  PDFParser,
  PDFString,
} from "@cantoo/pdf-lib";
// The package exports its parser, and not what opens a locked file for it.
import { CipherTransformFactory } from "../../node_modules/@cantoo/pdf-lib/es/core/crypto.js";

/** A PDF as its parser read it. */
export interface ParsedPdf {
  readonly context: PDFContext;
  /** Every object in the order of the file, also those that later ones of the same number took the place of. */
  readonly objects: readonly PDFObject[];
}

/** A parser that keeps every object it reads: pdf-lib's own keeps the last of each number, and a reader may find another. */
class KeepingParser extends PDFParser {
  readonly objects: PDFObject[] = [];

  constructor(bytes: Uint8Array, isStrict: boolean, cipher?: CipherTransformFactory) {
    // @ts-expect-error: the cipher's class is typed once for each of the package's two builds
    super(bytes, ParseSpeeds.Slow, isStrict, false, false, cipher);
    const { context, objects } = this;
    const assign = context.assign.bind(context);
    context.assign = (ref, object) => {
      objects.push(object);
      assign(ref, object);
    };
  }

  async parse(): Promise<ParsedPdf> {
    return { context: await this.parseDocument(), objects: this.objects };
  }
}

/**
 * Parses a PDF, object by object. It throws where an object cannot be read and where the file is encrypted.
 * @param isLocked whether the file says that it is encrypted: it is then opened with the empty password, as its reader would,
 * and an object that cannot be read is left out, since locked ones read as nonsense before they are opened. It throws where
 * the empty password does not open it.
 */
export async function parsePdf(bytes: Uint8Array, isLocked: boolean): Promise<ParsedPdf> {
  const parsed = await new KeepingParser(bytes, !isLocked).parse();
  const { trailerInfo } = parsed.context;
  const encryption = parsed.context.lookup(trailerInfo.Encrypt);
  if (!encryption) return parsed;
  if (!isLocked) throw new EncryptedPDFError();
  const [id] = parsed.context.lookup(trailerInfo.ID, PDFArray).asArray();
  if (!(encryption instanceof PDFDict) || !(id instanceof PDFHexString || id instanceof PDFString))
    throw new EncryptedPDFError();
  return await new KeepingParser(bytes, false, new CipherTransformFactory(encryption, id.asBytes(), "")).parse();
}

/** Opens a PDF to take pages out of it. It throws where an object cannot be read and where the file is encrypted. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
}
