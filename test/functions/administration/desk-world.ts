import type { AccessDeps } from "../../../functions/administration/access-deps.ts";
import { administration } from "../../../functions/administration/administration.ts";
import type { CalendarDeps } from "../../../functions/administration/calendar-deps.ts";
import { type ApiHandler, api } from "../../../functions/runtime/api.ts";
import { registers, templates, tenant } from "../../../settings.ts";
import type { CaseDeps } from "../../../shared/casework/case/record.ts";
import * as exchangeRoutes from "../../../shared/contract/billing/exchange-routes.ts";
import * as deskRoutes from "../../../shared/contract/desk-routes.ts";
import * as calendarRoutes from "../../../shared/contract/term/calendar-routes.ts";
import type { ImportRegister } from "../../../shared/storage/billing/import-register.ts";
import type { ImportTask } from "../../../shared/storage/billing/import-work.ts";
import type { CalendarBook } from "../../../shared/storage/term/calendars.ts";
import { memoryImportRegister } from "../../doubles/import-register.ts";
import { memoryImportWork } from "../../doubles/import-work.ts";
import { type MemoryImportsBucket, memoryImportsBucket } from "../../doubles/imports-bucket.ts";
import { originKey } from "../api-call.ts";

/** The function of the desk, on doubles. */
export interface DeskWorld {
  readonly handler: ApiHandler;
  readonly register: ImportRegister;
  readonly bucket: MemoryImportsBucket;
  /** What the importer was asked to do, each by its step. */
  readonly queue: ImportTask[];
}

type Cases = CaseDeps & Pick<CalendarDeps, "appointmentSlots" | "workLists">;

/** An office where no receipt was ever held. */
const noCases = {
  tenant,
  holds: { ofDay: async () => [] },
  staffRegister: { recent: async () => [{ sub: "staff-1", name: "FACTURADORA DE PRUEBA UNO" }] },
} as unknown as Cases;

const noCalendars = {} as unknown as CalendarBook;

/** An office whose access nobody changes. */
const noAccess = {} as unknown as Pick<AccessDeps, "accessChanges" | "staffAccounts">;

/** @param cases where receipts are held; none is without it */
export function deskWorld(cases: Cases = noCases, calendarBook: CalendarBook = noCalendars): DeskWorld {
  const register = memoryImportRegister();
  const bucket = memoryImportsBucket();
  const queue: ImportTask[] = [];
  const imports = {
    importRegister: register,
    importTickets: bucket.tickets,
    reportDownloads: bucket.downloads,
    importWork: memoryImportWork((task) => queue.push(task)),
  };
  const handler = api(
    { ...deskRoutes, ...exchangeRoutes, ...calendarRoutes },
    administration({ ...cases, ...imports, ...noAccess, calendarBook, registers, templates }),
    { originKey },
  );
  return { handler, register, bucket, queue };
}
