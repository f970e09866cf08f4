export const claimNames = {
  title: (code: string) => `Reclamo ${code}`,
  signIn: "Así solo tú ves tus reclamos. Te enviamos un código a tu correo o celular.",
  noPaying: "No tienes que pagar primero para reclamar.",
} as const;
