'use client';

import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactNode } from 'react';
import { Toaster } from './toaster';

/** What every page needs around it: the content policy's nonce for the primitives, tooltips, messages. */
export function Providers({ nonce, children }: { nonce?: string; children: ReactNode }) {
  return (
    <CSPProvider nonce={nonce}>
      <Tooltip.Provider delay={300}>
        <Toaster>{children}</Toaster>
      </Tooltip.Provider>
    </CSPProvider>
  );
}
