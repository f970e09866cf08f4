const listed = (codes: readonly string[]) => codes.join(", ");

/** The words of the page of a customer's own data. */
export const profileWords = {
  lede: "Guárdalos una vez y los encuentras ya escritos cuando reclamas. Puedes dejar vacío lo que no quieras guardar.",
  signIn: "Así tus datos quedan en tu cuenta y solo tú los ves.",
  givenNames: "Nombres",
  paternalSurname: "Apellido paterno",
  maternalSurname: "Apellido materno (si tienes)",
  companyName: "Nombre de la empresa (si el suministro es de una)",
  kind: "Tipo de documento",
  number: "Número de documento",
  address: "Dirección donde te entregamos los papeles",
  telephone: "Celular",
  telephoneHint: "9 dígitos, por ejemplo 987 654 321.",
  email: "Correo",
  emailForNotice: "Escribe el correo donde aceptas que te notifiquemos.",
  notifyByEmail: "Acepto que me notifiquen por correo",
  notifyHint: "Queda marcado en tus próximos reclamos. En cada uno lo puedes cambiar.",
  receiptNews: "Avísenme cuando llegue un recibo nuevo de mis suministros",
  receiptNewsHint:
    "Va al correo o celular con el que ingresas, con el total y lo que más lo cambió. Lo puedes quitar aquí.",
  representative: "Quién te representa (si alguien lo hace)",
  representativeHint: "Es para que lo recuerdes. Para actuar por ti, esa persona necesita un poder.",
  inOpenClaims: "Usar también este celular, correo, dirección e idioma en mis reclamos abiertos",
  inOpenClaimsHint:
    "Vale para los reclamos que presentaste con este documento. Le avisamos a tu contacto anterior. Lo demás que presentaste no cambia.",
  save: "Guardar mis datos",
  saved: "Guardamos tus datos.",
  changed: (codes: readonly string[]) =>
    `Desde ahora usamos este contacto en ${codes.length === 1 ? "tu reclamo" : "tus reclamos"} ${listed(codes)}.`,
  unchanged: "Ningún reclamo abierto con tu documento tenía otro contacto.",
  busy: (codes: readonly string[]) =>
    `No pudimos cambiarlo en ${codes.length === 1 ? "el reclamo" : "los reclamos"} ${listed(codes)}. Guarda otra vez en un momento.`,
  supplies: "Ver mis suministros",
  remember: "Guardar mi nombre, mi documento y mi contacto en «Mis datos» para la próxima vez",
} as const;
