import { AppError } from '@/lib/core/errors';
import { fileResponse } from '@/lib/http/file-response';
import { limitRate } from '@/lib/http/rate-limit';
import { actorRoute } from '@/lib/http/route';
import { inWorker } from '@/lib/jobs/in-worker';
import { AGENCIES } from '@/lib/request/agencies/agencies';
import { draftConfidentialRequest } from '@/lib/services/protection/draft-confidential-request';
import { WORD_MEDIA_TYPE } from '@/lib/word/word-media-type';

export const POST = actorRoute(async ({ ctx, request, params }) => {
  const named = new URL(request.url).searchParams.get('agency');
  const agency = AGENCIES.find(({ key }) => key === named)?.key;
  if (!agency) throw new AppError('INVALID_INPUT', 'A request is drafted for the CFTC or the SEC.');
  await limitRate(ctx.db, { key: `confidential-draft:${ctx.actor.memberId}`, limit: 60, windowSeconds: 600 }, ctx.clock());
  const { bytes, fileName } = await draftConfidentialRequest(ctx, params.id ?? '', agency, (input) =>
    inWorker<Uint8Array>('lib/services/protection/render-request.ts', 'renderRequest', input, { signal: request.signal }),
  );
  return fileResponse(bytes, { fileName, mediaType: WORD_MEDIA_TYPE });
});
