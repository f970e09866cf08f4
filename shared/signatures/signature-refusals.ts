import type { Result } from "../domain/case/result.ts";

/** Why a signed PDF is refused, each with the sentence for the person who sent it. */
export const signatureRefusals = {
  "not-a-pdf": "El archivo no es un PDF completo. Descarga el documento, fírmalo y envía el archivo firmado.",
  "other-document":
    "El archivo no comienza con el documento que se envió a firma. Descarga el documento otra vez, fírmalo sin cambiarlo y envía ese archivo.",
  unsigned:
    "El archivo no lleva ninguna firma digital. Es el documento sin firmar: fírmalo y envía el archivo firmado.",
  "packed-objects":
    "El programa con que firmaste guardó el PDF en una forma que aquí no se puede revisar. Firma con la opción «guardar sin comprimir» o con otro programa.",
  unreadable:
    "Lo que se agregó al documento no se puede leer. Fírmalo otra vez y no lo abras con otro programa antes de enviarlo.",
  "page-changed":
    "Después de enviarse a firma, se cambió o agregó algo en las páginas además de la firma. Firma el documento sin editarlo.",
  "document-changed":
    "Además de la firma, el archivo cambia otras partes del documento. Firma el documento sin editarlo ni agregar notas o campos.",
  "seal-too-large":
    "El recuadro de la firma es muy grande y puede tapar el documento. Firma con un recuadro más pequeño.",
  "two-signatures": "El archivo lleva más de una firma. Envía el documento con una sola, la tuya.",
  "signature-form":
    "La firma no es de una forma que se acepta. Configura tu programa para firmar como PAdES básico (CAdES separado).",
  "not-whole":
    "La firma no cubre todo el archivo: algo se agregó o quedó fuera. Firma otra vez y envía el archivo tal como quedó.",
  "broken-signature": "La firma digital está dañada y no se puede leer. Firma otra vez.",
  "no-signed-attributes":
    "La firma no dice qué firma: le faltan sus atributos firmados. Configura tu programa para firmar como PAdES.",
  "other-bytes":
    "La firma es de otro contenido: no corresponde a este archivo. Firma el documento descargado y envía ese archivo.",
  "weak-algorithm":
    "La firma usa un algoritmo que ya no es seguro. Configura tu programa para usar SHA-256 con RSA de 2048 bits o más, o ECDSA.",
  "wrong-signature": "La firma no es de la clave del certificado que lleva. Firma otra vez con tu certificado.",
  "no-certificate": "La firma no lleva el certificado de quien firma. Configura tu programa para incluirlo.",
  "other-certificate":
    "La firma no nombra el certificado con que se hizo, o nombra otro. Configura tu programa para firmar como PAdES.",
  untrusted: "El certificado no es de una entidad en que la empresa confía. Usa tu certificado digital de firma.",
  expired: "El certificado estaba vencido cuando se firmó. Renueva tu certificado y firma otra vez.",
  "not-yet-valid":
    "El certificado todavía no estaba vigente cuando se firmó. Revisa la fecha de tu equipo y firma otra vez.",
  "not-for-signing":
    "El certificado no sirve para firmar documentos. Usa tu certificado de firma, no el de autenticación ni el de cifrado.",
  "no-document":
    "El certificado no dice el documento de identidad de quien firma. Usa un certificado digital de persona.",
  "other-person":
    "El certificado es de otra persona. Debe firmar quien tiene el caso para la firma, con su propio certificado.",
  "no-time": "La firma no dice cuándo se hizo. Configura tu programa para que lo diga y firma otra vez.",
  "before-issue":
    "La firma dice que se hizo antes de que el documento se enviara a firma. Revisa la fecha de tu equipo y firma otra vez.",
  "in-the-future": "La firma dice que se hizo en el futuro. Revisa la fecha de tu equipo y firma otra vez.",
} as const;
export type SignatureRefusal = keyof typeof signatureRefusals;

/** What was found in order, or why the file is refused. */
export type Checked<Value> = Result<Value, { readonly ok: false; readonly error: SignatureRefusal }>;

export function notSigned(error: SignatureRefusal): { readonly ok: false; readonly error: SignatureRefusal } {
  return { ok: false, error };
}
