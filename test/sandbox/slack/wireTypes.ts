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
  AuthTestResponse: AuthTestResponse;
  BlockButtonAction: BlockButtonAction;
  BlockSuggestion: BlockSuggestion;
  BotsInfoResponse: BotsInfoResponse;
  ChatPostMessageResponse: ChatPostMessageResponse;
  ConversationsCreateResponse: ConversationsCreateResponse;
  ConversationsInfoResponse: ConversationsInfoResponse;
  ConversationsInviteResponse: ConversationsInviteResponse;
  ConversationsListResponse: ConversationsListResponse;
  ConversationsOpenResponse: ConversationsOpenResponse;
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
