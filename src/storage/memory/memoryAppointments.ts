import type { Effect } from "../../application/effect.ts";
import type { Store } from "../../application/ports.ts";
import type { Appointment } from "../../domain/people/appointment.ts";
import type { AppointmentStore } from "../appointments.ts";

/**
 * Who came to hold an office and who ceased to, as long as the process lives.
 * @param request puts into the outbox what follows from that
 */
export function memoryAppointments(request: (effects: readonly Effect[]) => void): Pick<Store, AppointmentStore> {
  const appointments = new Map<string, Appointment>();
  return {
    async enterAppointments(entered, effects) {
      const fresh = entered.filter(({ id }) => !appointments.has(id));
      for (const each of fresh) appointments.set(each.id, each);
      if (fresh.length > 0) request(effects);
    },
    appointments: async () => [...appointments.values()],
    countAppointments: async () => appointments.size,
  };
}
