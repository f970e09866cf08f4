/** Asks for a new sign-in: a signature is accepted only soon after the second factor. */
export const freshSignInWords = {
  title: "Confirme que es usted",
  text: "Para firmar hay que ingresar otra vez con su código de seguridad. Volverá a esta página para terminar.",
  action: "Ingresar otra vez y volver",
} as const;
