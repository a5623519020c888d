import type { House } from "./house.ts";
import { reviewRooms } from "./outbox/reviewRooms.ts";

/** Sees who has come to hold an office or ceased to, here, by another instance or because their day has come: rooms follow. */
export async function learnSeats(house: House): Promise<void> {
  const before = house.seats.same;
  await house.seats.learn();
  if (house.seats.same.size !== before.size) {
    house.knownAccounts.clear();
    house.knownVotes.clear();
  }
  await reviewRooms(house);
}
