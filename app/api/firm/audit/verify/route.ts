import { actorRoute } from '@/lib/http/route';
import { verifyAuditLog } from '@/lib/services/audit/verify-audit-log';

export const POST = actorRoute(({ ctx }) => verifyAuditLog(ctx));
