/**
 * What processes tell each other through the database when something was committed: enough to know what to read again, never the thing itself.
 * `letter` is for those who have a letter open, `inbox` for one member, `room` and `fork` for the processes that hold the texts.
 */
export type Announcement =
  | {
      readonly topic: 'letter';
      readonly about: LetterTopic;
      readonly firmId: string;
      readonly letterId: string;
      readonly sectionId: string | null;
      /** only whoever sees privileged material is told */
      readonly privileged?: boolean;
    }
  | { readonly topic: 'inbox'; readonly firmId: string; readonly memberId: string }
  /** a service appended to a section's log, or changed who may write in it */
  | { readonly topic: 'room'; readonly firmId: string; readonly sectionId: string }
  /** a fork was made anew, or a service wrote into it */
  | { readonly topic: 'fork'; readonly firmId: string; readonly sectionId: string; readonly forkId: string }
  /** a process that holds rooms began, is there, or ends */
  | { readonly topic: 'process'; readonly firmId: null; readonly processId: string; readonly says: 'hello' | 'here' | 'bye' }
  /** members wrote in rooms of that process, while no Redis carries it */
  | { readonly topic: 'written'; readonly firmId: null; readonly processId: string; readonly rooms: readonly string[] };

export type LetterTopic = 'comments' | 'suggestions' | 'review' | 'versions' | 'outline';

export const ANNOUNCEMENT_CHANNEL = 'marginalia';
