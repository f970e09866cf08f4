import type { Connections, Density } from "../../shared/domain/register/indicators.ts";
import { assumed, standIn } from "../../shared/tenant/tenant-value.ts";

/**
 * The rates that the regulator's bulletin and its indicator system rank companies by: claims or appeals per `factor`
 * connections.
 */
export const densities = assumed<readonly Density[]>(
  [
    {
      id: "claims-per-10000",
      name: "Reclamos por 10,000 conexiones activas",
      counts: "claims",
      per: "active",
      factor: 10_000,
    },
    {
      id: "claims-per-1000",
      name: "Densidad de reclamos, por 1,000 conexiones",
      counts: "claims",
      per: "total",
      factor: 1_000,
    },
    {
      id: "commercial-per-1000",
      name: "Densidad de reclamos comerciales, por 1,000 conexiones",
      counts: "commercial-claims",
      per: "total",
      factor: 1_000,
    },
    {
      id: "operational-per-1000",
      name: "Densidad de reclamos operacionales, por 1,000 conexiones",
      counts: "operational-claims",
      per: "total",
      factor: 1_000,
    },
    {
      id: "appeals-per-10000",
      name: "Apelaciones por 10,000 conexiones activas",
      counts: "appeals",
      per: "active",
      factor: 10_000,
    },
  ],
  "6.2 [seen S42], fórmula [known]: faltan confirmar numerador, denominador y factor",
);

/**
 * How many connections there are, from each month on. These figures are invented: the company's own are to be loaded.
 */
export const connections = standIn<readonly Connections[]>(
  [{ from: "2023-01", active: 20_000, total: 24_000 }],
  "inventado; la empresa informa sus conexiones a SUNASS cada mes",
);
