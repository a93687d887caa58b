import type { AnalysisEvent } from './analysis-events';
import type { CommentEvent } from './comment-events';
import type { FigureEvent } from './figure-events';
import type { FirmEvent } from './firm-events';
import type { FrameworkEvent } from './framework-events';
import type { InvitationEvent } from './invitation-events';
import type { LetterEvent } from './letter-events';
import type { MemberEvent } from './member-events';
import type { ParametersEvent } from './parameters-events';
import type { PortfolioEvent } from './portfolio-events';
import type { RequestEvent } from './request-events';
import type { ReturnedEvent } from './returned-events';
import type { ReviewEvent } from './review-events';
import type { RoomEvent } from './room-events';
import type { SessionEvent } from './session-events';
import type { SourceEvent } from './source-events';
import type { SuggestionEvent } from './suggestion-events';
import type { TemplateEvent } from './template-events';
import type { VersionEvent } from './version-events';

/**
 * Everything that the audit log can say, one type per kind of act. Each aggregate has its own file
 * (`<aggregate>-events.ts`) and joins the union here; docs/audit-events.md lists them for readers of the log.
 */
export type AuditEvent =
  | AnalysisEvent
  | CommentEvent
  | FigureEvent
  | FirmEvent
  | FrameworkEvent
  | InvitationEvent
  | LetterEvent
  | MemberEvent
  | ParametersEvent
  | PortfolioEvent
  | RequestEvent
  | ReturnedEvent
  | ReviewEvent
  | RoomEvent
  | SessionEvent
  | SourceEvent
  | SuggestionEvent
  | TemplateEvent
  | VersionEvent;

export type AuditEventType = AuditEvent['type'];
