import { showOffice as route } from "../../shared/contract/office-routes.ts";
import { type OfficeChannel, officeChannels, officeState } from "../../shared/domain/office-hours.ts";
import { ok } from "../../shared/domain/result.ts";
import type { Tenant } from "../../tenants/tenant.ts";
import { serve } from "../runtime/serve.ts";

interface Authority {
  readonly issuer: string;
  readonly clientId: string;
}
export interface SignIn {
  readonly customers: Authority;
  readonly staff: Authority;
}

/** Who the utility is, how to reach it, what is open now, and where to sign in. */
export const showOffice = ({ tenant, signIn }: { tenant: Tenant; signIn: SignIn }) => {
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

  const channelAt = (channel: OfficeChannel, now: string) => {
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

  return serve(route, async ({ now }) =>
    ok({
      name: name.value,
      legalName: legalName.value,
      telephone: contact.telephone.value,
      address: contact.address.value,
      regulatorTelephone: contact.regulatorLine.value,
      channels: officeChannels.map((channel) => channelAt(channel, now)),
      supplyCodeLength: supplyCodeLength.value,
      calendarVersion: calendar.version,
      testData,
      signIn,
    }),
  );
};
