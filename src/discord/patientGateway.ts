import { SimpleShardingStrategy } from "discord.js";

type Manager = ConstructorParameters<typeof SimpleShardingStrategy>[0];

/**
 * The gateway as discord.js connects to it, but for a first connection that breaks: of some troubles (a proxy that answers 502) discord.js
 * would say that the log-in failed and nevertheless go on trying, so that a client made anew would be a second one. Here the log-in goes on
 * until the bot is let in or refused.
 */
export class PatientGateway extends SimpleShardingStrategy {
  readonly #isRefused: () => boolean;

  constructor(manager: Manager, isRefused: () => boolean) {
    super(manager);
    this.#isRefused = isRefused;
  }

  /** @throws when Discord refuses the bot */
  override async connect(): Promise<void> {
    try {
      await super.connect();
    } catch (error) {
      if (this.#isRefused()) throw error;
    }
  }
}
