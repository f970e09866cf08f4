import { said } from "./said.ts";

export const malformedWords = {
  telephone: said("{Escribe|Escriba} un celular de 9 dígitos, por ejemplo 987 654 321, o un fijo con su código."),
  email: said("{Escribe|Escriba} un correo como nombre@ejemplo.pe."),
  claimCode: said(
    "Ningún reclamo tiene ese código: {compáralo|compárelo} con {tu|su} cargo. Si no lo {encuentras, déjalo|encuentra, déjelo} así y {presenta|presente} otra vez: lo recibimos igual.",
  ),
} as const;
