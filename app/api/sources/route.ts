import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { addSource } from '@/lib/services/source/add-source';
import { listSources } from '@/lib/services/source/list-sources';
import { sourceInput } from '@/lib/services/source/source-schema';

export const GET = actorRoute(async ({ ctx }) => ({ sources: await listSources(ctx) }));

export const POST = actorRoute(async ({ ctx, request }) => ({ source: await addSource(ctx, await readJson(request, sourceInput)) }));
