'use client';

import { Upload } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';

interface FileDropProps {
  /** The name of the chosen file, or of one uploaded before. */
  fileName: string | null;
  onFile: (file: File) => void;
  disabledReason: string | null;
  error: string | null;
}

/** A place to drop one file on, or to choose it. */
export function FileDrop({ fileName, onFile, disabledReason, error }: FileDropProps) {
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
          const [file] = event.dataTransfer.files;
          if (file && !disabledReason) onFile(file);
        }}
        className={`flex flex-col items-center gap-2 rounded-lg border border-dashed px-6 py-8 text-center ${over ? 'border-focus bg-accent-soft' : 'border-line-strong'}`}
      >
        <Upload aria-hidden className="size-5 text-faint" />
        {fileName ? <p className="font-medium">{fileName}</p> : <p>Drop a CSV file here</p>}
        <p className="text-muted text-sm">Comma, semicolon or tab; UTF-8; at most 512 MiB and 1,000,000 rows</p>
        <input
          ref={input}
          id={id}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          className="sr-only"
          tabIndex={-1}
          aria-label="File of the portfolio"
          disabled={disabledReason !== null}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) onFile(file);
            // the same file again, after it was mended, is a change too
            event.target.value = '';
          }}
        />
        <Button disabledReason={disabledReason} onClick={() => input.current?.click()}>
          {fileName ? 'Choose another file' : 'Choose a file'}
        </Button>
      </div>
      {error ? <p className="text-red text-sm">{error}</p> : null}
    </div>
  );
}
