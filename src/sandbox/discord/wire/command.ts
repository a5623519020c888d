import type { ChoiceBody } from "./message.ts";

type Localizations = Readonly<Record<string, string>> | null;

/** A command option as the bot registers it (interactions/application-commands, "Application Command Option Structure"). */
export interface OptionBody {
  readonly type: number;
  readonly name: string;
  readonly name_localizations?: Localizations;
  readonly description: string;
  readonly description_localizations?: Localizations;
  readonly required?: boolean | null;
  readonly choices?: readonly ChoiceBody[] | null;
  readonly options?: readonly OptionBody[] | null;
  readonly channel_types?: readonly number[] | null;
  readonly min_value?: number | null;
  readonly max_value?: number | null;
  readonly min_length?: number | null;
  readonly max_length?: number | null;
  readonly autocomplete?: boolean | null;
}

/** A command as the bot registers it (interactions/application-commands, "Application Command Structure"). */
export interface CommandBody {
  readonly id?: string | null;
  readonly name: string;
  readonly name_localizations?: Localizations;
  readonly description?: string | null;
  readonly description_localizations?: Localizations;
  readonly options?: readonly OptionBody[] | null;
  readonly default_member_permissions?: string | number | null;
  readonly dm_permission?: boolean | null;
  readonly contexts?: readonly number[] | null;
  readonly integration_types?: readonly number[] | null;
  readonly nsfw?: boolean | null;
  readonly type?: number | null;
}
