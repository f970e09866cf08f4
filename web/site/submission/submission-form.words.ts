export const submissionWords = {
  lede: "Presenta aquí, a toda hora, cualquier documento: una carta, un poder, una prueba, un pedido sobre tus datos.",
  counts:
    "Al instante tienes una constancia con el número, la hora y el día en que cuenta. Cuando una persona lo reciba, tienes el cargo.",
  openly: "No necesitas una cuenta. Si quieres ver aquí todo lo que presentas,",
  signIn: "ingresa con tu celular o correo",
  find: "¿Presentaste un documento sin cuenta? Mira en qué está",
} as const;
