'use client';

import { X } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import { Select } from '@/components/ui/select';
import { EVIDENCE_FILE_KINDS, type EvidenceFileKind } from '@/lib/margin/evidence/evidence-file-kinds';
import { EVIDENCE_NAMES } from './evidence-names';

/** A file of an import: just chosen, or uploaded before. */
export interface ImportFile {
  readonly key: string;
  readonly name: string;
  /** null for one that was uploaded before. */
  readonly file: File | null;
  /** null until it is uploaded. */
  readonly fileId: string | null;
  /** What the member says that it is; null where nobody knows yet. */
  readonly role: FileRole | null;
}

export type FileRole = 'portfolio' | EvidenceFileKind;

interface ImportFilesProps {
  files: readonly ImportFile[];
  disabled: boolean;
  onChange: (files: readonly ImportFile[]) => void;
}

const ROLES: readonly FileRole[] = ['portfolio', ...EVIDENCE_FILE_KINDS];

/** The files that are imported together, and what each of them is. */
export function ImportFiles({ files, disabled, onChange }: ImportFilesProps) {
  if (files.length === 0) return null;
  return (
    <ul aria-label="Files of this import" className="divide-y divide-line rounded-lg border border-line">
      {files.map((entry) => (
        <li key={entry.key} className="flex items-center gap-3 px-3 py-2">
          <div className="min-w-0 flex-1">
            <p className="truncate font-medium" title={entry.name}>
              {entry.name}
            </p>
            <p className="text-muted text-sm">{purposeOf(entry.role)}</p>
          </div>
          <div className="w-52 shrink-0">
            <Select
              aria-label={`What ${entry.name} is`}
              disabled={disabled}
              value={entry.role}
              placeholder="Say what it is"
              onChange={(role) => onChange(withRole(files, entry.key, role as FileRole))}
              options={ROLES.map((role) => ({
                value: role,
                label: role === 'portfolio' ? 'Positions or CRIF' : EVIDENCE_NAMES[role].label,
              }))}
            />
          </div>
          <IconButton
            label={`Take out ${entry.name}`}
            disabled={disabled}
            onClick={() => onChange(files.filter(({ key }) => key !== entry.key))}
          >
            <X aria-hidden />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}

/** Gives a file its role; a file that had the role before is not said to be anything any more. */
function withRole(files: readonly ImportFile[], key: string, role: FileRole): ImportFile[] {
  return files.map((file) => (file.key === key ? { ...file, role } : file.role === role ? { ...file, role: null } : file));
}

function purposeOf(role: FileRole | null): string {
  if (role === null) return '';
  return role === 'portfolio' ? 'The portfolio itself.' : EVIDENCE_NAMES[role].purpose;
}
