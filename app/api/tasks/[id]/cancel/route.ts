import { actorRoute } from '@/lib/http/route';
import { cancelTask } from '@/lib/services/task/cancel-task';

export const POST = actorRoute(({ ctx, params }) => cancelTask(ctx, { taskId: params.id ?? '' }));
