import { openNoticeEvents } from "../../shared/storage/notice-events.ts";
import { openSqs } from "../../shared/storage/sqs.ts";
import { logLines } from "../runtime/log-lines.ts";
import { openStores } from "../runtime/open-stores.ts";
import { trackTextDeliveries } from "./track-text-deliveries.ts";

const stores = openStores("track-text-deliveries", { queue: openSqs() }, { noticeEvents: openNoticeEvents });

export const handler = logLines(trackTextDeliveries(stores));
