import type { House } from "./house.ts";
import { reviewRooms } from "./outbox/reviewRooms.ts";

/** Sees who has come to hold an office or ceased to, here, by another instance or because their day has come: rooms follow. */
export async function learnSeats(house: House): Promise<void> {
  await house.seats.learn();
  await reviewRooms(house);
}
