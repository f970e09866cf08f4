/** The work in the street: the phone has it, and sends it when it can. */
export const fieldWords = {
  signedOut: "No ha ingresado",
  signedOutText: "Puede seguir con las visitas de hoy. Lo que registre se guarda aquí y se envía cuando ingrese.",
  signIn: "Ingresar a la mesa",
  full: "El teléfono está lleno",
  fullText: "Lo último que escribió no se guardó; lo anterior sí. Borre fotos o aplicaciones y escríbalo otra vez.",
} as const;

/** What every report that is made at a house says. */
export const reportWords = {
  back: "Mis inspecciones",
  kept: "Lo que escribe se guarda en este teléfono hasta que el sistema lo reciba.",
  choose: "Elija una opción.",
  phoneTime: "Sin señal: es la hora que calcula este teléfono. Corríjala si no es la correcta.",
} as const;
