import { z } from 'zod';
import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { keepVersion } from '@/lib/services/version/keep-version';
import { listVersions } from '@/lib/services/version/list-versions';

const body = z.object({ name: z.string().trim().min(1).max(120), note: z.string().trim().max(1000).default('') });

export const GET = actorRoute(({ ctx, params }) => listVersions(ctx, params.id ?? ''));

export const POST = actorRoute(async ({ ctx, request, params }) => keepVersion(ctx, params.id ?? '', await readJson(request, body)));
