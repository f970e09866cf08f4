import { openNoticeEvents } from "../../shared/storage/notice/notice-events.ts";
import { openSqs } from "../../shared/storage/sqs.ts";
import { openStores } from "../runtime/open-stores.ts";

export const deps = openStores("track-text-deliveries", { queue: openSqs() }, { noticeEvents: openNoticeEvents });
