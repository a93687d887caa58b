import { z } from 'zod';
import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { CAPACITIES } from '@/lib/review/capacity';
import { refuseSection } from '@/lib/services/review/refuse-section';
import { signSection } from '@/lib/services/review/sign-section';

const decision = {
  capacity: z.enum(CAPACITIES),
  contentHash: z.string().length(64),
  onBehalfOf: z.uuid().optional(),
};
const body = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('signed'), ...decision }),
  z.object({ decision: z.literal('refused'), reason: z.string(), ...decision }),
]);

export const POST = actorRoute(async ({ ctx, request, params }) => {
  const sectionId = params.id ?? '';
  const input = await readJson(request, body);
  return input.decision === 'signed' ? signSection(ctx, { sectionId, ...input }) : refuseSection(ctx, { sectionId, ...input });
});
