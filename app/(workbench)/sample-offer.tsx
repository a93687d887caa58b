'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ApiError, callApi } from '@/components/ui/call-api';
import { TaskProgress } from '@/components/ui/task-progress';
import { useToast } from '@/components/ui/use-toast';

interface SampleOfferProps {
  /** The task that is adding the sample now. */
  taskId: string | null;
  /** Whether the sample can be asked for here. */
  offered: boolean;
}

/** The sample being added, with its progress; or the offer to add it. */
export function SampleOffer({ taskId, offered }: SampleOfferProps) {
  const router = useRouter();
  const toast = useToast();
  const [started, setStarted] = useState<string | null>(taskId);

  async function start() {
    try {
      setStarted((await callApi<{ taskId: string }>('/api/sample', { method: 'POST' })).taskId);
    } catch (error) {
      toast({ tone: 'red', title: 'The sample was not added', description: error instanceof ApiError ? error.message : String(error) });
    }
  }

  function done() {
    setStarted(null);
    router.refresh();
  }

  if (started) return <TaskProgress taskId={started} label="Adding the sample letter" onDone={done} />;
  if (!offered) return null;
  return (
    <p className="flex flex-wrap items-center gap-3 text-muted">
      Or look around first: an invented dealer with 400 positions, an analysis, and a letter with two answers.
      <Button size="sm" onClick={start}>
        Add the sample letter
      </Button>
    </p>
  );
}
