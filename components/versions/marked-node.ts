import type { ProseNode } from '@/lib/letter/schema/prose-node';
import type { ChangeTopic } from './change-topic';

/** What a redline says of a node: put in, taken out, stands elsewhere now, stood here, is of another form, has other marks. */
export interface RedlineSign {
  readonly kind: 'inserted' | 'deleted' | 'moved-here' | 'moved-away' | 'changed' | 'reformatted';
  /** The change's place in the list that was drawn. */
  readonly change: number;
  readonly topics: readonly ChangeTopic[];
  /** What cannot be seen in the text itself, e.g. "Heading 1 → Heading 2". */
  readonly words?: string;
}

/** Who wrote a stretch. */
export interface AuthorSign {
  readonly kind: 'author';
  readonly name: string;
  /** Drawn before the words where a passage of this author begins. */
  readonly label?: string;
  /** The author's place in the legend, from 0; it decides the tint. */
  readonly hue: number;
  /** ISO instant; null where it was not noted. */
  readonly at: string | null;
}

export type Sign = RedlineSign | AuthorSign;

/** A node of a section's body with what is to be said of it when it is drawn. */
export interface MarkedNode extends ProseNode {
  readonly content?: readonly MarkedNode[];
  readonly signs?: readonly Sign[];
  /** How it was, where a sign says that it changed. */
  readonly was?: ProseNode;
}
