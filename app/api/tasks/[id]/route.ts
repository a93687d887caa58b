import { actorRoute } from '@/lib/http/route';
import { getTask } from '@/lib/services/task/get-task';

export const GET = actorRoute(({ ctx, params }) => getTask(ctx, { taskId: params.id ?? '' }));
