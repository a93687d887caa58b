import { cleanText } from '@/lib/core/clean-text';
import type { ReturnedThread } from '@/lib/letter/returned/returned-document';
import { readBlocks } from './blocks/read-blocks';
import { shownText } from './inline/markers';
import type { XmlElement } from './package/xml-tree';
import type { Reading, Story } from './reading';

/** A thread of the file, with the ids of its comments: any of them may mark its place. */
export interface FileThread {
  readonly ids: readonly string[];
  readonly resolved: boolean;
  readonly comments: ReturnedThread['comments'];
}

interface FileComment {
  readonly id: string;
  readonly author: string;
  readonly at: string | null;
  readonly text: string;
  /** the id of its last paragraph, by which replies name what they answer */
  readonly paragraph: string | null;
}

/** The threads of comments, in the order of the file; a reply stands in the thread that it answers. */
export function readComments(reading: Reading): readonly FileThread[] {
  const path = reading.file.related('comments');
  const part = path === null ? null : reading.file.part(path);
  if (!part || path === null) return [];
  const comments = part.children.filter(({ name }) => name === 'w:comment').map((element) => commentOf(element, path, reading));
  const extended = reading.file.related('commentsExtended');
  const states = stateOf(extended === null ? null : reading.file.part(extended));
  const byParagraph = new Map(comments.map((comment) => [comment.paragraph, comment]));
  const threads = new Map<string, FileComment[]>();
  for (const comment of comments) {
    const root = rootOf(comment, byParagraph, states);
    const own = threads.get(root.id);
    if (own) own.push(comment);
    else threads.set(root.id, [comment]);
  }
  return [...threads.values()].map((own) => ({
    ids: own.map(({ id }) => id),
    resolved: own.some(({ paragraph }) => paragraph !== null && states.get(paragraph)?.done === true),
    comments: own.map(({ author, at, text }) => ({ author, at, text })),
  }));
}

function commentOf(element: XmlElement, part: string, reading: Reading): FileComment {
  const story: Story = { reading, part, relationships: reading.file.relationships(part), bookmarks: new Map(), fields: [], isNote: true };
  const blocks = readBlocks(element.children, story);
  const text = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [shownText(block.content)] : block.kind === 'table' ? [block.words] : [],
  );
  const author = element.attributes.author ?? '';
  if (author !== '') reading.log.authors.add(author);
  return {
    id: element.attributes.id ?? '',
    author,
    at: element.attributes.date ?? null,
    text: cleanText(text.join('\n')).trim(),
    paragraph: element.children.findLast(({ name }) => name === 'w:p')?.attributes['w14:paraId'] ?? null,
  };
}

interface CommentState {
  readonly parent: string | null;
  readonly done: boolean;
}

function stateOf(extended: XmlElement | null): ReadonlyMap<string, CommentState> {
  const states = new Map<string, CommentState>();
  for (const { name, attributes } of extended?.children ?? []) {
    const paragraph = attributes['w15:paraId'];
    if (name !== 'w15:commentEx' || paragraph === undefined) continue;
    states.set(paragraph, {
      parent: attributes['w15:paraIdParent'] ?? null,
      done: attributes['w15:done'] === '1' || attributes['w15:done'] === 'true',
    });
  }
  return states;
}

/** The comment that a thread begins with. Answers to answers are few: a chain without end is one that leads in a circle. */
function rootOf(
  comment: FileComment,
  byParagraph: ReadonlyMap<string | null, FileComment>,
  states: ReadonlyMap<string, CommentState>,
): FileComment {
  let root = comment;
  for (let steps = 0; steps < 1000; steps += 1) {
    const parent = root.paragraph === null ? null : (states.get(root.paragraph)?.parent ?? null);
    const next = parent === null ? undefined : byParagraph.get(parent);
    if (!next || next === root) break;
    root = next;
  }
  return root;
}
