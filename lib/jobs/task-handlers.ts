import { computeExport } from '@/lib/services/export/compute-export';
import { importPortfolio } from '@/lib/services/portfolio/import-portfolio';
import { computeReturn } from '@/lib/services/returned/compute-return';
import { computeRun } from '@/lib/services/run/compute-run';
import { computeSample } from '@/lib/services/sample/compute-sample';
import { computePackage } from '@/lib/services/submission/compute-package';
import type { TaskHandler } from './task-context';

/** What is done for each kind of task. */
export const TASK_HANDLERS: Readonly<Record<string, TaskHandler>> = {
  'letter-export': computeExport,
  'letter-package': computePackage,
  'letter-return': computeReturn,
  'portfolio-import': importPortfolio,
  run: computeRun,
  sample: computeSample,
};
