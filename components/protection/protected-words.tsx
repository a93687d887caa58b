import type { ReactNode } from 'react';
import { protectionOf } from '@/lib/letter/protection/protection';
import type { ProseMark, ProseNode } from '@/lib/letter/schema/prose-node';

/** Words that are held back, drawn without an editor as in it. */
export function ProtectedWords({ mark, children }: { mark: ProseMark; children: ReactNode }) {
  return (
    <span className="protected-text" data-protection={protectionOf(mark.attrs?.protection) ?? 'confidential'}>
      {children}
    </span>
  );
}

/** The attribute by which a node that is held back is seen; none for any other. */
export function held(node: ProseNode): { 'data-protection'?: string } {
  const protection = protectionOf(node.attrs?.protection);
  return protection === null ? {} : { 'data-protection': protection };
}
