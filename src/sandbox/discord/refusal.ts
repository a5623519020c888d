/** One complaint about one field of a body, as Discord words it. */
export interface FormFault {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

/**
 * A call that Discord refuses. Thrown rather than returned, because it ends the call wherever it is found and the server makes the
 * answer of it; it never leaves the server.
 */
export class DiscordRefusal extends Error {
  readonly status: number;
  readonly code: number;
  /** For 50035: what is wrong where. */
  readonly faults: readonly FormFault[];

  constructor(status: number, code: number, message: string, faults: readonly FormFault[] = []) {
    super(message);
    this.status = status;
    this.code = code;
    this.faults = faults;
  }
}

/** Status, code and message (topics/opcodes-and-status-codes, "JSON Error Codes"). */
const wordings = {
  unauthorized: [401, 0, "401: Unauthorized"],
  notFound: [404, 0, "404: Not Found"],
  unknownChannel: [404, 10003, "Unknown Channel"],
  unknownGuild: [404, 10004, "Unknown Guild"],
  unknownMember: [404, 10007, "Unknown Member"],
  unknownMessage: [404, 10008, "Unknown Message"],
  unknownOverwrite: [404, 10009, "Unknown Overwrite"],
  unknownRole: [404, 10011, "Unknown Role"],
  unknownUser: [404, 10013, "Unknown User"],
  unknownWebhook: [404, 10015, "Unknown Webhook"],
  unknownInteraction: [404, 10062, "Unknown interaction"],
  unknownCommand: [404, 10063, "Unknown application command"],
  tooManyPins: [400, 30003, "Maximum number of pins reached"],
  tooManyChannels: [400, 30013, "Maximum number of server channels reached (500)"],
  tooManyCommands: [400, 30032, "Maximum number of application commands reached (100)"],
  tooManyThreadMembers: [400, 30033, "Maximum number of thread participants has been reached (1000)"],
  alreadyAcknowledged: [400, 40060, "Interaction has already been acknowledged."],
  missingAccess: [403, 50001, "Missing Access"],
  notInDirect: [403, 50003, "Cannot execute action on a DM channel"],
  notOwnMessage: [403, 50005, "Cannot edit a message authored by another user"],
  emptyMessage: [400, 50006, "Cannot send an empty message"],
  directClosed: [403, 50007, "Cannot send messages to this user"],
  missingPermissions: [403, 50013, "Missing Permissions"],
  systemMessage: [403, 50021, "Cannot execute action on a system message"],
  wrongChannelType: [400, 50024, "Cannot execute action on this channel type"],
  invalidWebhookToken: [401, 50027, "Invalid Webhook Token"],
  invalidRole: [400, 50028, "Invalid Role"],
  invalidRecipient: [400, 50033, "Invalid Recipient(s)"],
  invalidFormBody: [400, 50035, "Invalid Form Body"],
  invalidVersion: [400, 50041, "Invalid API version"],
  threadArchived: [400, 50083, "Thread is archived"],
  invalidJson: [400, 50109, "The request body contains invalid JSON."],
  noSharedGuild: [403, 50278, "Cannot send messages to this user due to having no mutual guilds"],
  threadLocked: [403, 160005, "Thread is locked"],
  tooManyThreads: [400, 160006, "Maximum number of active threads reached"],
} as const;

export type RefusalKind = keyof typeof wordings;

/** The refusal of that kind, in Discord's words. */
export function refusal(kind: RefusalKind): DiscordRefusal {
  const [status, code, message] = wordings[kind];
  return new DiscordRefusal(status, code, message);
}

/** 50035 with what is wrong where (reference, "Error Messages"). */
export function invalidForm(faults: readonly FormFault[]): DiscordRefusal {
  const [status, code, message] = wordings.invalidFormBody;
  return new DiscordRefusal(status, code, message, faults);
}
