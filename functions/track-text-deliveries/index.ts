import { wired } from "../../shared/permissions.ts";
import { openSqs } from "../../shared/storage/import-work.ts";
import { openNoticeEvents } from "../../shared/storage/notice-events.ts";
import { logLines } from "../runtime/log-lines.ts";
import { trackTextDeliveries } from "./track-text-deliveries.ts";

const names = wired("track-text-deliveries", process.env);

export const handler = logLines(trackTextDeliveries({ noticeEvents: openNoticeEvents(names.noticeEvents, openSqs()) }));
