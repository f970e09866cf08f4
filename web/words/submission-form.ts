export const submissionWords = {
  lede: "Presenta aquí cualquier documento para la empresa: una carta, un poder, una prueba, un pedido sobre tus datos. Puedes hacerlo a toda hora.",
  counts:
    "Al instante tienes una constancia con el número, la hora y el día que cuenta como presentado. Cuando una persona lo reciba, tienes además el cargo.",
  signIn: "Así la constancia queda en tu cuenta. Te enviamos un código a tu correo o celular.",
} as const;
