import { z } from 'zod';
import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { createLetter } from '@/lib/services/letter/create-letter';
import { listLetters } from '@/lib/services/letter/list-letters';

const body = z.object({ requestVersionId: z.uuid(), title: z.string().max(300).default('') });

export const GET = actorRoute(async ({ ctx }) => ({ letters: await listLetters(ctx) }));

export const POST = actorRoute(async ({ ctx, request }) => createLetter(ctx, await readJson(request, body)));
