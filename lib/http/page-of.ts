import { notFound } from 'next/navigation';
import { AppError } from '@/lib/core/errors';

/** What a service reads for a page; the 404 page where there is no such thing in this firm. Other refusals go on to the error page. */
export async function pageOf<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') return notFound();
    throw error;
  }
}
