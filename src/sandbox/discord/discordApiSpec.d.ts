// The package ships these schemas without types of their own; what is declared here is what the local Discord reads from them.
// An ambient module cannot import by a relative path, so its types come in by import().
/* oxlint-disable typescript/consistent-type-imports */
declare module "discord-api-spec/zod" {
  import type { ZodMiniType } from "zod/mini";

  type ChannelBody = import("./wire/channel.ts").ChannelBody;
  type ThreadBody = import("./wire/channel.ts").ThreadBody;
  type CommandBody = import("./wire/command.ts").CommandBody;
  type CallbackBody = import("./wire/message.ts").CallbackBody;
  type MessageBody = import("./wire/message.ts").MessageBody;
  type Only<Type extends CallbackBody["type"]> = Extract<CallbackBody, { readonly type: Type }>;

  export const ApplicationCommandCreateRequestSchema: ZodMiniType<CommandBody>;
  export const ApplicationCommandUpdateRequestSchema: ZodMiniType<CommandBody>;
  export const ApplicationCommandPatchRequestPartialSchema: ZodMiniType<Partial<CommandBody>>;
  export const CreateGuildChannelRequestSchema: ZodMiniType<ChannelBody>;
  export const UpdateGuildChannelRequestPartialSchema: ZodMiniType<ChannelBody>;
  export const CreateTextThreadWithoutMessageRequestSchema: ZodMiniType<ThreadBody>;
  export const CreateTextThreadWithMessageRequestSchema: ZodMiniType<ThreadBody>;
  export const UpdateThreadRequestPartialSchema: ZodMiniType<ThreadBody>;
  export const CreatePrivateChannelRequestSchema: ZodMiniType<{ readonly recipient_id?: string | null }>;
  export const MessageCreateRequestSchema: ZodMiniType<MessageBody>;
  export const MessageEditRequestPartialSchema: ZodMiniType<MessageBody>;
  export const IncomingWebhookRequestPartialSchema: ZodMiniType<MessageBody>;
  export const IncomingWebhookUpdateRequestPartialSchema: ZodMiniType<MessageBody>;
  export const CreateMessageInteractionCallbackRequestSchema: ZodMiniType<Only<4 | 5>>;
  export const UpdateMessageInteractionCallbackRequestSchema: ZodMiniType<Only<6 | 7>>;
  export const ApplicationCommandAutocompleteCallbackRequestSchema: ZodMiniType<Only<8>>;
  export const ModalInteractionCallbackRequestSchema: ZodMiniType<Only<9>>;

  export const ApplicationCommandResponseSchema: ZodMiniType;
  export const GatewayBotResponseSchema: ZodMiniType;
  export const GatewayResponseSchema: ZodMiniType;
  export const GuildChannelResponseSchema: ZodMiniType;
  export const GuildMemberResponseSchema: ZodMiniType;
  export const GuildRoleResponseSchema: ZodMiniType;
  export const GuildWithCountsResponseSchema: ZodMiniType;
  export const InteractionCallbackResponseSchema: ZodMiniType;
  export const MessageResponseSchema: ZodMiniType;
  export const MyGuildResponseSchema: ZodMiniType;
  export const PinnedMessagesResponseSchema: ZodMiniType;
  export const PrivateApplicationResponseSchema: ZodMiniType;
  export const PrivateChannelResponseSchema: ZodMiniType;
  export const ThreadMemberResponseSchema: ZodMiniType;
  export const ThreadResponseSchema: ZodMiniType;
  export const ThreadsResponseSchema: ZodMiniType;
  export const UserPIIResponseSchema: ZodMiniType;
  export const UserResponseSchema: ZodMiniType;
}
