import { z } from 'zod';
import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { ROLES } from '@/lib/policies/actor';
import { CAPACITIES } from '@/lib/review/capacity';
import { changeRole } from '@/lib/services/member/change-role';
import { reactivateMember } from '@/lib/services/member/reactivate-member';
import { setCapacities } from '@/lib/services/member/set-capacities';
import { suspendMember } from '@/lib/services/member/suspend-member';

const change = z.union([
  z.strictObject({ role: z.enum(ROLES) }),
  z.strictObject({ suspended: z.boolean() }),
  z.strictObject({ signsFor: z.array(z.enum(CAPACITIES)) }),
]);

export const PATCH = actorRoute(async ({ ctx, request, params }) => {
  const memberId = params.id ?? '';
  const input = await readJson(request, change);
  if ('role' in input) return changeRole(ctx, { memberId, role: input.role });
  if ('signsFor' in input) return setCapacities(ctx, { memberId, signsFor: input.signsFor });
  return input.suspended ? suspendMember(ctx, { memberId }) : reactivateMember(ctx, { memberId });
});
