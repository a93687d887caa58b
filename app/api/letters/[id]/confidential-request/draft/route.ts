import { AppError } from '@/lib/core/errors';
import { actorRoute } from '@/lib/http/route';
import { AGENCIES } from '@/lib/request/agencies/agencies';
import { draftConfidentialRequest } from '@/lib/services/protection/draft-confidential-request';

export const POST = actorRoute(async ({ ctx, request, params }) => {
  const named = new URL(request.url).searchParams.get('agency');
  const agency = AGENCIES.find(({ key }) => key === named)?.key;
  if (!agency) throw new AppError('INVALID_INPUT', 'A request is drafted for the CFTC or the SEC.');
  const { bytes, fileName } = await draftConfidentialRequest(ctx, params.id ?? '', agency);
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'private, no-store',
    },
  });
});
