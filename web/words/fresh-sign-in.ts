/** A signature follows the second factor at once. */
export const freshSignInWords = {
  title: "Confirma que eres tú",
  text: "Para firmar hay que ingresar otra vez con tu código de seguridad. Volverás a esta página para terminar.",
  action: "Ingresar otra vez y volver",
} as const;
