import { instant } from "../../words/format.ts";

/** The words about who else linked a supply, and about a link that was ended. */
export const supplyAccountsWords = {
  title: (code: string) => `Quién más vinculó el suministro ${code}`,
  none: "Ninguna otra cuenta lo tiene vinculado.",
  since: (at: string) => `Lo vinculó el ${instant(at)}`,
  by: {
    receipt: "Dio los datos de un recibo.",
    "holder-document": "Dio el documento del titular.",
  },
  contact: (masked: string) => `Cuenta ${masked}`,
  noContact: "Cuenta sin correo ni celular",
  end: "Quitarle el acceso",
  of: (account: string) => `a la ${account.toLowerCase()}`,
  confirmTitle: "¿Quitarle el acceso a esa cuenta?",
  confirmText:
    "Deja de ver tus recibos en este momento y le avisamos que lo hiciste. Los reclamos que ya presentó siguen su curso.",
  yes: "Sí, quitarle el acceso",
  no: "No, dejarlo",
  done: "Esa cuenta ya no tiene acceso a tu suministro. Le avisamos.",
  notHolder:
    "¿Eres el titular? Vincúlalo otra vez con tu documento: así ves quién más lo tiene y puedes quitarle el acceso.",
  ended: {
    "by-holder": (code: string, at: string) =>
      `Quien dio el documento del titular quitó de tu cuenta el suministro ${code} el ${instant(at)}`,
    "holder-changed": (code: string, at: string) =>
      `El suministro ${code} salió de tu cuenta el ${instant(at)} Nadie lo quitó: sus recibos ahora están a nombre de otra persona.`,
  },
  claimsStay: "Tus reclamos siguen en «Mis reclamos».",
  linkAgain:
    "¿Todavía es tu suministro? Vincúlalo otra vez aquí abajo. Usa la clave de un recibo que ya diga el nuevo nombre, o el documento del nuevo titular.",
} as const;
