/** A permission overwrite as the bot sends it (resources/channel, "Overwrite Structure"). */
export interface OverwriteBody {
  readonly id: string;
  readonly type?: number | null | undefined;
  readonly allow?: string | number | null | undefined;
  readonly deny?: string | number | null | undefined;
}

/** A guild channel as the bot creates or changes it. */
export interface ChannelBody {
  readonly name?: string | null;
  readonly type?: number | null;
  readonly topic?: string | null;
  readonly position?: number | null;
  readonly nsfw?: boolean | null;
  readonly rate_limit_per_user?: number | null;
  readonly parent_id?: string | null;
  readonly permission_overwrites?: readonly OverwriteBody[] | null;
}

/** A thread as the bot starts or changes it. */
export interface ThreadBody {
  readonly name?: string | null;
  readonly type?: number | null;
  readonly archived?: boolean | null;
  readonly locked?: boolean | null;
  readonly invitable?: boolean | null;
  readonly auto_archive_duration?: number | null;
  readonly rate_limit_per_user?: number | null;
}
