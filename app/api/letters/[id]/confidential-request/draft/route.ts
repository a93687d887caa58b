import { AppError } from '@/lib/core/errors';
import { fileResponse } from '@/lib/http/file-response';
import { actorRoute } from '@/lib/http/route';
import { AGENCIES } from '@/lib/request/agencies/agencies';
import { draftConfidentialRequest } from '@/lib/services/protection/draft-confidential-request';
import { WORD_MEDIA_TYPE } from '@/lib/word/word-media-type';

export const POST = actorRoute(async ({ ctx, request, params }) => {
  const named = new URL(request.url).searchParams.get('agency');
  const agency = AGENCIES.find(({ key }) => key === named)?.key;
  if (!agency) throw new AppError('INVALID_INPUT', 'A request is drafted for the CFTC or the SEC.');
  const { bytes, fileName } = await draftConfidentialRequest(ctx, params.id ?? '', agency);
  return fileResponse(bytes, { fileName, mediaType: WORD_MEDIA_TYPE });
});
