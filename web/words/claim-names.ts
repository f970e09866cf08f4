export const claimNames = {
  title: (code: string) => `Reclamo ${code}`,
  signIn: "Así solo tú ves tus reclamos. Te enviamos un código a tu correo o celular.",
} as const;
