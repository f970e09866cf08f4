export const claimKeyWords = {
  title: "Cambiar la clave del reclamo",
  says: [
    "Hazlo si otra persona vio tu clave, o si tu cargo llegó a quien no debía.",
    "La clave de ahora deja de servir, y quien entró con ella ya no verá tu reclamo. Tú sigues entrando con tu cuenta. Tus plazos no cambian.",
    "La clave nueva solo va a un correo o celular que ya confirmaste. Si tu reclamo tiene otro contacto, ahí solo avisamos que cambió.",
  ],
  send: "Cambiar la clave",
} as const;
