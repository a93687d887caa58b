import { z } from 'zod';
import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { acceptSuggestions } from '@/lib/services/suggestion/accept-suggestions';
import { rejectSuggestions } from '@/lib/services/suggestion/reject-suggestions';
import { undoDecision } from '@/lib/services/suggestion/undo-decision';
import { withdrawSuggestions } from '@/lib/services/suggestion/withdraw-suggestions';

const ids = z.array(z.uuid()).min(1).max(2000);
const choice = z.union([z.strictObject({ ids }), z.strictObject({ authorId: z.uuid() }), z.strictObject({ all: z.literal(true) })]);
const body = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('accept'), choice }),
  z.object({ decision: z.literal('reject'), choice, reason: z.string().trim().max(1000).default('') }),
  z.object({ decision: z.literal('withdraw'), choice: z.strictObject({ ids }) }),
  z.object({ decision: z.literal('undo'), choice: z.strictObject({ ids }) }),
]);

export const POST = actorRoute(async ({ ctx, request, params }) => {
  const letterId = params.id ?? '';
  const asked = await readJson(request, body);
  switch (asked.decision) {
    case 'accept':
      return acceptSuggestions(ctx, letterId, asked.choice);
    case 'reject':
      return rejectSuggestions(ctx, letterId, asked.choice, asked.reason);
    case 'withdraw':
      return withdrawSuggestions(ctx, letterId, asked.choice);
    case 'undo':
      return undoDecision(ctx, letterId, asked.choice.ids);
  }
});
