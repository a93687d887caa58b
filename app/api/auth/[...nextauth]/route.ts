import { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/lib/auth/auth-options';
import { publicUrl } from '@/lib/auth/public-url';
import { randomIds } from '@/lib/auth/random-ids';
import { systemClock } from '@/lib/auth/system-clock';
import { AppError } from '@/lib/core/errors';
import { getDb } from '@/lib/db/client';
import { isAllowedOrigin } from '@/lib/http/allowed-origin';
import { errorResponse } from '@/lib/http/error-response';
import { readBody } from '@/lib/http/read-body';

const MAX_BYTES = 16_384;

async function handle(request: NextRequest, segment: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  try {
    const { headers, method, url } = request;
    const options = authOptions({ db: getDb(), clock: systemClock, ids: randomIds }, headers);
    // without a fixed address next-auth builds its own from the Host of the request
    if (!publicUrl()) process.env.AUTH_TRUST_HOST = 'true';
    if (method !== 'POST') return await NextAuth(request, segment, options);
    if (!isAllowedOrigin(headers.get('origin'), headers.get('host'), publicUrl())) {
      throw new AppError('FORBIDDEN', 'This request did not come from a page of this server, so it was refused.');
    }
    const body = await readBody(request, { maxBytes: MAX_BYTES });
    return await NextAuth(new NextRequest(url, { method, headers, body: Buffer.from(body) }), segment, options);
  } catch (error) {
    return errorResponse(error, request);
  }
}

export { handle as GET, handle as POST };
