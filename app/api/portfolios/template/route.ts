import { csvResponse } from '@/lib/http/csv-response';
import { actorRoute } from '@/lib/http/route';
import { POSITIONS_HEADER } from '@/lib/margin/portfolio/write-positions';

export const GET = actorRoute(async () => csvResponse(POSITIONS_HEADER, 'positions template.csv'));
