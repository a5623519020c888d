import type { PartyRole } from "../domain/case/party.ts";
import type { CaseId, NoticeId } from "../domain/identity.ts";
import type { Code } from "../rulebook/rulebook.ts";
import type {
  IntakeBody,
  AgreementBody,
  OutcomeBody,
  SanctionBody,
  DisclosureBody,
  UpkeepBody,
  RecordBody,
} from "./noticeBodies.ts";
import type { AllegationsBody } from "./views/allegationsBody.ts";
import type { ApartBody } from "./views/apartBody.ts";
import type { ChallengeNotice } from "./views/challengeNotice.ts";
import type { EvidenceBody } from "./views/evidenceBody.ts";
import type { HearingBody } from "./views/hearingBody.ts";
import type { OwnVoiceBody } from "./views/ownVoiceBody.ts";
import type { TimeBody } from "./views/timeBody.ts";

/** A written notice with all that the rulebook wants in it. */
export interface NoticeView {
  readonly case: CaseId;
  readonly notice: NoticeId;
  readonly codeName: string;
  readonly to: PartyRole | "officers" | "board" | "person";
  readonly organisation: string;
  /** Whether it is for the organisation itself, which the addressee represents. */
  readonly isForOrganisation?: boolean;
  readonly document: {
    readonly cite: string;
    readonly title: string;
    readonly link: string;
    readonly code: Code;
  };
  readonly body:
    | IntakeBody
    | AgreementBody
    | OutcomeBody
    | SanctionBody
    | DisclosureBody
    | UpkeepBody
    | AllegationsBody
    | ApartBody
    | ChallengeNotice
    | EvidenceBody
    | HearingBody
    | OwnVoiceBody
    | TimeBody
    | RecordBody;
}
