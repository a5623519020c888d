/** The one guild of a local Discord, and who and what is in it. */
export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly locale: string;
}

export interface Role {
  readonly id: string;
  readonly name: string;
  readonly permissions: bigint;
  readonly position: number;
  readonly managed: boolean;
}

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly isBot: boolean;
  /** The language of the person's client. */
  readonly locale: string;
  /** Whether direct messages from members of a shared guild reach the person. */
  readonly takesDirectMessages: boolean;
}

export interface Member {
  readonly id: string;
  readonly roles: readonly string[];
  readonly joinedAt: number;
}
