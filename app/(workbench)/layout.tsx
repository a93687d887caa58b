import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { CommandPalette } from '@/components/ui/command-palette';
import { PaletteRegistry } from '@/components/ui/palette-registry';
import { ROLE_NAMES } from '@/components/ui/role-names';
import { parseTheme, THEME_COOKIE } from '@/components/ui/theme';
import { WorkbenchNav } from '@/components/ui/workbench-nav';
import { currentContext } from '@/lib/auth/current-context';
import { getShell } from '@/lib/services/home/get-shell';

/** The frame of every signed-in page: places at the left, the page beside them, the palette over all. */
export default async function WorkbenchLayout({ children }: { children: ReactNode }) {
  const shell = await getShell(await currentContext());
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <PaletteRegistry>
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-accent px-3 py-1.5 font-medium text-on-accent focus:translate-y-0"
      >
        Skip to the content
      </a>
      <div className="relative flex h-svh overflow-clip print:block print:h-auto print:overflow-visible">
        <WorkbenchNav firm={shell.firm} member={shell.member} role={ROLE_NAMES[shell.role]} theme={theme} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the region that scrolls, and where the skip link leads */}
        <main id="main" tabIndex={0} className="relative min-w-0 flex-1 overflow-y-auto outline-none">
          {children}
        </main>
      </div>
      <CommandPalette />
    </PaletteRegistry>
  );
}
