import { z } from 'zod';
import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { createFramework } from '@/lib/services/framework/create-framework';

const body = z.union([z.strictObject({ copyOf: z.string().max(63) }), z.strictObject({ framework: z.unknown() })]);

export const POST = actorRoute(async ({ ctx, request }) => createFramework(ctx, await readJson(request, body)));
