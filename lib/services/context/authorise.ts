import { AppError } from '@/lib/core/errors';
import type { Decision } from '@/lib/policies/decision';

/** Lets a use case go on where the policy allows it; otherwise throws FORBIDDEN with the policy's reason. */
export function authorise(decision: Decision): void {
  if (!decision.allowed) throw new AppError('FORBIDDEN', decision.reason);
}
