'use client';

import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';

const EDGE: Record<string, string> = {
  green: 'border-l-green',
  red: 'border-l-red',
  amber: 'border-l-amber',
  neutral: 'border-l-line-strong',
};

/** Short messages about what was just done; they go by themselves, and F6 reaches them. Wraps what may show them. */
export function Toaster({ children }: { children: ReactNode }) {
  return (
    <Toast.Provider timeout={6000}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="fixed right-4 bottom-4 z-50 flex w-88 max-w-[calc(100vw-2rem)] flex-col gap-2" data-print="never">
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function Toasts() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className={`rounded-md border border-line border-l-4 bg-raised shadow-float transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0 ${EDGE[toast.type ?? 'neutral'] ?? EDGE.neutral}`}
    >
      <Toast.Content className="flex items-start gap-3 px-3 py-2.5">
        <div className="min-w-0 flex-1">
          <Toast.Title className="font-medium" />
          <Toast.Description className="text-muted" />
        </div>
        <Toast.Close aria-label="Dismiss" className="rounded-sm p-0.5 text-muted hover:bg-hover hover:text-ink">
          <X aria-hidden className="size-3.5" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
