import type { Framework } from '@/lib/margin/frameworks/framework';
import { parseFramework } from '@/lib/margin/frameworks/parse-framework';

/** A kept framework with its members in the order of the schema, which the database does not keep; as it stands where this version's check refuses it. */
export function storedFramework(content: unknown): Framework {
  const read = parseFramework(content);
  return read.ok ? read.value : (content as Framework);
}
