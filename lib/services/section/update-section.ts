import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { changeSection, type SectionChange } from './change-section';

/** Changes a section's title, owner, due date or coverage: see changeSection. */
export async function updateSection(ctx: ServiceContext, sectionId: string, change: SectionChange): Promise<void> {
  await transact(ctx, (tx, audit) => changeSection(ctx, tx, audit, sectionId, change));
}
