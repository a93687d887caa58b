'use client';

import { Toast } from '@base-ui/react/toast';
import { useCallback } from 'react';

export interface ToastMessage {
  title: string;
  description?: string;
  tone?: 'green' | 'red' | 'amber' | 'neutral';
}

/** `const toast = useToast(); toast({ title: 'Figure published', tone: 'green' })`. Red ones are read out at once. */
export function useToast(): (message: ToastMessage) => void {
  const { add } = Toast.useToastManager();
  return useCallback(
    ({ title, description, tone = 'neutral' }: ToastMessage) => {
      add({ title, description, type: tone, priority: tone === 'red' ? 'high' : 'low' });
    },
    [add],
  );
}
