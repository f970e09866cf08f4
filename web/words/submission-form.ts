export const submissionWords = {
  lede: "Presenta aquí cualquier documento para la empresa: una carta, un poder, una prueba, un pedido sobre tus datos. Puedes hacerlo a toda hora.",
  counts:
    "Al instante tienes una constancia con el número, la hora y el día que cuenta como presentado. Cuando una persona lo reciba, tienes además el cargo.",
  openly: "No necesitas una cuenta. Si quieres ver aquí todo lo que presentas,",
  signIn: "ingresa con tu celular o correo",
  find: "¿Presentaste un documento sin cuenta? Mira en qué está",
} as const;
