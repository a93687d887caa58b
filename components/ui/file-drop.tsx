'use client';

import { Upload } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { Button } from './button';

interface FileDropProps {
  /** What the choice of a file is called. */
  label: string;
  prompt: string;
  hint: string;
  accept: string;
  multiple?: boolean;
  /** The name of the chosen file, or of one uploaded before. */
  fileName?: string | null;
  onFiles: (files: readonly File[]) => void;
  /** Why no file can be given now; it stands in place of the hint. */
  disabledReason: string | null;
  error?: string | null;
}

/** A place to drop files on, or to choose them. */
export function FileDrop({
  label,
  prompt,
  hint,
  accept,
  multiple = false,
  fileName = null,
  onFiles,
  disabledReason,
  error = null,
}: FileDropProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    <div className="flex flex-col gap-1">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button beside it is the one for the keyboard */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          const files = [...event.dataTransfer.files];
          if (files.length > 0 && !disabledReason) onFiles(multiple ? files : files.slice(0, 1));
        }}
        className={`flex flex-col items-center gap-2 rounded-lg border border-dashed px-6 py-8 text-center ${over ? 'border-focus bg-accent-soft' : 'border-line-strong'}`}
      >
        <Upload aria-hidden className="size-5 text-faint" />
        {fileName ? <p className="font-medium">{fileName}</p> : <p>{prompt}</p>}
        <p className="text-muted text-sm">{disabledReason ?? hint}</p>
        <input
          ref={input}
          id={id}
          type="file"
          accept={accept}
          multiple={multiple}
          className="sr-only"
          tabIndex={-1}
          aria-label={label}
          disabled={disabledReason !== null}
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            if (files.length > 0) onFiles(files);
            // the same file again, after it was mended, is a change too
            event.target.value = '';
          }}
        />
        <Button disabledReason={disabledReason} onClick={() => input.current?.click()}>
          {multiple ? 'Choose files' : fileName ? 'Choose another file' : 'Choose a file'}
        </Button>
      </div>
      {error ? <p className="text-red text-sm">{error}</p> : null}
    </div>
  );
}
