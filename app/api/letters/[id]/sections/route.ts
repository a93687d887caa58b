import { z } from 'zod';
import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { addSection } from '@/lib/services/section/add-section';

const body = z.object({
  kind: z.enum(['introduction', 'summary', 'discussion', 'annex']),
  title: z.string().trim().min(1).max(300),
  afterSectionId: z.uuid().nullable(),
});

export const POST = actorRoute(async ({ ctx, request, params }) =>
  addSection(ctx, { letterId: params.id ?? '', ...(await readJson(request, body)) }),
);
