/** Permission bits (topics/permissions, "Bitwise Permission Flags"). */
export const permission = {
  administrator: 1n << 3n,
  manageChannels: 1n << 4n,
  manageGuild: 1n << 5n,
  addReactions: 1n << 6n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readMessageHistory: 1n << 16n,
  mentionEveryone: 1n << 17n,
  useExternalEmojis: 1n << 18n,
  changeNickname: 1n << 26n,
  manageRoles: 1n << 28n,
  useApplicationCommands: 1n << 31n,
  manageThreads: 1n << 34n,
  createPublicThreads: 1n << 35n,
  createPrivateThreads: 1n << 36n,
  sendMessagesInThreads: 1n << 38n,
  pinMessages: 1n << 51n,
} as const;

/** What the guild owner and administrators hold. */
export const everyPermission = (1n << 53n) - 1n;

/** Gateway intents (events/gateway, "List of Intents"). */
export const intent = {
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  guildPresences: 1 << 8,
  guildMessages: 1 << 9,
  directMessages: 1 << 12,
  messageContent: 1 << 15,
} as const;

/** Intents that stand behind a switch in the developer portal (events/gateway, "Privileged Intents"). */
export const privilegedIntents = intent.guildMembers | intent.guildPresences | intent.messageContent;

/** Gateway opcodes (topics/opcodes-and-status-codes, "Gateway Opcodes"). */
export const opcode = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presenceUpdate: 3,
  voiceStateUpdate: 4,
  resume: 6,
  reconnect: 7,
  requestGuildMembers: 8,
  invalidSession: 9,
  hello: 10,
  heartbeatAck: 11,
} as const;

/** Gateway close codes (topics/opcodes-and-status-codes, "Gateway Close Event Codes"). */
export const closeCode = {
  unknownOpcode: 4001,
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidIntents: 4013,
  disallowedIntents: 4014,
} as const;

/** Channel types (resources/channel, "Channel Types"). */
export const channelType = { text: 0, direct: 1, category: 4, publicThread: 11, privateThread: 12 } as const;

/** Set on a channel that the bot is told of but may not look into (resources/channel, "Obfuscated Channels"). */
export const channelObfuscated = 1 << 17;

/** Message types (resources/message, "Message Types"). */
export const messageType = {
  plain: 0,
  recipientAdded: 1,
  recipientRemoved: 2,
  nameChanged: 4,
  reply: 19,
  chatInputCommand: 20,
} as const;

/** Message flags (resources/message, "Message Flags"). */
export const messageFlag = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  isVoiceMessage: 1 << 13,
  componentsV2: 1 << 15,
} as const;

/** Interaction types (interactions/receiving-and-responding, "Interaction Type"). */
export const interactionType = { command: 2, component: 3, autocomplete: 4, modalSubmit: 5 } as const;

/** Interaction callback types (interactions/receiving-and-responding, "Interaction Callback Type"). */
export const callbackType = {
  message: 4,
  deferredMessage: 5,
  deferredUpdate: 6,
  update: 7,
  choices: 8,
  modal: 9,
} as const;

/** Application command option types (interactions/application-commands, "Application Command Option Type"). */
export const optionType = {
  subcommand: 1,
  subcommandGroup: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const;

/** Component types (components/reference, "Component Types"). */
export const componentType = {
  actionRow: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  textDisplay: 10,
  thumbnail: 11,
  mediaGallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  fileUpload: 19,
  radioGroup: 21,
  checkboxGroup: 22,
  checkbox: 23,
} as const;
