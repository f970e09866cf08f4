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
// Imported by its path: the package exports its parser, but not the class that decrypts a file for it.
import { CipherTransformFactory } from "../../node_modules/@cantoo/pdf-lib/es/core/crypto.js";

/** A PDF as its parser read it. */
export interface ParsedPdf {
  readonly context: PDFContext;
  /** Every object in the order of the file, also those that a later one of the same number replaced. */
  readonly objects: readonly PDFObject[];
}

/** A parser that keeps every object. pdf-lib's own keeps the last of each number, and a PDF reader may show another. */
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
 * Parses a PDF object by object. If `isLocked` is false, throws if an object cannot be read or if the file is
 * encrypted. If `isLocked` is true, opens the file with the empty password, as PDF readers do; throws if that password
 * does not open it, and leaves out objects that cannot be read.
 * @param isLocked whether the file says that it is encrypted
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

/** Opens a PDF to copy pages from it. Throws if an object cannot be read or the file is encrypted. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
}
