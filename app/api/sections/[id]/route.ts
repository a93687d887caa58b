import { z } from 'zod';
import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { updateSection } from '@/lib/services/section/update-section';

const body = z.object({
  title: z.string().trim().min(1).max(300).optional(),
  coverage: z.enum(['open', 'answered', 'partly', 'declined', 'not-applicable']).optional(),
  ownerId: z.uuid().nullable().optional(),
  dueOn: z.iso.date().nullable().optional(),
});

export const PATCH = actorRoute(async ({ ctx, request, params }) => {
  await updateSection(ctx, params.id ?? '', await readJson(request, body));
  return { changed: true };
});
