'use client';

import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { TextInput } from '@/components/ui/text-input';
import { RELATED_ACTIONS } from '@/lib/request/actions/related-actions';

interface RelatedActionsPanelProps {
  /** Why a citation cannot be put into the text now; null where it can. */
  disabledReason: string | null;
  onCite: (actionKey: string) => void;
}

/** The timeline of related actions, each to be cited where the caret stands. */
export function RelatedActionsPanel({ disabledReason, onCite }: RelatedActionsPanelProps) {
  const [query, setQuery] = useState('');
  const wanted = query.trim().toLowerCase();
  const actions = RELATED_ACTIONS.filter((action) => `${action.title} ${action.citation} ${action.date}`.toLowerCase().includes(wanted));
  return (
    <div className="flex flex-col gap-3">
      <TextInput
        aria-label="Search related actions"
        placeholder="Search"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <ul className="flex flex-col divide-y divide-line">
        {actions.map((action) => (
          <li key={action.key} className="flex flex-col gap-1 py-2">
            <span className="flex items-start justify-between gap-2">
              <span className="font-medium">{action.title}</span>
              <Badge tone={action.standing === 'primary' ? 'green' : 'amber'}>{action.standing}</Badge>
            </span>
            <span className="figures text-muted text-sm">{action.date}</span>
            <span className="text-muted">{action.citation}</span>
            {action.caution ? <span className="text-amber text-sm">{action.caution}</span> : null}
            <span>
              <Button size="sm" disabledReason={disabledReason} onClick={() => onCite(action.key)}>
                Cite here
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {actions.length === 0 ? <p className="text-muted">No related action matches.</p> : null}
    </div>
  );
}
