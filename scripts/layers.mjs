// Checks the direction of the layers (.dependency-cruiser.cjs) over the checkout, or over another folder of the same shape.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import swc from '@swc/core';
import { root } from './checkout.mjs';

const require = createRequire(import.meta.url);
const folder = process.argv[2] ?? root;

const PURE = /^lib\/(core|request|margin|letter|word|workbook|review|policies)\//;
// Outside comments, as far as a line tells.
const AMBIENT = /^(?!\s*(\/\/|\/?\*)).*(\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.env\b|\bBuffer\.)/m;

// dependency-cruiser knows the compiler's own interface, which TypeScript 7 has not, or SWC, which it neither tells about JSX nor
// asks which imports are of types alone.
const valueImports = new Set();
const impure = [];
swc.parseFileSync = (file, parseOptions) => {
  const text = readFileSync(file, 'utf8');
  const tree = swc.parseSync(text, { ...parseOptions, tsx: file.endsWith('x') });
  if (PURE.test(relative(folder, file)) && AMBIENT.test(text)) impure.push(relative(folder, file));
  for (const { source, typeOnly } of tree.body) if (source && !typeOnly) valueImports.add(`${relative(folder, file)} ${source.value}`);
  return tree;
};

const { cruise } = await import('dependency-cruiser');
const { options, forbidden } = require('../.dependency-cruiser.cjs');
const parts = ['app', 'components', 'lib', 'server', 'cli', 'bench', 'proxy.ts'].filter((part) => existsSync(join(folder, part)));

const { output } = await cruise(
  parts,
  { ...options, baseDir: folder, ruleSet: { forbidden }, validate: true },
  {
    alias: { '@': folder },
    extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    conditionNames: ['node', 'import', 'require', 'default', 'types'],
    exportsFields: ['exports'],
  },
);

const { modules, summary } = output;
const found = summary.violations.filter(({ rule, from, to }) => rule.name !== 'components-use-pure-code-only' || importsValue(from, to));
for (const { rule, from, to, cycle } of found) {
  console.error(`${rule.name}: ${from} → ${cycle ? cycle.map((step) => step.name).join(' → ') : to}`);
}
for (const file of impure) console.error(`pure-layers-ask-no-machine: ${file} asks for the time, chance, the environment or a Buffer`);
console.log(`${summary.totalCruised} modules, ${found.length + impure.length} places against the layers.`);
process.exitCode = found.length + impure.length === 0 ? 0 : 1;

function importsValue(from, to) {
  const { dependencies } = modules.find((module) => module.source === from);
  return dependencies.some((dependency) => dependency.resolved === to && valueImports.has(`${from} ${dependency.module}`));
}
