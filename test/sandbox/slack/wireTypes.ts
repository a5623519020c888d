import type {
  BlockButtonAction,
  BlockSuggestion,
  GlobalShortcut,
  MessageShortcut,
  SlashCommand,
  ViewClosedAction,
  ViewSubmitAction,
} from "@slack/bolt";
import type {
  AppHomeOpenedEvent,
  GenericMessageEvent,
  GroupArchiveEvent,
  GroupRenameEvent,
  MemberJoinedChannelEvent,
  MemberLeftChannelEvent,
} from "@slack/types";
import type {
  AuthTestResponse,
  BotsInfoResponse,
  ChatPostMessageResponse,
  ConversationsCreateResponse,
  ConversationsHistoryResponse,
  ConversationsInfoResponse,
  ConversationsInviteResponse,
  ConversationsListResponse,
  ConversationsOpenResponse,
  TeamInfoResponse,
  UsersInfoResponse,
  UsersListResponse,
  ViewsPublishResponse,
} from "@slack/web-api";

/** What the local Slack says to an app, each thing by the type Slack's own packages have for it. */
export interface WireTypes {
  AppHomeOpenedEvent: AppHomeOpenedEvent;
  AuthTestResponse: AuthTestResponse;
  BlockButtonAction: BlockButtonAction;
  BlockSuggestion: BlockSuggestion;
  BotsInfoResponse: BotsInfoResponse;
  ChatPostMessageResponse: ChatPostMessageResponse;
  ConversationsCreateResponse: ConversationsCreateResponse;
  ConversationsHistoryResponse: ConversationsHistoryResponse;
  ConversationsInfoResponse: ConversationsInfoResponse;
  ConversationsInviteResponse: ConversationsInviteResponse;
  ConversationsListResponse: ConversationsListResponse;
  ConversationsOpenResponse: ConversationsOpenResponse;
  GenericMessageEvent: GenericMessageEvent;
  GlobalShortcut: GlobalShortcut;
  GroupArchiveEvent: GroupArchiveEvent;
  GroupRenameEvent: GroupRenameEvent;
  MemberJoinedChannelEvent: MemberJoinedChannelEvent;
  MemberLeftChannelEvent: MemberLeftChannelEvent;
  MessageShortcut: MessageShortcut;
  SlashCommand: SlashCommand;
  TeamInfoResponse: TeamInfoResponse;
  UsersInfoResponse: UsersInfoResponse;
  UsersListResponse: UsersListResponse;
  ViewClosedAction: ViewClosedAction;
  ViewSubmitAction: ViewSubmitAction;
  ViewsPublishResponse: ViewsPublishResponse;
}
