import type { WebMethod } from "../webMethod.ts";
import { apiTest, authTest, botsInfo, teamInfo, usergroupsList } from "./basics.ts";
import {
  conversationsArchive,
  conversationsJoin,
  conversationsLeave,
  conversationsUnarchive,
} from "./conversationsArchive.ts";
import { conversationsCreate, conversationsRename } from "./conversationsCreate.ts";
import { conversationsHistory, conversationsReplies } from "./conversationsHistory.ts";
import { conversationsInfo, conversationsList, conversationsMembers, usersConversations } from "./conversationsInfo.ts";
import { conversationsInvite, conversationsKick } from "./conversationsInvite.ts";
import { conversationsOpen } from "./conversationsOpen.ts";
import { conversationsSetPurpose, conversationsSetTopic } from "./conversationsTopic.ts";
import { deleteMessage } from "./deleteMessage.ts";
import { completeUpload, getUploadUrl } from "./files.ts";
import { getPermalink } from "./getPermalink.ts";
import { postEphemeral } from "./postEphemeral.ts";
import { postMessage } from "./postMessage.ts";
import { updateMessage } from "./updateMessage.ts";
import { usersInfo, usersList } from "./users.ts";
import { viewsOpen, viewsPublish, viewsPush, viewsUpdate } from "./views.ts";

/** The methods of the Web API the local Slack has, by name, besides those the connection itself answers. */
export const webMethods: Readonly<Record<string, WebMethod>> = {
  "api.test": apiTest,
  "auth.test": authTest,
  "bots.info": botsInfo,
  "chat.delete": deleteMessage,
  "chat.getPermalink": getPermalink,
  "chat.postEphemeral": postEphemeral,
  "chat.postMessage": postMessage,
  "chat.update": updateMessage,
  "conversations.archive": conversationsArchive,
  "conversations.create": conversationsCreate,
  "conversations.history": conversationsHistory,
  "conversations.info": conversationsInfo,
  "conversations.invite": conversationsInvite,
  "conversations.join": conversationsJoin,
  "conversations.kick": conversationsKick,
  "conversations.leave": conversationsLeave,
  "conversations.list": conversationsList,
  "conversations.members": conversationsMembers,
  "conversations.open": conversationsOpen,
  "conversations.rename": conversationsRename,
  "conversations.replies": conversationsReplies,
  "conversations.setPurpose": conversationsSetPurpose,
  "conversations.setTopic": conversationsSetTopic,
  "conversations.unarchive": conversationsUnarchive,
  "files.completeUploadExternal": completeUpload,
  "files.getUploadURLExternal": getUploadUrl,
  "team.info": teamInfo,
  "usergroups.list": usergroupsList,
  "users.conversations": usersConversations,
  "users.info": usersInfo,
  "users.list": usersList,
  "views.open": viewsOpen,
  "views.publish": viewsPublish,
  "views.push": viewsPush,
  "views.update": viewsUpdate,
};
