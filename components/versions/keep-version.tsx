'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ApiError, callApi } from '@/components/ui/call-api';
import { useToast } from '@/components/ui/use-toast';
import type { Decision } from '@/lib/policies/decision';
import { VersionNameForm } from './version-name-form';

interface KeepVersionProps {
  letterId: string;
  right: Decision;
  onKept: () => void;
}

/** Keeps the letter as it stands under a name. */
export function KeepVersion({ letterId, right, onKept }: KeepVersionProps) {
  const toast = useToast();
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <div>
        <Button variant="primary" onClick={() => setOpen(true)} disabledReason={right.allowed ? null : right.reason}>
          Keep this version
        </Button>
      </div>
    );
  }
  return (
    <VersionNameForm
      action="Keep"
      onCancel={() => setOpen(false)}
      onSave={async (name, note) => {
        try {
          const { number } = await callApi<{ number: number }>(`/api/letters/${letterId}/versions`, {
            method: 'POST',
            body: { name, note },
          });
          toast({ tone: 'green', title: `Kept as version ${number}` });
        } catch (error) {
          return error instanceof ApiError ? error.message : String(error);
        }
        setOpen(false);
        onKept();
        return null;
      }}
    />
  );
}
