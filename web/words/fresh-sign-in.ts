/** Asks for a new sign-in: a signature is accepted only soon after the second factor. */
export const freshSignInWords = {
  title: "Confirma que eres tú",
  text: "Para firmar hay que ingresar otra vez con tu código de seguridad. Volverás a esta página para terminar.",
  action: "Ingresar otra vez y volver",
} as const;
