import { offeredModes } from "../../shared/casework/conciliation/hearing-choice.ts";
import { showOffice as route } from "../../shared/contract/office-routes.ts";
import type { AnswerOf } from "../../shared/contract/route.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { limaDay } from "../../shared/domain/term/calendar-day.ts";
import { type OfficeChannel, officeChannels, officeState } from "../../shared/domain/term/office-hours.ts";
import { lawInForce, type Tenant } from "../../shared/tenant/tenant.ts";
import { serve } from "../runtime/serve.ts";
import { type Revision, revisionInWords } from "./revision.ts";

interface Authority {
  readonly issuer: string;
  readonly clientId: string;
}
export interface SignIn {
  readonly customers: Authority;
  readonly staff: Authority;
}

interface ShownOffice {
  readonly tenantAt: (now: string) => Promise<Tenant>;
  readonly signIn: SignIn;
  readonly revision: Revision;
}

/**
 * Answers who the utility is, how to reach it, which channels are open now and where to sign in. `testData` is true
 * while any of what is shown is not confirmed.
 */
export const showOffice = ({ tenantAt, signIn, revision }: ShownOffice) =>
  serve(route, async ({ now }) => {
    const version = revisionInWords(revision);
    return ok({ ...officeAt(await tenantAt(now), signIn, now), ...(version !== undefined && { version }) });
  });

function officeAt(tenant: Tenant, signIn: SignIn, now: string): AnswerOf<typeof route> {
  const { name, legalName, contact, supplyCodeLength, hours, calendars } = tenant;
  const shown = [
    name,
    legalName,
    contact.telephone,
    contact.address,
    contact.regulatorLine,
    supplyCodeLength,
    calendars.USER,
  ];
  const testData = [...shown, ...Object.values(hours)].some(({ status }) => status !== "confirmed");
  const calendar = calendars.USER.value;
  const { submission } = lawInForce(tenant, limaDay(now));

  const channelAt = (channel: OfficeChannel) => {
    const attends = hours[channel].value;
    const state = officeState(now, attends, calendar);
    return {
      channel,
      hours: attends === "always" ? "a toda hora" : attends.map(({ opens, closes }) => `${opens}-${closes}`).join(", "),
      openNow: state.open,
      ...(state.open && state.until !== undefined && { openUntil: state.until }),
      ...(!state.open && state.opensAt !== undefined && { opensAt: state.opensAt }),
    };
  };

  return {
    name: name.value,
    legalName: legalName.value,
    telephone: contact.telephone.value,
    address: contact.address.value,
    regulatorTelephone: contact.regulatorLine.value,
    channels: officeChannels.map(channelAt),
    supplyCodeLength: supplyCodeLength.value,
    uploadMaxMb: submission.uploadMaxMb.value,
    submissionMaxFiles: submission.maxFiles.value,
    hearingModes: [...offeredModes(tenant)],
    calendarVersion: calendar.version,
    testData,
    signIn,
  };
}
